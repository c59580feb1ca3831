"""The bar meter: how much is used, with a mark for how much of the cycle has gone."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy
from typing_extensions import override

from ui.theme.theme import Theme
from ui.theme.tokens import Tokens, ground, ink
from ui.theme.tone import Tone
from ui.widgets.hatch import fill_hatched

_THICK = 8.0
_MARK = 18.0
#: What is drawn on top of what is used: this far apart, and never narrower, in px.
_APART, _LEAST_MORE = 2.0, 4.0
#: How strong its colour is, of 255.
_PALE = 140


class BarMeter(QProgressBar):
    """A bar; both shares in thousandths, ``elapsed`` None where no cycle is meant.

    Painted here, but a progress bar to the system, so that screen readers get its value.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("part", "meter")
        self.setRange(0, 1000)
        self._theme = theme
        self._filled = self._more = 0
        self._elapsed: int | None = None
        self._tone = Tone.PLAIN
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bar(
        self, filled: int, elapsed: int | None, tone: Tone, sentence: str, *, more: int = 0
    ) -> None:
        """Show the shares; ``sentence`` is what is read aloud, with its unit.

        ``more``: thousandths that come on top and are not settled yet, drawn apart.
        """
        self._filled, self._elapsed, self._tone, self._more = filled, elapsed, tone, more
        self.setAccessibleName(sentence)
        self.setValue(min(1000, filled + more))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(120, int(_MARK) + 2)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(40, int(_MARK) + 2)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.rect())
        paint_bar(painter, place, self._theme.tokens, self._filled, self._elapsed, self._tone)
        if self._more:
            _paint_more(painter, place, self._theme.tokens, (self._filled, self._more), self._tone)


def paint_bar(
    painter: QPainter,
    place: QRectF,
    tokens: Tokens,
    filled: int,
    elapsed: int | None,
    tone: Tone,
) -> None:
    """Paint a bar into a place, as wide as it is; both shares in thousandths."""
    middle = place.center().y()
    whole = QRectF(place.left(), middle - _THICK / 2, place.width(), _THICK)
    painter.fillPath(_rounded(whole), QColor(tokens.track))
    if filled > 0:
        used = QRectF(whole)
        used.setWidth(max(_THICK, whole.width() * min(1000, filled) / 1000))
        if tone is Tone.BILLED:
            fill_hatched(painter, _rounded(used), ink(tokens, tone), ground(tokens, tone))
        else:
            painter.fillPath(_rounded(used), QColor(ink(tokens, tone)))
    if elapsed is not None:
        x = place.left() + round((place.width() - 2) * min(1000, elapsed) / 1000)
        painter.fillRect(QRectF(x, middle - _MARK / 2, 1.6, _MARK), QColor(tokens.text))


def _paint_more(
    painter: QPainter, place: QRectF, tokens: Tokens, shares: tuple[int, int], tone: Tone
) -> None:
    """Paint what comes on top, in a paler tone behind a gap: never by colour alone."""
    filled, more = shares
    wide = max(_LEAST_MORE, place.width() * more / 1000)
    begin = place.width() * min(1000, filled) / 1000 if filled else 0
    begin = max(0.0, min(begin, place.width() - wide))
    top = place.center().y() - _THICK / 2
    if filled:
        painter.fillRect(QRectF(place.left() + begin, top, _APART, _THICK), QColor(tokens.card))
    colour = QColor(ink(tokens, tone))
    colour.setAlpha(_PALE)
    begin += _APART if filled else 0
    part = QRectF(place.left() + begin, top, wide, _THICK)
    painter.fillRect(part, QColor(tokens.card))
    painter.fillRect(part, colour)


def _rounded(place: QRectF) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(place, _THICK / 2, _THICK / 2)
    return path
