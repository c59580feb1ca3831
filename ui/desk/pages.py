"""Which page is in front, and the pages that are made when they are first wanted."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.instant import Instant
from ui.desk.books import Books
from ui.desk.preferences import Preferences
from ui.window.window import MainWindow

if TYPE_CHECKING:
    from ui.desk.activity import Activity


class Pages(QObject):
    """Switches pages.

    ``receipt_asked`` carries an entry's id and whether the keyboard goes there; ``change_asked``
    ids and "", "note" or "tags"; ``export_asked`` options of the command; ``said`` a sentence;
    ``failed`` a Problem; ``broke`` a fault of the program.
    """

    receipt_asked = Signal(str, bool)
    change_asked = Signal(object, str)
    export_asked = Signal(object)
    said = Signal(str)
    failed = Signal(object)
    broke = Signal(object)

    def __init__(
        self, window: MainWindow, preferences: Preferences, now: Callable[[], Instant]
    ) -> None:
        super().__init__(window)
        self._window, self._preferences, self._now = window, preferences, now
        self._activity: Activity | None = None
        window.page_chosen.connect(self.go_to)

    @property
    def activity(self) -> "Activity":
        """The Activity page's desk, made when it is first wanted."""
        if self._activity is None:
            # Here because the overview comes first, and its figures need none of this.
            from ui.desk.activity import Activity

            books = Books(self._preferences.folder, self._now)
            made = self._activity = Activity(self._window.activity(), self._preferences, books)
            made.receipt_asked.connect(self._on_receipt)
            made.change_asked.connect(self.change_asked)
            made.export_asked.connect(self.export_asked)
            made.said.connect(self.said)
            made.failed.connect(self.failed)
            made.lane.broke.connect(self.broke)
        return self._activity

    def go_to(self, key: str) -> None:
        """Bring a page to the front."""
        self._window.go_to(key)
        if key == "activity":
            self.activity.show()
        elif self._activity is not None:
            self._activity.hide()

    def follow(self) -> None:
        """The ledger may have changed."""
        if self._activity is not None:
            self._activity.follow()

    def speak(self) -> None:
        """Show the pages in another language."""
        if self._activity is not None:
            self._activity.speak()

    def let_go(self, then: Callable[[], None]) -> None:
        """Close the ledger wherever a page reads it, then do something."""
        if self._activity is None:
            then()
        else:
            self._activity.let_go(then)

    def move(self, folder: Path) -> None:
        """Read another data folder from now on."""
        if self._activity is not None:
            self._activity.move(folder)

    def close(self) -> None:
        """Stop reading."""
        if self._activity is not None:
            self._activity.close()

    def _on_receipt(self, entry_id: str, focus: bool) -> None:  # noqa: FBT001 - of a signal
        # Without a place beside the list a receipt opens only when it is asked for.
        if focus or self._window.is_beside:
            self.receipt_asked.emit(entry_id, focus)
