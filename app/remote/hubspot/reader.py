"""One account at HubSpot, opened with a service key or the token of a private app."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from pydantic import ValidationError

from app.domain.connection import (
    AccountFound,
    Balance,
    Connection,
    Key,
    Provider,
    RemotePerson,
    Right,
)
from app.domain.event import Source
from app.domain.instant import Instant
from app.domain.price import PriceRow
from app.domain.record_values import source
from app.domain.twilio_account import MonthUse
from app.remote.asking import Asking
from app.remote.failures import nonsense
from app.remote.http import Peer
from app.remote.hubspot.convert import call_converter, text_converter
from app.remote.hubspot.deletions import Archive, ReadAgain
from app.remote.hubspot.failures import LackingScope, refusal_in
from app.remote.hubspot.models import Account, CallProperties, TextProperties
from app.remote.hubspot.owners import owners
from app.remote.hubspot.pace import HubSpotPace
from app.remote.hubspot.paths import CALLS, TEXTS, Paths, paths_of
from app.remote.hubspot.records import Records
from app.remote.hubspot.search import Search
from app.remote.pages import Part, Reader, Wait

_ONLY_SMS = {"propertyName": "hs_communication_channel_type", "operator": "EQ", "value": "SMS"}
_CALLS = tuple(CallProperties.__annotations__)
_TEXTS = tuple(TextProperties.__annotations__)


def open_hubspot(
    peer: Peer,
    key: Key,
    connection: Connection,
    *,
    wait: Wait,
    jitter: Callable[[], float] = lambda: 0.0,
    seconds: Callable[[], float] = time.monotonic,
) -> Reader:
    """Make ready to read; nothing is asked yet. UsageProblem for an unknown version of the paths.

    ``seconds``: a clock that never jumps, which the pace goes by.
    """
    asking = Asking(
        peer,
        {"authorization": f"Bearer {_sendable(key.word)}"},
        partial(refusal_in, connection.zone),
        wait,
        HubSpotPace(seconds),
        jitter,
    )
    return HubSpot(asking, paths_of(connection.options.version), connection.account)


@dataclass(frozen=True, slots=True)
class HubSpot:
    """Reads the account; ``account``: its portal's id, "" as long as nobody looked."""

    asking: Asking
    paths: Paths
    account: str

    def look(self) -> AccountFound:
        """Ask whose the key is; Failure names the scope without which nothing can be read."""
        self._calls({}).search.probe()
        lacking = [
            *self._lacking(Right.TEXTS, self._texts({}).search.probe),
            *self._lacking(Right.PEOPLE, partial(self.asking.get, self.paths.owners, {"limit": 1})),
        ]
        try:
            found = self._account()
        except LackingScope:
            return AccountFound(self.account, "HubSpot", lacking=(*lacking, Right.ACCOUNT))
        title = f"HubSpot {found.portalId}"
        zone, currency = found.timeZone or "", found.companyCurrency or ""
        return AccountFound(found.portalId, title, zone, currency, tuple(lacking))

    def people(self) -> tuple[RemotePerson, ...]:
        """Read the owners, those who left, too; none where the key may not read them."""
        try:
            return owners(self.asking, self.paths.owners)
        except LackingScope:
            return ()

    def parts(self, agents: Mapping[str, str]) -> tuple[Part, ...]:
        """Return calls, and texts that were logged; ``agents``: what owners are called."""
        return (self._calls(agents), self._texts(agents))

    def balance(self, now: Instant) -> Balance | None:
        """There is no such thing at HubSpot."""
        return None

    def usage(self, now: Instant) -> MonthUse | None:
        """HubSpot tells no counts of minutes."""
        return None

    def prices(self, regions: Sequence[str], now: Instant) -> tuple[PriceRow, ...]:
        """HubSpot publishes none."""
        return ()

    def _account(self) -> Account:
        try:
            return Account.model_validate(self.asking.get(self.paths.account))
        except ValidationError:
            raise nonsense(self.asking.peer.name) from None

    def _calls(self, agents: Mapping[str, str]) -> Records:
        search = Search(self.asking, self.paths.search(CALLS), _CALLS)
        deletions = Archive(self.asking, self.paths.listed(CALLS))
        return Records("calls", search, call_converter(self._source(), agents), deletions)

    def _texts(self, agents: Mapping[str, str]) -> Records:
        search = Search(self.asking, self.paths.search(TEXTS), _TEXTS, (_ONLY_SMS,))
        convert = text_converter(self._source(), agents)
        return Records("texts", search, convert, ReadAgain(search), can_lack=True)

    def _source(self) -> Source:
        return source(Provider.HUBSPOT.value, self.account)

    def _lacking(self, right: Right, ask: Callable[[], object]) -> tuple[Right, ...]:
        try:
            ask()
        except LackingScope:
            return (right,)
        return ()


def _sendable(word: str) -> str:
    # What no header can carry is no key either; HubSpot is to say so, and not an error about bytes.
    sendable = (each if each.isascii() and each.isprintable() else "?" for each in word.strip())
    return "".join(sendable) or "?"
