"""A label whose digits change each second, while everything around it stands still."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from ui.theme.fonts import Role
from ui.widgets.labels import dress_label
from ui.widgets.shown import show_if

_DIGITS = "0123456789"
#: What Qt calls no limit (QWIDGETSIZE_MAX).
_NO_LIMIT = 16_777_215


class TickingLabel(QLabel):
    """Takes the room that its text would need with the widest digits.

    A label of a fixed size asks for no layout when its text changes; on a whole page a layout
    costs more than all else that a second does.
    """

    def __init__(
        self, role: Role = Role.BODY, *, ink: str = "text", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._room = ""
        dress_label(self, role, ink)

    def show_text(self, text: str) -> None:
        """Show a text and hide the label when there is none."""
        room = self._widest(text)
        if room != self._room:
            self._room = room
            self._take_room()
        self.setText(text)
        show_if(self, text)

    @override
    def setWordWrap(self, on: bool) -> None:
        if on is not self.wordWrap():
            super().setWordWrap(on)
            self._take_room()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._room = self._widest(self.text())
            self._take_room()

    def _take_room(self) -> None:
        """Stand fixed on one line; what wraps is as wide as its place."""
        if self.wordWrap() or not self._room:
            self.setMinimumSize(0, 0)
            self.setMaximumSize(_NO_LIMIT, _NO_LIMIT)
        else:
            size = self.fontMetrics().size(Qt.TextFlag.TextSingleLine, self._room)
            self.setFixedSize(size.width() + 2, size.height())

    def _widest(self, text: str) -> str:
        metrics = self.fontMetrics()
        widest = max(_DIGITS, key=metrics.horizontalAdvance)
        return "".join(widest if each in _DIGITS else each for each in text)
