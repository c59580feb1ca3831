"""A provider without a network: what its reader answers is set by the test."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from app.domain.connection import (
    AccountFound,
    Balance,
    Connection,
    Key,
    RemotePerson,
    Waiting,
)
from app.domain.failure import Failure, FailureKind
from app.domain.instant import Instant
from app.domain.price import PriceRow
from app.domain.twilio_account import MonthUse
from app.remote.pages import Part, Reader, Wait

WRONG_KEY = Failure("{server} does not know this key.", kind=FailureKind.SIGN_IN, server="Example")


@dataclass
class FakeReader:
    """Answers as it was told; ``look`` may be a problem."""

    found: AccountFound | Exception

    def look(self) -> AccountFound:
        if isinstance(self.found, Exception):
            raise self.found
        return self.found

    def people(self) -> tuple[RemotePerson, ...]:
        return ()

    def parts(self, agents: Mapping[str, str]) -> tuple[Part, ...]:
        return ()

    def balance(self, now: Instant) -> Balance | None:
        return None

    def usage(self, now: Instant) -> MonthUse | None:
        return None

    def prices(self, regions: Sequence[str], now: Instant) -> tuple[PriceRow, ...]:
        return ()


@dataclass
class FakeProviders:
    """Opens accounts by the word of their key; any other key is refused."""

    accounts: dict[str, AccountFound | Exception] = field(default_factory=dict)
    opened: list[Connection] = field(default_factory=list)
    meanwhile: Callable[[], None] = lambda: None

    @contextmanager
    def open(self, connection: Connection, key: Key, _wait: Wait) -> Iterator[Reader]:
        self.opened.append(connection)
        yield FakeReader(self.accounts.get(key.word, WRONG_KEY))
        self.meanwhile()


def no_wait(_waiting: Waiting) -> None:
    """Never wait."""
