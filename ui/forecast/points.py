"""The points of the chart: days of the cycle against units used, whole numbers throughout."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.cycle import local_day
from app.domain.instant import Instant
from app.domain.meter import Meter
from app.wording.units import short_amount
from app.wording.words import Words
from ui.text.cycle import first_day, last_day
from ui.theme.tone import Tone

_WEEK = 7


@dataclass(frozen=True, slots=True)
class ChartState:
    """The chart of one cycle.

    ``span``: days of the cycle. ``used``: (days since the start, units used by then), the last one
    being today. ``expected``: (days since the start, low, mean, high) from today on. ``ticks``:
    (days since the start, label). ``limit``: units
    included. ``tone``: that of the projection.
    """

    span: int
    used: tuple[tuple[int, int], ...]
    expected: tuple[tuple[int, int, int, int], ...]
    ticks: tuple[tuple[int, str], ...]
    tone: Tone
    limit: int
    limit_label: str
    today_label: str

    @property
    def top(self) -> int:
        """The highest value that must fit."""
        highest = (high for _, _, _, high in self.expected)
        return max(self.limit, *(units for _, units in self.used), *highest, 1)


def chart_state(words: Words, meter: Meter, now: Instant) -> ChartState:
    """Make the chart of a meter's cycle."""
    start, end = first_day(meter.cycle), last_day(meter.cycle)
    used = tuple(_used(meter, start, local_day(now, meter.cycle.zone)))
    included = short_amount(words, meter.kind, meter.included)
    return ChartState(
        span=(end - start).days + 1,
        used=used,
        expected=tuple(_expected(meter, start)),
        ticks=tuple(_ticks(words, start, end)),
        tone=_tone(meter),
        limit=meter.included,
        limit_label=words.say("included {amount}", amount=included),
        today_label=words.say("today {n}", n=used[-1][1]) if len(used) > 1 else "",
    )


def _tone(meter: Meter) -> Tone:
    """The projection is coloured only where it crosses the limit before the reset."""
    ends = meter.forecast is not None and meter.forecast.runs_out is not None
    return Tone.NEAR if ends else Tone.PLAIN


def used_up_on(meter: Meter) -> date | None:
    """The local day on which the allowance was reached, None while it was not."""
    total = 0
    for day, units in meter.days:
        total += units
        if total >= meter.included:
            return day
    return None


def _used(meter: Meter, start: date, today: date) -> Iterator[tuple[int, int]]:
    """A point at the end of each day with use, from nothing at the start until today."""
    yield 0, 0
    total, reached = 0, 0
    for day, units in meter.days:
        position = (day - start).days
        if position > reached:
            yield position, total
        total, reached = total + units, position + 1
        yield reached, total
    now = (today - start).days + 1
    if meter.days and now > reached:
        yield now, total


def _expected(meter: Meter, start: date) -> Iterator[tuple[int, int, int, int]]:
    if meter.forecast is not None:
        for day, low, mean, high in meter.forecast.expected:
            yield (day - start).days + 1, low, mean, high


def _ticks(words: Words, start: date, end: date) -> Iterator[tuple[int, str]]:
    """The first day of each week and the last day, without two that would touch."""
    length = (end - start).days
    for position in range(0, length - 4, _WEEK):
        yield position, words.day(start + timedelta(days=position))
    yield length, words.day(end)
