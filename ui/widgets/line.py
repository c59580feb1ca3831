"""The ground of a painted line in a list: what is chosen, and the hairline below it."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from ui.theme.tokens import Tokens


def paint_ground(
    painter: QPainter, option: QStyleOptionViewItem, tokens: Tokens, *, ruled: bool = True
) -> QRect:
    """Paint the ground of one cell; returns its place. ``ruled``: with the hairline."""
    place = QRect(option.rect)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(place, QColor(tokens.accent_ground))
    if ruled:
        painter.setPen(QPen(QColor(tokens.hairline), 1))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
    return place
