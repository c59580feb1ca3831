"""Icons drawn by code on a field of 24 units: crisp at any size, in any ink, nothing to load."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

from ui.theme.strokes import STROKES

_FIELD = 24.0
_PEN = 1.9


def paint_icon(painter: QPainter, name: str, place: QRectF, ink: str) -> None:
    """Paint the icon into a square of the painter's own units; KeyError for an unknown name."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(place.topLeft())
    painter.scale(place.width() / _FIELD, place.height() / _FIELD)
    pen = QPen(QColor(ink), _PEN)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    for kind, *numbers in STROKES[name]:
        path = QPainterPath()
        _ADD[kind](path, numbers)
        painter.setPen(Qt.PenStyle.NoPen if kind == "dot" else pen)
        painter.setBrush(QColor(ink) if kind == "dot" else Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
    painter.restore()


def icon(name: str, ink: str, *, size: int = 20, ratio: float = 2.0) -> QIcon:
    """The icon for places that want a ``QIcon``: menus and the window itself."""
    pixmap = QPixmap(QSize(size, size) * ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_icon(painter, name, QRectF(0, 0, pixmap.width(), pixmap.height()), ink)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return QIcon(pixmap)


def _points(numbers: list[float]) -> list[QPointF]:
    return [QPointF(x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]


def _line(path: QPainterPath, numbers: list[float]) -> None:
    first, *others = _points(numbers)
    path.moveTo(first)
    for point in others:
        path.lineTo(point)


def _shape(path: QPainterPath, numbers: list[float]) -> None:
    _line(path, numbers)
    path.closeSubpath()


def _ring(path: QPainterPath, numbers: list[float]) -> None:
    x, y, radius = numbers
    path.addEllipse(QPointF(x, y), radius, radius)


def _arc(path: QPainterPath, numbers: list[float]) -> None:
    x, y, radius, start, span = numbers
    square = QRectF(x - radius, y - radius, 2 * radius, 2 * radius)
    path.arcMoveTo(square, start)
    path.arcTo(square, start, span)


def _curve(path: QPainterPath, numbers: list[float]) -> None:
    first, *others = _points(numbers)
    path.moveTo(first)
    for one, two, end in zip(others[::3], others[1::3], others[2::3], strict=True):
        path.cubicTo(one, two, end)


_ADD: dict[str, Callable[[QPainterPath, list[float]], None]] = {
    "line": _line,
    "shape": _shape,
    "ring": _ring,
    "dot": _ring,
    "arc": _arc,
    "curve": _curve,
}
