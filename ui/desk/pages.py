"""Which page is in front, and the pages that are made when they are first wanted."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.instant import Instant
from ui.desk.ahead import Ahead
from ui.desk.books import Books
from ui.desk.preferences import Preferences
from ui.window.window import MainWindow

if TYPE_CHECKING:
    from ui.desk.activity import Activity
    from ui.receipt.state import ReceiptState


class Pages(QObject):
    """Switches pages.

    ``receipt_asked`` carries an entry's id and whether the keyboard goes there; ``change_asked``
    ids and "", "note" or "tags"; ``erase_asked`` an entry's id; ``export_asked`` options;
    ``said`` a sentence; ``failed`` a Problem; ``broke`` a fault of the program.
    """

    receipt_asked = Signal(str, bool)
    change_asked = Signal(object, str)
    erase_asked = Signal(str)
    duplicates_asked = Signal()
    export_asked = Signal(object)
    import_asked = Signal()
    sample_asked = Signal()
    said = Signal(str)
    failed = Signal(object)
    broke = Signal(object)

    def __init__(
        self, window: MainWindow, preferences: Preferences, now: Callable[[], Instant]
    ) -> None:
        super().__init__(window)
        self._window, self._preferences, self._now = window, preferences, now
        self._activity: Activity | None = None
        #: A person closed the receipt beside the list, and has not asked for one again.
        self._put_away = False
        self._ahead = Ahead(lambda: self.activity, self)
        window.page_chosen.connect(self.go_to)
        window.receipt_closed.connect(self._on_receipt_closed)

    @property
    def activity(self) -> "Activity":
        """The Activity page's desk, made when it is first wanted."""
        if self._activity is None:
            # Here because the overview comes first, and its figures need none of this.
            from ui.desk.activity import Activity

            books = Books(self._preferences.folder, self._now)
            made = self._activity = Activity(self._window.activity(), self._preferences, books)
            self._connect(made)
        return self._activity

    def prepare(self) -> None:
        """Make the pages before they are wanted, a little at a time."""
        self._ahead.start()

    def go_to(self, key: str) -> None:
        """Bring a page to the front."""
        self._put_away = False
        self._window.go_to(key)
        if key == "activity":
            self.activity.show()
        elif self._activity is not None:
            self._activity.hide()

    def follow(self) -> None:
        """The ledger may have changed."""
        if self._activity is not None:
            self._activity.follow()

    def renew(self) -> None:
        """Entries were changed from this window."""
        if self._activity is not None:
            self._activity.renew()

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
        self._ahead.stop()
        if self._activity is not None:
            self._activity.close()

    def _connect(self, activity: "Activity") -> None:
        chosen = activity.chosen
        chosen.receipt_asked.connect(self._on_receipt)
        chosen.summary_made.connect(self._on_summary)
        chosen.change_asked.connect(self.change_asked)
        chosen.erase_asked.connect(self.erase_asked)
        chosen.duplicates_asked.connect(self.duplicates_asked)
        chosen.said.connect(self.said)
        chosen.failed.connect(self.failed)
        activity.export_asked.connect(self.export_asked)
        activity.import_asked.connect(self.import_asked)
        activity.sample_asked.connect(self.sample_asked)
        activity.receipt_left.connect(self._on_receipt_left)
        activity.lane.broke.connect(self.broke)

    def _on_receipt(self, entry_id: str, focus: bool) -> None:  # noqa: FBT001 - of a signal
        self._put_away = self._put_away and not focus
        # Without a place beside the list a receipt opens only when it is asked for.
        if focus or (self._window.is_beside and not self._put_away):
            self.receipt_asked.emit(entry_id, focus)

    def _on_summary(self, state: "ReceiptState") -> None:
        if self._window.is_beside and not self._put_away:
            self._window.show_receipt(state, focus=False)

    def _on_receipt_left(self) -> None:
        self._on_receipt_closed()
        self._window.close_receipt()

    def _on_receipt_closed(self) -> None:
        self._put_away = True
