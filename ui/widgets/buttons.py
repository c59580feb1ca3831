"""Buttons: the ordinary one, the main one of a place, and the quiet one that is only an icon."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton
from typing_extensions import override

from ui.theme.icons import paint_icon
from ui.theme.theme import Theme
from ui.widgets.marks import paint_focus


def button(*, main: bool = False) -> QPushButton:
    """A button without words yet; ``main`` for the one thing a place is for."""
    made = QPushButton()
    made.setAutoDefault(False)
    if main:
        made.setProperty("part", "main")
    return made


def set_main(made: QPushButton, *, main: bool) -> None:
    """Let a button be the one thing its place is for, or an ordinary one."""
    part = "main" if main else None
    if made.property("part") != part:
        made.setProperty("part", part)
        made.style().polish(made)


class IconButton(QAbstractButton):
    """A small button that is an icon; its name is read aloud and shown on hover."""

    def __init__(self, theme: Theme, mark: str) -> None:
        super().__init__()
        self._theme = theme
        self._mark = mark
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_name(self, name: str) -> None:
        """Say what the button does."""
        self.setAccessibleName(name)
        self.setToolTip(name)

    @override
    def sizeHint(self) -> QSize:
        return QSize(28, 28)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, place = self._theme.tokens, QRectF(self.rect())
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.hover))
            painter.drawRoundedRect(place, 7, 7)
        paint_icon(painter, self._mark, place.adjusted(6, 6, -6, -6), tokens.soft)
        if self.hasFocus():
            paint_focus(painter, place, tokens.accent, radius=7)
