"""The receipt beside the Activity list: it follows the list until a person puts it away."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.window.window import MainWindow

if TYPE_CHECKING:
    from ui.desk.activity import Activity
    from ui.receipt.state import ReceiptState


class Beside(QObject):
    """``receipt_asked`` carries an entry's id, and whether the keyboard goes to its receipt."""

    receipt_asked = Signal(str, bool)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        #: A person closed the receipt beside the list, and has not asked for one again.
        self._put_away = False
        window.receipt_closed.connect(self._on_closed)

    def serve(self, activity: "Activity") -> None:
        """Follow a list."""
        activity.chosen.receipt_asked.connect(self._on_receipt)
        activity.chosen.summary_made.connect(self._on_summary)
        activity.receipt_left.connect(self._on_left)

    def begin_again(self) -> None:
        """Another page came to the front: a receipt may stand beside the list again."""
        self._put_away = False

    def _on_receipt(self, entry_id: str, focus: bool) -> None:  # noqa: FBT001 - of a signal
        self._put_away = self._put_away and not focus
        # Without a place beside the list a receipt opens only when it is asked for.
        if focus or (self._window.is_beside and not self._put_away):
            self.receipt_asked.emit(entry_id, focus)

    def _on_summary(self, state: "ReceiptState") -> None:
        if self._window.is_beside and not self._put_away:
            self._window.show_receipt(state, focus=False)

    def _on_left(self) -> None:
        self._on_closed()
        self._window.close_receipt()

    def _on_closed(self) -> None:
        self._put_away = True
