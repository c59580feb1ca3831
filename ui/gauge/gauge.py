"""The gauge as a widget: paints its state, and says when somebody asks why."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout
from typing_extensions import override

from ui.gauge.arc import across, arc
from ui.gauge.level import GaugeLevel
from ui.gauge.state import GaugeState
from ui.text.phrase import side_by_side
from ui.theme.fonts import Role, font, font_in_pixels, text_percent
from ui.theme.theme import Theme
from ui.theme.tokens import ground, ink
from ui.theme.tone import Tone
from ui.widgets.card import Card, is_press
from ui.widgets.hatch import fill_hatched
from ui.widgets.labels import ElidedLabel, PhraseLabel, label, set_text
from ui.widgets.marks import paint_focus

_DIAMETER = 220.0
_FIGURE = 54.0
_BOLD = QFont.Weight.Bold
#: How wide a figure may be between the sides of the arc.
_ROOM = 148.0
_LEAST = 196
#: The drawing ends below the open ends of the arc, which are higher than the whole circle.
_HEIGHT = 0.85
_WHOLE = 1000
#: Thousandths of the arc: what open calls use is never smaller, and so far from what was used.
_LEAST_LIVE, _GAP = 18, 6
#: How strong its colour is, of 255.
_PALE = 140


class Dial(QAbstractButton):
    """The arc with the figure in it, a button to screen readers; ``clicked`` by Enter and Space."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._state: GaugeState | None = None
        self._level = GaugeLevel(self)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_state(self, state: GaugeState) -> None:
        """Paint a state and say it to screen readers."""
        self._state = state
        self.setAccessibleName(state.spoken)
        self.setAccessibleDescription(state.why)
        self._level.show_state(state)
        self.setToolTip(state.why)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        # Half as much larger as the text: the words inside are to be read, the arc large enough.
        wide = _DIAMETER * (100 + text_percent()) / 200
        return QSize(int(wide) + 12, int(wide * _HEIGHT) + 12)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, int(_LEAST * _HEIGHT))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._level.resize(event.size())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_press(event):
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._state is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = self._square()
        self._paint_arc(painter, place, self._state)
        self._paint_figure(painter, place, self._state)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), self._theme.tokens.accent)

    def _square(self) -> QRectF:
        """The square of the whole circle: as wide as there is room, its lower part left out."""
        side = min(self.width() - 8.0, (self.height() - 6.0) / _HEIGHT)
        top = (self.height() - side * _HEIGHT) / 2
        return QRectF((self.width() - side) / 2, top, side, side)

    def _paint_arc(self, painter: QPainter, place: QRectF, state: GaugeState) -> None:
        tokens = self._theme.tokens
        painter.fillPath(arc(place, 1000), QColor(tokens.track))
        if state.filled or state.live:
            self._paint_used(painter, place, state)
        pen = QPen(QColor(tokens.text), max(1.6, place.width() * 2.4 / _DIAMETER))
        painter.setPen(pen)
        painter.drawLine(across(place, state.elapsed))

    def _paint_live(self, painter: QPainter, place: QRectF, state: GaugeState) -> QPainterPath:
        """Paint what open calls use behind a gap, in a paler tone; return where it is used."""
        tokens = self._theme.tokens
        live = max(state.live, _LEAST_LIVE)
        used = max(0, min(state.filled, _WHOLE - live))
        pale = QColor(ink(tokens, state.tone))
        pale.setAlpha(_PALE)
        painter.fillPath(arc(place, used + live), pale)
        if used:
            painter.fillPath(arc(place, used + _GAP), QColor(tokens.card))
        return arc(place, used) if used else QPainterPath()

    def _paint_used(self, painter: QPainter, place: QRectF, state: GaugeState) -> None:
        tokens, path = self._theme.tokens, arc(place, state.filled)
        if state.live:
            path = self._paint_live(painter, place, state)
        colour = tokens.soft if state.old else ink(tokens, state.tone)
        if state.tone is Tone.BILLED:
            fill_hatched(painter, path, colour, ground(tokens, state.tone))
        else:
            painter.fillPath(path, QColor(colour))

    def _paint_figure(self, painter: QPainter, place: QRectF, state: GaugeState) -> None:
        tokens, scale = self._theme.tokens, place.width() / _DIAMETER
        painter.setFont(_figure_font(state.figure, scale))
        painter.setPen(QColor(tokens.soft if state.old else tokens.text))
        middle = place.center().y()
        box = QRectF(place.left(), middle - 40 * scale, place.width(), 60 * scale)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, state.figure)
        painter.setFont(_unit_font(state.unit, scale))
        painter.setPen(QColor(tokens.soft))
        below = QRectF(place.left(), box.bottom(), place.width(), 30 * scale)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, state.unit)


def _figure_font(figure: str, scale: float) -> QFont:
    """The figure's font, smaller where a long figure would touch the arc."""
    wanted = font_in_pixels(_FIGURE * scale, _BOLD)
    width, room = QFontMetricsF(wanted).horizontalAdvance(figure), _ROOM * scale
    return wanted if width <= room else font_in_pixels(_FIGURE * scale * room / width, _BOLD)


def _unit_font(unit: str, scale: float) -> QFont:
    """The font of the line below the figure: the largest that stays clear of the arc."""
    wanted = font(Role.BODY)
    if QFontMetricsF(wanted).horizontalAdvance(unit) <= _ROOM * scale:
        return wanted
    wanted = font(Role.SMALL)
    width = QFontMetricsF(wanted).horizontalAdvance(unit)
    if width <= _ROOM * scale:
        return wanted
    pixels = QFontInfo(wanted).pixelSize() * _ROOM * scale / width
    return font_in_pixels(int(pixels), QFont.Weight.Normal)


class Gauge(Card):
    """The card of the gauge; ``why_asked`` carries the meter's id."""

    why_asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._meter = ""
        self._dial = Dial(theme)
        self._person = ElidedLabel(Role.SMALL)
        self._reset = label(Role.SMALL, ink="soft", wrap=True)
        self._use = PhraseLabel(Role.SMALL)
        self._use.setWordWrap(True)
        self._note = label(Role.SMALL, ink="soft")
        self._dial.clicked.connect(self._ask_why)
        self._lay_out()

    def show_state(self, state: GaugeState) -> None:
        """Show a gauge."""
        self._meter = state.meter
        self._dial.show_state(state)
        set_text(self._person, state.person)
        set_text(self._reset, state.reset)
        set_text(self._note, state.note)
        self._use.set_phrase(side_by_side(state.used, state.pace))

    def _lay_out(self) -> None:
        self.column.setSpacing(3)
        self.column.addWidget(self._dial, 1)
        below = QVBoxLayout()
        below.setSpacing(3)
        for part in (self._person, self._reset, self._use, self._note):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            below.addWidget(part)
        self.column.addLayout(below)

    def _ask_why(self) -> None:
        self.why_asked.emit(self._meter)
