"""A ledger with a connection and its key, whose rounds a test runs by a clock it holds."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.domain.accounts import AccountShown
from app.domain.connection import (
    AccountFound,
    Connection,
    Key,
    NewConnection,
    Progress,
    Waiting,
)
from app.domain.instant import MINUTE, Instant
from app.ledger.connections.accounts import add_connection
from app.ledger.connections.health import shown
from app.ledger.ledger import Ledger, ledger_path
from app.machine.secrets import RunSecrets, Secrets
from app.remote.pages import Wait
from app.sync.accounts.keys import keep_key
from app.sync.accounts.opener import Opener
from app.sync.accounts.outcome import AccountOutcome
from app.sync.accounts.round import account_round
from app.sync.accounts.watch import Watch
from tests.support.ledgers import NOW

#: Tables that tell how rounds went and where the next goes on; all others stay when nothing is new.
_HEALTH = {"connection", "connection_part"}


@dataclass
class Connected:
    """A connection of a ledger, and what its rounds told."""

    ledger: Ledger
    connection: Connection
    opener: Opener
    secrets: RunSecrets
    now: Instant = NOW
    told: list[Progress] = field(default_factory=list)
    waits: list[Waiting] = field(default_factory=list)
    cancelled: bool = False
    now_of: Callable[[], Instant] | None = None
    wait: Wait | None = None

    def round(self, **more: Any) -> AccountOutcome:
        """Do a round; its waits take no time."""
        watch = Watch(
            self.now_of or (lambda: self.now),
            more.get("told", self.told.append),
            more.get("cancelled", lambda: self.cancelled),
            more.get("wait", self.wait or self.waits.append),
        )
        opener = more.get("opener", self.opener)
        return account_round(self.ledger, self.connection, self.secrets, opener, watch)

    def good_round(self) -> AccountOutcome:
        """Do a round that must end well."""
        outcome = self.round()
        assert outcome.problem is None, outcome.problem
        return outcome

    def pass_time(self, minutes: int) -> None:
        """Let the clock go on."""
        self.now = Instant(self.now + minutes * MINUTE)

    def shown(self) -> AccountShown:
        """Read the connection as the Accounts page does."""
        with self.ledger.reading() as snapshot:
            return shown(snapshot, self.now).accounts[0]

    def rows(self) -> dict[str, list[Any]]:
        """Return all rows of all tables but those that tell how rounds went."""
        return rows_of(self.ledger)


@contextmanager
def connected(
    folder: Path, new: NewConnection, found: AccountFound, opener: Opener
) -> Iterator[Connected]:
    """Open a ledger in which an account is connected."""
    folder.mkdir(parents=True, exist_ok=True)
    secrets = RunSecrets()
    with Ledger(ledger_path(folder)) as ledger:
        connection = connect(ledger, secrets, new, found)
        yield Connected(ledger, connection, opener, secrets)


def connect(
    ledger: Ledger, secrets: Secrets, new: NewConnection, found: AccountFound
) -> Connection:
    """Keep a connection and its key without asking anybody."""
    with ledger.writing() as writing:
        connection = add_connection(writing, new, found, NOW)
    keep_key(secrets, connection, new.key)
    return connection


def rows_of(ledger: Ledger) -> dict[str, list[Any]]:
    """Return all rows of a ledger but those that tell how rounds went."""
    with ledger.reading() as snapshot:
        run = snapshot.connection.exec_driver_sql
        tables = [
            row[0]
            for row in run("SELECT name FROM sqlite_master WHERE type='table' ORDER BY name")
            if row[0] not in _HEALTH
        ]
        return {name: sorted(map(tuple, run(f"SELECT * FROM {name}")), key=repr) for name in tables}  # noqa: S608 - names of tables


KEY = Key("user", "word")
