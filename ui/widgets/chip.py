"""Chips: a word or two with an icon on a tinted ground, as a mark or as a button."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy
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


class _Drawn:
    """What both show; mixed into a widget that has a text."""

    _face: "_Face"

    def show_chip(self, text: str, tone: Tone = Tone.QUIET, mark: str = "") -> None:
        """Show a text, an icon's name or "", and a tone; hidden while the text is empty."""
        self._face.show(text, tone, mark)


class Chip(_Drawn, QLabel):
    """A rounded mark of words; screen readers read it like any other text."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._face = _Face(theme, self)
        self.setTextFormat(Qt.TextFormat.PlainText)

    @override
    def sizeHint(self) -> QSize:
        return self._face.size()

    @override
    def minimumSizeHint(self) -> QSize:
        return self._face.least()

    @override
    def paintEvent(self, _: QPaintEvent) -> None:
        self._face.paint()


class PressChip(_Drawn, QAbstractButton):
    """A rounded mark that can be pressed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._face = _Face(theme, self)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def sizeHint(self) -> QSize:
        return self._face.size()

    @override
    def minimumSizeHint(self) -> QSize:
        return self._face.least()

    @override
    def paintEvent(self, _: QPaintEvent) -> None:
        self._face.paint()


class _Face:
    """How both are drawn and how large they are."""

    def __init__(self, theme: Theme, chip: QLabel | QAbstractButton) -> None:
        self._tone, self._mark = Tone.QUIET, ""
        self._theme, self._chip = theme, chip
        chip.setFont(font(Role.SMALL))
        chip.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show(self, text: str, tone: Tone, mark: str) -> None:
        """Show it, name the chip by its text and let it have its room."""
        self._tone, self._mark = tone, mark
        self._chip.setText(text)
        self._chip.setAccessibleName(text)
        show_if(self._chip, text)
        self._chip.updateGeometry()
        self._chip.update()

    def size(self) -> QSize:
        metrics = self._chip.fontMetrics()
        width = metrics.horizontalAdvance(self._chip.text()) + 2 * _SIDE + self._mark_room()
        return QSize(width, metrics.height() + 9)

    def least(self) -> QSize:
        wanted = self.size()
        return QSize(min(72, wanted.width()), wanted.height())

    def paint(self) -> None:
        painter = QPainter(self._chip)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, place = self._theme.tokens, QRectF(self._chip.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground(tokens, self._tone)))
        painter.drawRoundedRect(place, place.height() / 2, place.height() / 2)
        colour = tokens.soft if self._tone is Tone.QUIET else ink(tokens, self._tone)
        self._paint_words(painter, colour)
        if self._chip.hasFocus():
            paint_focus(painter, place, tokens.accent, radius=place.height() / 2 - 1)
        painter.end()

    def _paint_words(self, painter: QPainter, colour: str) -> None:
        room = QRectF(self._chip.rect()).adjusted(_SIDE, 0, -_SIDE, 0)
        if self._mark:
            top = (self._chip.height() - _ICON) / 2
            paint_icon(painter, self._mark, QRectF(room.left(), top, _ICON, _ICON), colour)
            room.setLeft(room.left() + self._mark_room())
        painter.setFont(self._chip.font())
        painter.setPen(QColor(colour))
        shown = self._chip.fontMetrics().elidedText(
            self._chip.text(), Qt.TextElideMode.ElideRight, int(room.width()) + 1
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _mark_room(self) -> int:
        return _ICON + 5 if self._mark else 0
