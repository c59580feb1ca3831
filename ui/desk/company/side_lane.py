"""A lane with a connection to the ledger of its own, both made when they are first needed."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from app.domain.instant import Instant
from app.domain.problem import Problem
from ui.background.lane import Lane
from ui.desk.books import Books

_Found = TypeVar("_Found")


class SideLane(QObject):
    """Runs work beside the figures, one after another; ``broke`` carries a fault of the program.

    ``patience_seconds``: how long a window that closes waits for what may hang.
    """

    broke = Signal(object)

    def __init__(
        self,
        name: str,
        parent: QObject,
        *,
        folder: Path,
        now: Callable[[], Instant],
        patience_seconds: float | None = None,
    ) -> None:
        super().__init__(parent)
        self._name, self._patience = name, patience_seconds
        self._books = Books(folder, now)
        self.now = now
        self._lane: Lane | None = None
        self._closing = False

    def run(
        self,
        work: Callable[[Books], _Found],
        done: Callable[[_Found], None],
        failed: Callable[[Problem], None],
        broken: Callable[[], None] = lambda: None,
    ) -> None:
        """Do work on the lane, then ``done``, ``failed`` or ``broken`` on the main thread."""
        if self._lane is None:
            self._lane = Lane(self, name=self._name, patience_seconds=self._patience)
            self._lane.broke.connect(self.broke)
        self._lane.run(lambda: work(self._books), done, failed, broken)

    def is_closing(self) -> bool:
        """Whether the window closes; asked on the lane between two steps of long work."""
        return self._closing

    def let_go(self, then: Callable[[], None]) -> None:
        """Close the ledger after what is under way, then do something; work opens it again."""
        if self._lane is None:
            then()
        else:
            self._lane.run(self._books.close, lambda _: then(), lambda _: then())

    def move(self, folder: Path) -> None:
        """Use another data folder from now on."""
        self._books.folder = folder

    def close(self) -> None:
        """Stop, and close the ledger."""
        self._closing = True
        if self._lane is not None:
            self._lane.close(self._books.close)
