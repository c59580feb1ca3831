"""What asks a server or the keyring: never on the ledger's lane, never on the main thread."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from PySide6.QtCore import QObject

from app.domain.instant import Instant
from app.domain.problem import Problem
from ui.desk.books import Books
from ui.desk.company.side_lane import SideLane

if TYPE_CHECKING:
    from app.ledger.ledger import Ledger
    from app.machine.secrets import Secrets

#: How long a window that closes waits for a server that does not answer.
_PATIENCE_SECONDS = 2.0
_Found = TypeVar("_Found")
#: What a request does with the ledger and the secrets.
Request: TypeAlias = "Callable[[Ledger, Secrets], _Found]"


class Network:
    """Asks one thing after another; ``secrets`` makes their keeper, once, on the lane."""

    def __init__(
        self,
        folder: Path,
        now: Callable[[], Instant],
        secrets: "Callable[[], Secrets]",
        parent: QObject,
        *,
        name: str = "network-lane",
    ) -> None:
        self.lane = SideLane(
            name, parent, folder=folder, now=now, patience_seconds=_PATIENCE_SECONDS
        )
        self.now = now
        self._folder = folder
        self._make_secrets = secrets
        self._secrets: Secrets | None = None

    def beside(self, name: str, parent: QObject) -> "Network":
        """Make another one with the same ledger and secrets, for what should not wait for this."""
        return Network(self._folder, self.now, self._make_secrets, parent, name=name)

    def ask(
        self,
        request: "Request[_Found]",
        done: Callable[[_Found], None],
        failed: Callable[[Problem], None],
        broken: Callable[[], None] = lambda: None,
    ) -> None:
        """Do a request on the lane, then ``done``, ``failed`` or ``broken`` on the main thread."""

        def work(books: Books) -> _Found:
            return request(books.ledger(), self._kept_secrets())

        self.lane.run(work, done, failed, broken)

    def _kept_secrets(self) -> "Secrets":
        if self._secrets is None:
            self._secrets = self._make_secrets()
        return self._secrets
