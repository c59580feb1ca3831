"""A switch: on or off at a glance, by the place of its knob and not by colour alone."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy
from typing_extensions import override

from ui.theme.icons import paint_icon
from ui.theme.theme import Theme
from ui.widgets.marks import paint_focus

_WIDTH, _HEIGHT, _ROOM = 38, 22, 3


class SwitchBox(QCheckBox):
    """A check box without words; its name is read aloud."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(_WIDTH + 2 * _ROOM, _HEIGHT + 2 * _ROOM)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def hitButton(self, place: QPoint) -> bool:
        return self.rect().contains(place)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(0.5)
        tokens, on = self._theme.tokens, self.isChecked()
        track = QRectF(_ROOM + 0.5, _ROOM + 0.5, _WIDTH - 1, _HEIGHT - 1)
        painter.setPen(QPen(QColor(tokens.accent if on else tokens.soft), 1.2))
        painter.setBrush(QColor(tokens.accent if on else tokens.card))
        painter.drawRoundedRect(track, track.height() / 2, track.height() / 2)
        side = track.height() - 6
        left = track.right() - side - 3 if on else track.left() + 3
        knob = QRectF(left, track.top() + 3, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.on_accent if on else tokens.soft))
        painter.drawEllipse(knob)
        if on:
            paint_icon(painter, "tick", knob.adjusted(3, 3, -3, -3), tokens.accent)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), tokens.accent, radius=_HEIGHT / 2 + _ROOM)
