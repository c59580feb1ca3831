"""A desktop as its actions see it: a ledger, secrets in memory, and a clock the test holds."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from app.actions.join_company import Joined, join_company
from app.actions.sync_now import Synced, sync_now
from app.domain.instant import MINUTE, Instant
from app.ledger.company.joined import CompanyState, company_of
from app.ledger.ledger import Ledger, ledger_path
from app.machine.secrets import RunSecrets
from tests.support.server_app import START


@dataclass
class Desktop:
    """One person's computer."""

    ledger: Ledger
    now: Instant = START
    secrets: RunSecrets = field(default_factory=RunSecrets)

    def join(self, link: str) -> Joined:
        return join_company(self.ledger, self.secrets, link, "test computer", now=self.now)

    def sync(self) -> Synced:
        return sync_now(self.ledger, self.secrets, now=lambda: self.now)

    def good_sync(self) -> Synced:
        synced = self.sync()
        assert synced.problem is None, synced.problem
        return synced

    def pass_time(self, minutes: int) -> None:
        self.now = Instant(self.now + minutes * MINUTE)

    @property
    def company(self) -> CompanyState:
        with self.ledger.reading() as snapshot:
            found = company_of(snapshot.connection)
        assert found is not None
        return found


@contextmanager
def desktop(folder: Path) -> Iterator[Desktop]:
    """Open a desktop on an empty folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with Ledger(ledger_path(folder)) as ledger:
        yield Desktop(ledger)
