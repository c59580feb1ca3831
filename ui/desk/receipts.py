"""Receipts in the window: of an entry, of a figure, and what is done from there."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.domain.meter import Meter, Status
from app.wording.words import Words
from ui.background.lane import Lane
from ui.desk import requests
from ui.desk.books import Books
from ui.receipt.state import receipt_state, why_state
from ui.text.person import whose
from ui.window.window import MainWindow


class Receipts(QObject):
    """Reads receipts and shows them; ``failed`` carries a Problem."""

    failed = Signal(object)

    def __init__(
        self, window: MainWindow, words: Callable[[], Words], *, books: Books, lane: Lane
    ) -> None:
        super().__init__(window)
        self._window, self._words = window, words
        self._books, self._lane = books, lane

    def why(self, status: Status, meter: Meter) -> None:
        """Show how the figure of a meter of a status is made."""
        words = self._words()
        self._window.show_receipt(why_state(words, meter, whose(words, status, meter)))

    def open(self, entry_id: str) -> None:
        """Show the receipt of an entry, with the keyboard in it."""
        self.show(entry_id, focus=True)

    def show(self, entry_id: str, focus: bool) -> None:  # noqa: FBT001 - what a signal brings
        """Show the receipt of an entry; the keyboard stays where it is unless ``focus``."""
        work = requests.receipt_of(self._books, entry_id)
        self._lane.run(work, lambda found: self._show(found, focus=focus), self.failed.emit)

    def renew(self) -> None:
        """Show the receipt that is open again, for its entry was changed."""
        if self._window.shown_entry:
            self.show(self._window.shown_entry, focus=False)

    def _show(self, found: requests.Explained, *, focus: bool) -> None:
        receipt, history = found
        state = receipt_state(self._words(), receipt, history.versions, history.reported)
        self._window.show_receipt(state, focus=focus)
