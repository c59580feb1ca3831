"""Chips: a word or two with an icon on a tinted ground, as a mark or as a button."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QWidget
from typing_extensions import override

from ui.theme.fonts import Role, font
from ui.theme.icons import paint_icon
from ui.theme.theme import Theme
from ui.theme.tokens import ground, ink
from ui.theme.tone import Tone
from ui.widgets.marks import paint_focus
from ui.widgets.shown import show_if

_ICON = 14
_SIDE = 10


class Chip(QLabel):
    """A rounded mark of words; screen readers read it like any other text."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._face = _Face(theme, self)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def show_chip(self, text: str, tone: Tone = Tone.QUIET, mark: str = "") -> None:
        """Show a text, an icon's name or "", and a tone; hidden while the text is empty."""
        self._face.tone, self._face.mark = tone, mark
        self.setText(text)
        self._face.shown(text)

    @override
    def sizeHint(self) -> QSize:
        return self._face.size(self.text())

    @override
    def minimumSizeHint(self) -> QSize:
        return self._face.least(self.text())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self._face.paint(QPainter(self), self.text())


class PressChip(QAbstractButton):
    """A rounded mark that can be pressed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._face = _Face(theme, self)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_chip(self, text: str, tone: Tone = Tone.QUIET, mark: str = "") -> None:
        """Show a text, an icon's name or "", and a tone; hidden while the text is empty."""
        self._face.tone, self._face.mark = tone, mark
        self.setText(text)
        self._face.shown(text)

    @override
    def sizeHint(self) -> QSize:
        return self._face.size(self.text())

    @override
    def minimumSizeHint(self) -> QSize:
        return self._face.least(self.text())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self._face.paint(QPainter(self), self.text())


class _Face:
    """How both are drawn and how large they are."""

    def __init__(self, theme: Theme, chip: QWidget) -> None:
        self.tone, self.mark = Tone.QUIET, ""
        self._theme, self._chip = theme, chip
        chip.setFont(font(Role.SMALL))
        chip.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def shown(self, text: str) -> None:
        """Name the chip by its text and let it have its room."""
        self._chip.setAccessibleName(text)
        show_if(self._chip, text)
        self._chip.updateGeometry()
        self._chip.update()

    def size(self, text: str) -> QSize:
        metrics = self._chip.fontMetrics()
        width = metrics.horizontalAdvance(text) + 2 * _SIDE + self._mark_room()
        return QSize(width, metrics.height() + 9)

    def least(self, text: str) -> QSize:
        wanted = self.size(text)
        return QSize(min(72, wanted.width()), wanted.height())

    def paint(self, painter: QPainter, text: str) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, place = self._theme.tokens, QRectF(self._chip.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground(tokens, self.tone)))
        painter.drawRoundedRect(place, place.height() / 2, place.height() / 2)
        colour = tokens.soft if self.tone is Tone.QUIET else ink(tokens, self.tone)
        self._paint_words(painter, text, colour)
        if self._chip.hasFocus():
            paint_focus(painter, place, tokens.accent, radius=place.height() / 2 - 1)
        painter.end()

    def _paint_words(self, painter: QPainter, text: str, colour: str) -> None:
        room = QRectF(self._chip.rect()).adjusted(_SIDE, 0, -_SIDE, 0)
        if self.mark:
            top = (self._chip.height() - _ICON) / 2
            paint_icon(painter, self.mark, QRectF(room.left(), top, _ICON, _ICON), colour)
            room.setLeft(room.left() + self._mark_room())
        painter.setFont(self._chip.font())
        painter.setPen(QColor(colour))
        shown = self._chip.fontMetrics().elidedText(
            text, Qt.TextElideMode.ElideRight, int(room.width()) + 1
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _mark_room(self) -> int:
        return _ICON + 5 if self.mark else 0
