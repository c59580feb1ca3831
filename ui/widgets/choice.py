"""A box to choose from, with an arrow in the theme's ink."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate
from typing_extensions import override

from ui.theme.icons import paint_icon
from ui.theme.theme import Theme

_ARROW = 14


class ChoiceBox(QComboBox):
    """A combo box that paints its own arrow: a style sheet alone would leave it without one."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setItemDelegate(QStyledItemDelegate(self))  # the plain one knows no style sheet

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        top = (self.height() - _ARROW) / 2
        place = QRectF(self.width() - _ARROW - 9, top, _ARROW, _ARROW)
        paint_icon(QPainter(self), "down", place, self._theme.tokens.soft)
