"""The icon painted: the arc of the gauge on the pixel grid, in inks for panels of any colour."""

from math import pi

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

from ui.theme.tone import Tone
from ui.tray.shapes import BADGES, MARKS, ROOM, Shape
from ui.tray.symbol import STEPS, TRUST_MARKS, Badge, Mark, Symbol

#: Sides of the pictures, px: those of panels, and twice as much for dense screens.
SIDES = (16, 20, 22, 24, 32, 40, 44, 48, 64)
#: The field on which shapes are drawn.
_FIELD = 16.0
#: The arc and how thick it is, on that field.
_START, _SPAN, _STROKE = 220, 260, 3.0
#: On white and on near black each of them stands at 3:1 or better.
INKS = {
    Tone.PLAIN: "#2f7ff0",
    Tone.NEAR: "#c47a00",
    Tone.STOP: "#dc4a20",
    Tone.BILLED: "#dc4a20",
    Tone.QUIET: "#808894",
}
_TRACK = QColor(128, 136, 148, 120)
_TEMPLATE = "#000000"
#: A broken arc has so many pieces, and gaps of so many widths of its pen.
_PIECES, _GAP = 5, 0.8


def tray_icon(symbol: Symbol, *, template: bool = False) -> QIcon:
    """Paint a symbol in every size.

    ``template``: in black alone, for a menu bar that gives it its own colour.
    """
    icon = QIcon()
    for side in SIDES:
        icon.addPixmap(picture(symbol, side, template=template))
    icon.setIsMask(template)
    return icon


def picture(symbol: Symbol, side: int, *, template: bool = False) -> QPixmap:
    """Paint a symbol in one size, in px."""
    made = QPixmap(QSize(side, side))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    ink = QColor(_TEMPLATE if template else INKS[symbol.tone])
    quiet = QColor(_TEMPLATE if template else INKS[Tone.QUIET])
    if symbol.mark is Mark.BLOCKED:
        _draw_disc(painter, symbol, side, quiet if symbol.old else ink)
    else:
        _draw_arc(painter, symbol, side, quiet if symbol.old else ink)
        told = quiet if symbol.mark in TRUST_MARKS else ink
        _draw(painter, MARKS[symbol.mark], side, told)
    _draw(painter, BADGES[symbol.badge], side, ink)
    painter.end()
    return made


def _draw_disc(painter: QPainter, symbol: Symbol, side: int, ink: QColor) -> None:
    """Draw a full disc out of which the bar is cut, and room for what stands in the gap."""
    painter.setBrush(ink)
    painter.drawEllipse(QRectF(0, 0, side, side))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
    _draw(painter, MARKS[symbol.mark], side, ink)
    if symbol.badge is not Badge.NONE:
        _draw(painter, ROOM, side, ink)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)


def _draw_arc(painter: QPainter, symbol: Symbol, side: int, ink: QColor) -> None:
    """Draw the arc and how much of it is used, in pieces where the figure is old."""
    width = round(_STROKE * side / _FIELD)
    place = QRectF(0, 0, side, side).adjusted(width / 2, width / 2, -width / 2, -width / 2)
    pen = QPen(_TRACK, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    if symbol.old:
        pen.setDashPattern(_broken(place.width() / width))
    for colour, steps in ((_TRACK, STEPS), (ink, symbol.filled)):
        pen.setColor(colour)
        painter.setPen(pen)
        if steps:
            painter.drawArc(place, _START * 16, -_SPAN * 16 * steps // STEPS)
    painter.setPen(Qt.PenStyle.NoPen)


def _broken(diameter: float) -> tuple[float, float]:
    """Return piece and gap that begin and end an arc with a piece; all in widths of the pen."""
    length = pi * diameter * _SPAN / 360
    return (length + _GAP) / _PIECES - _GAP, _GAP


def _draw(painter: QPainter, shapes: tuple[Shape, ...], side: int, ink: QColor) -> None:
    painter.setBrush(ink)
    scale = side / _FIELD
    for kind, numbers in shapes:
        if kind == "box":
            painter.drawRect(_box(numbers, side))
        elif kind == "line":
            one, two = _points(numbers, scale)
            painter.setPen(QPen(ink, 2 * scale))
            painter.drawLine(one, two)
            painter.setPen(Qt.PenStyle.NoPen)
        elif kind == "dot":
            x, y, radius = (number * scale for number in numbers)
            painter.drawEllipse(QPointF(x, y), radius, radius)
        else:
            painter.drawPolygon(_points(numbers, scale))


def _box(numbers: tuple[float, ...], side: int) -> QRectF:
    """Place a box on whole pixels, never thinner than the grid of 16 would have it."""
    x, y, width, height = numbers
    left, top = round(x * side / _FIELD), round(y * side / _FIELD)
    right, bottom = round((x + width) * side / _FIELD), round((y + height) * side / _FIELD)
    return QRectF(left, top, right - left, bottom - top)


def _points(numbers: tuple[float, ...], scale: float) -> list[QPointF]:
    pairs = zip(numbers[::2], numbers[1::2], strict=True)
    return [QPointF(x * scale, y * scale) for x, y in pairs]
