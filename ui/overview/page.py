"""The overview as a page: shows its state and passes on what people want."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from ui.banners.banner import Banners
from ui.entries.table import EntriesCard
from ui.forecast.card import ForecastCard
from ui.gauge.gauge import Gauge
from ui.live.start import StartCall
from ui.live.state import LiveState
from ui.live.strip import LiveStrip
from ui.meters.card import MeterCard
from ui.meters.connect import ConnectCard
from ui.meters.state import MeterCardState
from ui.overview.header import Header
from ui.overview.state import OverviewState
from ui.people.row import WhoRow
from ui.theme.theme import Theme
from ui.welcome.page import WelcomeCard
from ui.widgets.card import GAP
from ui.widgets.columns import Columns

_MARGIN = 22
#: Narrower than this the page has narrow margins, in px.
_WIDE = 520
#: Wider than this the cards grow no more, in px: lines would be too long to follow.
_MOST = 1600


class OverviewPage(QWidget):
    """The page.

    ``why_asked`` carries a meter's id, ``receipt_asked`` an entry's, ``call_ended`` a call's;
    ``snoozed`` a :class:`ui.banners.banner.Snooze`; ``folded`` and ``unfolded`` a banner's kind;
    ``call_started`` a :class:`ui.live.start.StartedCall`; ``opened`` a part that should be seen;
    ``who_asked`` the names among which one's own is to be found.
    """

    why_asked = Signal(str)
    receipt_asked = Signal(str)
    snoozed = Signal(object)
    folded = Signal(str)
    unfolded = Signal(str)
    call_started = Signal(object)
    call_ended = Signal(str)
    plan_asked = Signal()
    join_asked = Signal()
    import_asked = Signal()
    accounts_asked = Signal()
    who_asked = Signal(object)
    sample_asked = Signal()
    sign_in_asked = Signal()
    opened = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("part", "page")
        self._theme = theme
        self._header = Header(theme)
        self._banners = Banners(theme)
        self._start_call = StartCall(theme)
        self._who = WhoRow(theme)
        self._people: tuple[str, ...] = ()
        self._gauge = Gauge(theme)
        self._forecast = ForecastCard(theme)
        self._connect = ConnectCard()
        self._welcome = WelcomeCard(theme)
        self._entries = EntriesCard(theme)
        self._strips: list[LiveStrip] = []
        self._meters: list[MeterCard] = []
        self._top = Columns(least=236, shares=(4, 7))
        self._below = Columns(least=186, shares=(1, 1, 1))
        self._column = QVBoxLayout(self)
        self._news, self._waiting = QVBoxLayout(), QVBoxLayout()
        self._can_wait: list[QWidget] = []
        self._low = False
        self._lay_out()
        self._connect_parts()

    @override
    def minimumSizeHint(self) -> QSize:
        """Narrower than its parts would like: they elide, wrap and stack."""
        return QSize(300, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = event.size().width()
        side = _MARGIN if width >= _WIDE else GAP
        beside = max(side, (width - _MOST) // 2)
        self._column.setContentsMargins(beside, min(side, 18), beside, 18)

    def insert_news(self, widget: QWidget) -> None:
        """Place a row above the cards, such as an import; it shows and hides itself."""
        self._news.addWidget(widget)

    def insert_offer(self, widget: QWidget) -> None:
        """Place a row that can wait: above the cards, but below the gauge where room is short."""
        self._can_wait.append(widget)
        self._place_offers()

    def stand(self, *, low: bool) -> None:
        """Leave the first sight to banner and gauge, where there is little height."""
        if low is not self._low:
            self._low = low
            self._place_offers()

    def first_focus(self) -> QWidget | None:
        """Return what has the keyboard at first: nothing, so that a stray key presses nothing."""
        return None

    def ask_for_call(self, number: str = "") -> None:
        """Open the form that starts a call by hand, with a number if one is known."""
        self._start_call.begin(number)
        self.opened.emit(self._start_call)

    def show_state(self, state: OverviewState) -> None:
        """Show the page."""
        self._header.show()
        self._header.show_state(state.header)
        self._banners.show_state(state.banners)
        self._start_call.show_state(state.start_call)
        self.show_live(state.live)
        self._who.show_state(state.who)
        self._people = state.who.people if state.who is not None else ()
        self._show_top(state)
        self._show_meters(state.meters)
        self._entries.setVisible(state.entries is not None)
        if state.entries is not None:
            self._entries.show_state(state.entries)

    def show_live(self, calls: tuple[LiveState, ...]) -> None:
        """Show the open calls; meant to be asked each second while there are any."""
        while len(self._strips) > len(calls):
            strip = self._strips.pop()
            strip.hide()
            strip.deleteLater()
        while len(self._strips) < len(calls):
            strip = LiveStrip(self._theme)
            strip.ended.connect(self.call_ended)
            self._strips.append(strip)
            self._news.addWidget(strip)
        for strip, call in zip(self._strips, calls, strict=True):
            strip.show_state(call)

    def _show_top(self, state: OverviewState) -> None:
        """The gauge, and beside it the first that there is: steps, costs, forecast."""
        shown: list[QWidget] = []
        for widget, part in (
            (self._gauge, state.gauge),
            (self._welcome, state.welcome),
            (self._connect, state.connect),
            (self._forecast, state.forecast),
        ):
            widget.setVisible(part is not None)
            if part is not None:
                widget.show_state(part)  # type: ignore[arg-type]  # each with its own state
                shown.append(widget)
        self._top.set_widgets(*shown)

    def _show_meters(self, cards: tuple[MeterCardState, ...]) -> None:
        while len(self._meters) > len(cards):
            card = self._meters.pop()
            card.hide()
            card.deleteLater()
        while len(self._meters) < len(cards):
            made = MeterCard(self._theme)
            made.setParent(self._below)
            made.why_asked.connect(self.why_asked)
            self._meters.append(made)
        for widget, state in zip(self._meters, cards, strict=True):
            widget.show_state(state)
        self._below.set_widgets(*self._meters)

    def _lay_out(self) -> None:
        column = self._column
        column.setSpacing(GAP)
        for rows in (self._news, self._waiting):
            rows.setSpacing(GAP)
        column.addWidget(self._header)
        column.addWidget(self._banners)
        column.addWidget(self._start_call)
        column.addWidget(self._who)
        column.addLayout(self._news)
        column.addWidget(self._top)
        column.addLayout(self._waiting)
        for part in (self._below, self._entries):
            column.addWidget(part)
        column.addStretch(1)
        for card in (self._gauge, self._forecast, self._connect, self._welcome):
            card.setParent(self._top)  # or one that is not on the page would be a window
        for shown in (self._header, self._banners, self._top, self._below, self._entries):
            shown.hide()  # until there is something to show
        self._start_call.hide()

    def _place_offers(self) -> None:
        for each in self._can_wait:
            (self._waiting if self._low else self._news).addWidget(each)

    def _connect_parts(self) -> None:
        for part in (self._banners, self._gauge, self._connect):
            part.why_asked.connect(self.why_asked)
        self._banners.snoozed.connect(self.snoozed)
        self._banners.folded.connect(self.folded)
        self._banners.unfolded.connect(self.unfolded)
        self._banners.sign_in_asked.connect(self.sign_in_asked)
        self._entries.receipt_asked.connect(self.receipt_asked)
        self._welcome.plan_asked.connect(self.plan_asked)
        self._welcome.join_asked.connect(self.join_asked)
        self._who.asked.connect(lambda: self.who_asked.emit(self._people))
        self._welcome.accounts_asked.connect(self.accounts_asked)
        self._welcome.import_asked.connect(self.import_asked)
        self._welcome.sample_asked.connect(self.sample_asked)
        self._start_call.started.connect(self._on_call_started)
        self._start_call.closed.connect(self._start_call.leave)

    def _on_call_started(self, call: object) -> None:
        self._start_call.leave()
        self.call_started.emit(call)
