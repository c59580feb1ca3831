"""Chips: a word or two with an icon on a tinted ground, as a mark or as a button."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy
from typing_extensions import override

from ui.theme.fonts import Role, font
from ui.theme.icons import paint_icon
from ui.theme.theme import Theme
from ui.theme.tokens import ground, ink
from ui.theme.tone import Tone
from ui.widgets.marks import paint_focus

_ICON = 14
_SIDE = 10


class Chip(QAbstractButton):
    """A rounded mark; it can be pressed and takes the focus only where ``pressable``."""

    def __init__(self, theme: Theme, *, pressable: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._tone = Tone.QUIET
        self._mark = ""
        self.setFont(font(Role.SMALL))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if pressable else Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not pressable)
        if pressable:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_chip(self, text: str, tone: Tone = Tone.QUIET, mark: str = "") -> None:
        """Show a text, an icon's name or "", and a tone; hidden while the text is empty."""
        self._tone, self._mark = tone, mark
        self.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self.text()) + 2 * _SIDE + self._mark_room()
        return QSize(width, metrics.height() + 9)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(min(72, self.sizeHint().width()), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, place = self._theme.tokens, QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground(tokens, self._tone)))
        painter.drawRoundedRect(place, place.height() / 2, place.height() / 2)
        colour = tokens.soft if self._tone is Tone.QUIET else ink(tokens, self._tone)
        self._paint_words(painter, colour)
        if self.hasFocus():
            paint_focus(painter, place, tokens.accent, radius=place.height() / 2 - 1)

    def _paint_words(self, painter: QPainter, colour: str) -> None:
        room = QRectF(self.rect()).adjusted(_SIDE, 0, -_SIDE, 0)
        if self._mark:
            top = (self.height() - _ICON) / 2
            paint_icon(painter, self._mark, QRectF(room.left(), top, _ICON, _ICON), colour)
            room.setLeft(room.left() + self._mark_room())
        painter.setFont(self.font())
        painter.setPen(QColor(colour))
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, int(room.width()) + 1
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _mark_room(self) -> int:
        return _ICON + 5 if self._mark else 0
