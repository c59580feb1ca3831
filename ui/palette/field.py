"""The field of the palette: types, and hands the keys that move in the list to it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

_ONE, _PAGE, _ALL = 1, 2, 3
_MOVES: dict[int, tuple[int, int]] = {
    int(Qt.Key.Key_Down): (1, _ONE),
    int(Qt.Key.Key_Up): (-1, _ONE),
    int(Qt.Key.Key_Tab): (1, _ONE),
    int(Qt.Key.Key_Backtab): (-1, _ONE),
    int(Qt.Key.Key_PageDown): (1, _PAGE),
    int(Qt.Key.Key_PageUp): (-1, _PAGE),
}
_STAYS = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


class PaletteField(QLineEdit):
    """``moved`` carries steps, ``paged`` pages; ``done`` is Enter, ``left`` Esc or another focus.

    ``left`` carries whether the keyboard is to go back to where it was.
    """

    moved = Signal(int)
    paged = Signal(int)
    done = Signal()
    left = Signal(bool)

    @override
    def event(self, event: QEvent) -> bool:
        # Tab would leave the field before any key press arrives.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps, by = _MOVES.get(event.key(), (0, 0))
            if steps:
                (self.moved if by == _ONE else self.paged).emit(steps)
                return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit(True)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.done.emit()
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _STAYS:
            self.left.emit(False)
