"""Hatching: the pattern that says "billed" to eyes that do not tell the colours apart."""

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

_STEP = 11.0


def fill_hatched(painter: QPainter, path: QPainterPath, colour: str, base: str) -> None:
    """Fill a path with slanted stripes of ``colour`` on ``base``, in whole steps from the left."""
    painter.save()
    painter.fillPath(path, QColor(base))
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    pen = QPen(QColor(colour), _STEP * 0.42)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawLines(_stripes(path.boundingRect()))
    painter.restore()


def _stripes(place: QRectF) -> list[QLineF]:
    rise = place.height()
    count = int((place.width() + rise) / _STEP) + 2
    starts = [place.left() - rise + _STEP * index for index in range(count)]
    return [
        QLineF(x - _STEP, place.bottom() + _STEP, x + rise + _STEP, place.top() - _STEP)
        for x in starts
    ]
