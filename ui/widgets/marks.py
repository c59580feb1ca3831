"""Painted marks: an icon as a widget, and the focus ring of everything that paints itself."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.theme.icons import paint_icon
from ui.theme.theme import Theme
from ui.theme.tokens import ink
from ui.theme.tone import Tone


class IconMark(QWidget):
    """An icon that says in shape what the words beside it say; silent when read aloud."""

    def __init__(self, theme: Theme, name: str = "", *, size: int = 20) -> None:
        super().__init__()
        self._theme = theme
        self._name = name
        self._tone: Tone | None = None
        # Fixed by more than a policy: a row that wraps text would squeeze it.
        self.setFixedSize(size, size)

    def set_mark(self, name: str, tone: Tone | None = None) -> None:
        """Show another icon in a tone's ink, or in soft ink without one."""
        self._name, self._tone = name, tone
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._name:
            tokens = self._theme.tokens
            colour = tokens.soft if self._tone is None else ink(tokens, self._tone)
            paint_icon(QPainter(self), self._name, QRectF(self.rect()), colour)


def paint_focus(painter: QPainter, place: QRectF, colour: str, *, radius: float = 10) -> None:
    """Paint the ring that shows where the keyboard is."""
    painter.setPen(QPen(QColor(colour), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), radius, radius)
