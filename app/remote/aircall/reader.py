"""One Aircall company, opened with an API id and token."""

from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence

from app.domain.connection import AccountFound, Balance, Key, RemotePerson
from app.domain.instant import Instant
from app.domain.price import PriceRow
from app.domain.twilio_account import MonthUse
from app.remote.aircall.calls import Calls
from app.remote.aircall.failures import refusals
from app.remote.aircall.lists import understood
from app.remote.aircall.models import CompanyAnswer
from app.remote.aircall.pace import AircallPace
from app.remote.aircall.users import read_people
from app.remote.asking import Asking
from app.remote.http import Peer
from app.remote.pages import Part, Reader, Wait

#: Where Aircall's public API is.
ADDRESS = "https://api.aircall.io"


class AircallReader:
    """Reads what the company's key opens; an Aircall key has no rights that could lack."""

    def __init__(self, asking: Asking, account: str) -> None:
        self._asking = asking
        self._account = account

    def look(self) -> AccountFound:
        """Ask whether the key is good, and for the company's name, which is all it is known by."""
        self._asking.get("/v1/ping")
        told = understood(self._asking, CompanyAnswer, self._asking.get("/v1/company"))
        name = told.company.name.strip()
        return AccountFound(name, name)

    def people(self) -> tuple[RemotePerson, ...]:
        """Read the users."""
        return read_people(self._asking)

    def parts(self, agents: Mapping[str, str]) -> tuple[Part, ...]:
        """Return the calls; Aircall has no list of past texts."""
        return (Calls(self._asking, self._account, agents),)

    def balance(self, now: Instant) -> Balance | None:
        """Read nothing: an Aircall account is not prepaid."""
        return None

    def usage(self, now: Instant) -> MonthUse | None:
        """Read nothing: Aircall tells no counts there."""
        return None

    def prices(self, regions: Sequence[str], now: Instant) -> tuple[PriceRow, ...]:
        """Read nothing: Aircall publishes no prices there."""
        return ()


def open_aircall(
    peer: Peer,
    key: Key,
    account: str,
    *,
    wait: Wait,
    clock: Callable[[], Instant],
    jitter: Callable[[], float] = lambda: 0.0,
) -> Reader:
    """Make ready to read a company; nothing is asked yet.

    ``account``: as the connection has it, "" while it is only being added; then the facts of its
    parts carry none.
    """
    pair = b64encode(f"{key.user}:{key.word}".encode()).decode("ascii")
    headers = {"authorization": f"Basic {pair}"}
    asking = Asking(peer, headers, refusals(clock), wait, AircallPace(clock), jitter)
    return AircallReader(asking, account)
