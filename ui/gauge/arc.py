"""The arc of the gauge: 260 degrees open at the bottom, and the line across it."""

from math import cos, radians, sin

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPainterPathStroker

SPAN = 260.0
_START = 90.0 + SPAN / 2
_STROKE = 18.0 / 220.0
_LINE = 26.0 / 220.0


def stroke_of(place: QRectF) -> float:
    """How thick the arc of a square is."""
    return place.width() * _STROKE


def arc(place: QRectF, thousandths: int) -> QPainterPath:
    """The outline of so much of the arc, with round ends, inside a square."""
    half = stroke_of(place) / 2
    square = place.adjusted(half, half, -half, -half)
    middle = QPainterPath()
    middle.arcMoveTo(square, _START)
    middle.arcTo(square, _START, -SPAN * max(thousandths, 1) / 1000)
    stroker = QPainterPathStroker()
    stroker.setWidth(stroke_of(place))
    stroker.setCapStyle(Qt.PenCapStyle.RoundCap)
    stroker.setCurveThreshold(0.05)
    return stroker.createStroke(middle)


def across(place: QRectF, thousandths: int) -> QLineF:
    """The line across the arc at so much of it."""
    angle = radians(_START - SPAN * thousandths / 1000)
    middle = place.width() / 2 - stroke_of(place) / 2
    reach = place.width() * _LINE / 2
    return QLineF(
        _on_circle(place.center(), middle - reach, angle),
        _on_circle(place.center(), middle + reach, angle),
    )


def _on_circle(centre: QPointF, radius: float, angle: float) -> QPointF:
    return QPointF(centre.x() + radius * cos(angle), centre.y() - radius * sin(angle))
