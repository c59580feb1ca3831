"""Everything the overview shows, in one frozen value that can be kept for the next first frame."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from app.domain.instant import Instant
from app.domain.meter import Level, Meter, Status
from app.domain.plan import Line, MeterKind
from app.domain.receipt import Receipt
from app.wording.words import Words
from ui.banners.state import BannersState, banners_state
from ui.entries.state import EntriesState, entries_state
from ui.forecast.state import ForecastState, forecast_state
from ui.gauge.state import GaugeState, gauge_state
from ui.live.start_state import StartCallState, start_call_state
from ui.live.state import LiveState, live_states
from ui.meters.connect_state import ConnectState, Destination, connect_state
from ui.meters.state import MeterCardState, meter_cards, second_leg_card
from ui.overview.frozen import from_json, to_json
from ui.people.state import WhoRowState, who_row_state
from ui.text.cycle import first_day, last_day
from ui.text.person import whose
from ui.welcome.state import Sources, WelcomeState, welcome_state


@dataclass(frozen=True, slots=True)
class HeaderState:
    """The head of the page: its name, the plan in force and its cycle, "" where there is none."""

    title: str
    plan: str = ""
    cycle: str = ""


@dataclass(frozen=True, slots=True)
class CycleUse:
    """What a cycle's calls cost: minutes of second legs, and billed calls by destination."""

    second_leg: int = 0
    destinations: tuple[Destination, ...] = ()


@dataclass(frozen=True, slots=True)
class Beside:
    """What a status does not carry; ``people``: those among whom one is still to be found."""

    use: CycleUse = field(default_factory=CycleUse)
    sources: Sources = field(default_factory=Sources)
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OverviewState:
    """The page; what is None or empty takes no room."""

    header: HeaderState
    banners: BannersState
    live: tuple[LiveState, ...]
    start_call: StartCallState
    gauge: GaugeState | None
    forecast: ForecastState | None
    connect: ConnectState | None
    welcome: WelcomeState | None
    meters: tuple[MeterCardState, ...]
    entries: EntriesState | None
    who: WhoRowState | None = None

    def to_json(self) -> str:
        """Write the state for the next first frame."""
        return to_json(self)

    @classmethod
    def from_json(cls, text: str) -> "OverviewState":
        """Read a state back; ValueError when another version of the program wrote it."""
        return from_json(cls, text)


def overview_state(
    words: Words,
    status: Status,
    entries: Iterable[Receipt],
    now: Instant,
    *,
    beside: Beside = Beside(),
    folded: Collection[str] = (),
) -> OverviewState:
    """Make the page from a status and the last entries, newest first.

    ``folded``: kinds of billing banners the person folded. Snoozed banners are out of the status
    already.
    """
    main = main_meter(status.meters)
    use, sources, first = beside.use, beside.sources, status.first_reading
    silent = all(meter.level is Level.NO_DATA for meter in status.meters)
    return OverviewState(
        header=_header(words, main),
        banners=banners_state(words, status, now, folded=folded),
        live=live_states(words, status, now),
        start_call=start_call_state(words),
        gauge=_gauge(words, status, main, now),
        forecast=_forecast(words, status, main, now) if not silent else None,
        connect=_connect(words, status, main, use),
        welcome=welcome_state(words, sources, planned=main is not None, first=first)
        if silent
        else None,
        meters=_cards(words, status, main, now, use),
        entries=None if silent else entries_state(words, entries, now),
        who=who_row_state(words, beside.people),
    )


def main_meter(meters: tuple[Meter, ...]) -> Meter | None:
    """The meter of the gauge: minutes before other calls, calls before texts."""
    for chosen in (
        lambda meter: meter.kind is MeterKind.MINUTES,
        lambda meter: meter.line is Line.CALLS,
        lambda meter: True,
    ):
        if (found := next(filter(chosen, meters), None)) is not None:
            return found
    return None


def _header(words: Words, main: Meter | None) -> HeaderState:
    title = words.say("Overview")
    if main is None:
        return HeaderState(title)
    days = words.days(first_day(main.cycle), last_day(main.cycle))
    cycle = words.say("Cycle {days} · {zone}", days=days, zone=main.cycle.zone)
    return HeaderState(title, main.plan_title, cycle)


def _gauge(words: Words, status: Status, main: Meter | None, now: Instant) -> GaugeState | None:
    if main is None:
        return None
    return gauge_state(words, main, now, status)


def _forecast(
    words: Words, status: Status, main: Meter | None, now: Instant
) -> ForecastState | None:
    """The forecast, until something is billed: then the section of what it costs stands there."""
    if main is None or _is_connected(main):
        return None
    return forecast_state(words, main, now, person=whose(words, status, main))


def _connect(
    words: Words, status: Status, main: Meter | None, use: CycleUse
) -> ConnectState | None:
    if main is None or not _is_connected(main):
        return None
    person = whose(words, status, main)
    return connect_state(words, main, use.destinations, status.key(main), person=person)


def _is_connected(main: Meter) -> bool:
    return main.linked and (main.billed > 0 or main.level is Level.BILLED)


def _cards(
    words: Words, status: Status, main: Meter | None, now: Instant, use: CycleUse
) -> tuple[MeterCardState, ...]:
    others = [meter for meter in status.meters if meter is not main]
    cards = meter_cards(words, others, now, status)
    if main is None or main.level is Level.NO_DATA or not use.second_leg:
        return cards
    return (*cards, second_leg_card(words, main, use.second_leg, status))
