"""The bar meter: how much is used, with a mark for how much of the cycle has gone."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui.theme.theme import Theme
from ui.theme.tokens import ground, ink
from ui.theme.tone import Tone
from ui.widgets.hatch import fill_hatched

_THICK = 8.0
_MARK = 18.0


class BarMeter(QWidget):
    """A bar; both shares in thousandths, ``elapsed`` None where no cycle is meant."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._filled = 0
        self._elapsed: int | None = None
        self._tone = Tone.PLAIN
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bar(self, filled: int, elapsed: int | None, tone: Tone, sentence: str) -> None:
        """Show the shares; ``sentence`` is what is read aloud, with its unit."""
        self._filled, self._elapsed, self._tone = filled, elapsed, tone
        self.setAccessibleName(sentence)
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
        tokens = self._theme.tokens
        whole = QRectF(0, (self.height() - _THICK) / 2, self.width(), _THICK)
        painter.fillPath(_rounded(whole), QColor(tokens.track))
        self._paint_used(painter, whole)
        if self._elapsed is not None:
            x = round((self.width() - 2) * min(1000, self._elapsed) / 1000)
            painter.fillRect(
                QRectF(x, (self.height() - _MARK) / 2, 1.6, _MARK), QColor(tokens.text)
            )

    def _paint_used(self, painter: QPainter, whole: QRectF) -> None:
        if self._filled <= 0:
            return
        tokens = self._theme.tokens
        used = QRectF(whole)
        used.setWidth(max(_THICK, whole.width() * min(1000, self._filled) / 1000))
        if self._tone is Tone.BILLED:
            fill_hatched(
                painter, _rounded(used), ink(tokens, self._tone), ground(tokens, self._tone)
            )
        else:
            painter.fillPath(_rounded(used), QColor(ink(tokens, self._tone)))


def _rounded(place: QRectF) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(place, _THICK / 2, _THICK / 2)
    return path
