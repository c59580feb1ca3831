"""A box for a whole number, with arrows in the theme's ink."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSpinBox
from typing_extensions import override

from ui.theme.icons import paint_icon
from ui.theme.theme import Theme

_ARROW = 11.0


class NumberBox(QSpinBox):
    """A spin box that paints its own arrows: a style sheet alone would leave it without any."""

    def __init__(self, theme: Theme, *, least: int, most: int, value: int) -> None:
        super().__init__()
        self._theme = theme
        self.setRange(least, most)
        self.setValue(value)
        self.lineEdit().setTextMargins(8, 0, 0, 0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, middle = QPainter(self), self.height() / 2
        left, ink = self.width() - _ARROW - 10, self._theme.tokens.soft
        paint_icon(painter, "up", QRectF(left, middle - _ARROW, _ARROW, _ARROW), ink)
        paint_icon(painter, "down", QRectF(left, middle, _ARROW, _ARROW), ink)
