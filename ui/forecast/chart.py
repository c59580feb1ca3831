"""The chart of the cycle, painted: use by day, the limit, and where it is likely to go."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from ui.forecast.points import ChartState
from ui.theme.fonts import Role, font
from ui.theme.theme import Theme
from ui.theme.tokens import ink
from ui.widgets.drawing import Drawing

_BELOW = 24.0
_ABOVE = 24.0
_SIDES = 6.0


class Chart(Drawing):
    """Shows a chart state; its sentence is read aloud in place of the drawing."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._state: ChartState | None = None
        self.setFont(font(Role.SMALL))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_state(self, state: ChartState, spoken: str) -> None:
        """Paint a chart; ``spoken`` says what it shows."""
        self._state = state
        self.setAccessibleName(spoken)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(420, 190)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(180, 130)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._state is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        field = QRectF(self.rect()).adjusted(_SIDES, _ABOVE, -_SIDES, -self._below())
        self._paint_use(painter, field, self._state)
        self._paint_expected(painter, field, self._state)
        self._paint_limit(painter, field, self._state)
        self._paint_today(painter, field, self._state)
        self._paint_ticks(painter, field, self._state)

    def _paint_use(self, painter: QPainter, field: QRectF, state: ChartState) -> None:
        line = QPolygonF([_place(field, state, x, y) for x, y in state.used])
        if line.count() < 2:
            return
        area = QPainterPath()
        area.addPolygon(line)
        area.lineTo(line.at(line.count() - 1).x(), field.bottom())
        area.lineTo(line.at(0).x(), field.bottom())
        fill = QColor(self._theme.tokens.accent)
        fill.setAlphaF(0.14)
        painter.fillPath(area, fill)
        pen = QPen(QColor(self._theme.tokens.accent), 2.4)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(line)

    def _paint_expected(self, painter: QPainter, field: QRectF, state: ChartState) -> None:
        if not state.expected:
            return
        x_last, y_last = state.used[-1]
        points = [(x_last, y_last, y_last, y_last), *state.expected]
        low = [_place(field, state, x, least) for x, least, _, _ in points]
        mean = [_place(field, state, x, middle) for x, _, middle, _ in points]
        high = [_place(field, state, x, most) for x, _, _, most in points]
        band = QPainterPath()
        band.addPolygon(QPolygonF([*low, *reversed(high)]))
        colour = ink(self._theme.tokens, state.tone)
        fill = QColor(colour)
        fill.setAlphaF(0.28)
        painter.fillPath(band, fill)
        pen = QPen(QColor(colour), 2)
        pen.setDashPattern([3.5, 2.5])
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF(mean))

    def _paint_limit(self, painter: QPainter, field: QRectF, state: ChartState) -> None:
        tokens = self._theme.tokens
        y = round(_place(field, state, 0, state.limit).y()) + 0.5
        painter.setPen(QPen(QColor(tokens.text), 1))
        painter.drawLine(QPointF(field.left(), y), QPointF(field.right(), y))
        painter.setPen(QColor(tokens.soft))
        painter.drawText(self._limit_box(field, state), _LEFT, state.limit_label)

    def _limit_box(self, field: QRectF, state: ChartState) -> QRectF:
        """Where the limit's label stands: above its line, on the left."""
        y = _place(field, state, 0, state.limit).y()
        return self._box(state.limit_label, field.left() + 4, y - 4)

    def _paint_today(self, painter: QPainter, field: QRectF, state: ChartState) -> None:
        if not state.today_label:
            return
        tokens, dot = self._theme.tokens, _place(field, state, *state.used[-1])
        painter.setPen(QPen(QColor(tokens.card), 2))
        painter.setBrush(QColor(tokens.accent))
        painter.drawEllipse(dot, 5.5, 5.5)
        painter.setPen(QColor(tokens.text))
        painter.drawText(self._today_box(field, state, dot), _LEFT, state.today_label)

    def _today_box(self, field: QRectF, state: ChartState, dot: QPointF) -> QRectF:
        """Where today's label stands: left above its dot, clear of the limit and its label."""
        limit = _place(field, state, 0, state.limit).y()
        width = self._box(state.today_label, 0, 0).width()
        bottom = dot.y() - 7
        if limit - 6 < bottom < limit + 20:
            bottom = limit - 4 if dot.y() > limit - 6 else bottom
        left = max(field.left() + 4, dot.x() - width - 8)
        box = self._box(state.today_label, left, bottom)
        if box.intersects(self._limit_box(field, state).adjusted(-8, 0, 8, 0)):
            box = self._box(state.today_label, dot.x() + 10, max(dot.y(), limit) + box.height() + 6)
        if box.right() > self.width():
            box.moveRight(dot.x() - 10)
        return box

    def _below(self) -> float:
        """How much stands below the field: the days, in whatever size."""
        return max(_BELOW, QFontMetricsF(self.font()).height() + 4)

    def _box(self, text: str, left: float, bottom: float) -> QRectF:
        metrics = QFontMetricsF(self.font())
        width, height = metrics.horizontalAdvance(text) + 2, metrics.height()
        return QRectF(left, bottom - height, width, height)

    def _paint_ticks(self, painter: QPainter, field: QRectF, state: ChartState) -> None:
        painter.setPen(QPen(QColor(self._theme.tokens.hairline), 1))
        base = round(field.bottom()) + 0.5
        painter.drawLine(QPointF(field.left(), base), QPointF(field.right(), base))
        painter.setPen(QColor(self._theme.tokens.soft))
        taken = QRectF()
        for days, text in [*state.ticks[-1:], *state.ticks[:-1]]:
            box = self._box(text, 0, field.bottom() + self._below() - 2)
            x = _place(field, state, days, 0).x()
            box.moveLeft(max(0, min(x - box.width() / 2, self.width() - box.width())))
            if not box.adjusted(-8, 0, 8, 0).intersects(taken):
                painter.drawText(box, _LEFT, text)
                taken = taken.united(box) if taken.isNull() or days else box


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def _place(field: QRectF, state: ChartState, days: int, units: int) -> QPointF:
    """Where a day and a number of units are in the field."""
    x = field.left() + field.width() * days / state.span
    return QPointF(x, field.bottom() - field.height() * units / state.top)
