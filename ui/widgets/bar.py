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


class BarMeter(QProgressBar):
    """A bar; both shares in thousandths, ``elapsed`` None where no cycle is meant.

    Painted here, but a progress bar to the system, so that screen readers get its value.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("part", "meter")
        self.setRange(0, 1000)
        self._theme = theme
        self._filled = 0
        self._elapsed: int | None = None
        self._tone = Tone.PLAIN
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bar(self, filled: int, elapsed: int | None, tone: Tone, sentence: str) -> None:
        """Show the shares; ``sentence`` is what is read aloud, with its unit."""
        self._filled, self._elapsed, self._tone = filled, elapsed, tone
        self.setAccessibleName(sentence)
        self.setValue(min(1000, filled))
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


def _rounded(place: QRectF) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(place, _THICK / 2, _THICK / 2)
    return path
