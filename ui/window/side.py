"""The receipt at the side: beside the list where there is room, over the page elsewhere."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from ui.receipt.panel import ReceiptPanel
from ui.receipt.state import ReceiptState
from ui.theme.fonts import text_percent

_SHEET = 340
#: A receipt beside the list, which needs the room more, in px.
_SIDE = 300
#: What must stay visible of the page beside the receipt, or the receipt covers it, in px.
_BESIDE = 240
#: What the list keeps beside a receipt, in px.
_LIST = 520


class Side(QObject):
    """Opens, places and closes the receipt in ``inside``, to the right of what ``rail`` covers.

    ``list_in_front``: a list stands there that can leave room; ``leave_room`` tells it how much,
    in px.
    """

    def __init__(
        self,
        inside: QWidget,
        rail: QWidget,
        panel: ReceiptPanel,
        *,
        list_in_front: Callable[[], bool],
        leave_room: Callable[[int], None],
    ) -> None:
        super().__init__(inside)
        self._inside, self._rail, self._panel = inside, rail, panel
        self._list_in_front, self._leave_room = list_in_front, leave_room
        self._back: QWidget | None = None
        self._beside = False
        panel.setParent(inside)
        panel.hide()

    @property
    def is_beside(self) -> bool:
        """Whether a receipt has its place beside the list."""
        room = self._inside.width() - self._rail.width()
        return self._list_in_front() and room >= _of_text(_SIDE + _LIST)

    @property
    def entry(self) -> str:
        """The id of the entry whose receipt is open, "" where none is."""
        return self._panel.entry if self._panel.isVisible() else ""

    def open(self, state: ReceiptState, *, focus: bool) -> None:
        """Open the receipt, with the keyboard in it unless it stays where it is."""
        if not self._panel.isVisible():
            self._back = self._inside.window().focusWidget()
        self._panel.show_state(state)
        self._panel.show()
        self.place()
        self._panel.raise_()
        if focus:
            self._panel.setFocus(Qt.FocusReason.PopupFocusReason)

    def close(self) -> None:
        """Put the receipt away and give the keyboard back to where it was."""
        self._panel.hide()
        self.place()
        if self._back is not None:
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)
            self._back = None

    def place(self) -> None:
        """Let the receipt lie over the right side of the page, over all of it where it is small."""
        panel = self._panel
        was_beside, self._beside = self._beside, panel.isVisible() and self.is_beside
        focused = self._inside.window().focusWidget()
        within = focused is panel or panel.isAncestorOf(focused)
        if was_beside and not self._beside and not within:
            panel.hide()  # nobody asked for it, and it would cover the list now
        room = self._inside.rect()
        left, beside = (
            self._rail.width(),
            room.width() - _of_text(_SIDE if self._beside else _SHEET),
        )
        room.setLeft(beside if beside - left >= _BESIDE else left)
        panel.setGeometry(room)
        self._leave_room(_of_text(_SIDE) if self._beside else 0)


def _of_text(pixels: int) -> int:
    """Grow a width as a person's text does."""
    return pixels * text_percent() // 100
