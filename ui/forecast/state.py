"""What the forecast card shows: its sentences and the points of its chart."""

from dataclasses import dataclass

from app.domain.instant import Instant
from app.domain.meter import Level, Meter
from app.wording.forecasts import lasts, pace
from app.wording.units import joined
from app.wording.words import Words
from ui.forecast.points import ChartState, chart_state, used_up_on
from ui.text.cycle import days_left, reset_day
from ui.theme.tone import Tone


@dataclass(frozen=True, slots=True)
class ForecastState:
    """The card: a title, a chip with its icon, what is likely, how sure that is, and a chart."""

    title: str
    headline: str
    detail: str
    chip: str
    chip_tone: Tone
    chip_mark: str
    chart: ChartState
    spoken: str


def forecast_state(words: Words, meter: Meter, now: Instant, *, person: str = "") -> ForecastState:
    """Make the card of a meter; too few days yet are said, never guessed over.

    ``person``: whose meter it is, "" where that goes without saying.
    """
    headline, detail = _sentences(words, meter, now)
    chip, tone, mark = _chip(words, meter)
    return ForecastState(
        title=joined(words.say("Will it last?"), person),
        headline=headline,
        detail=detail,
        chip=chip,
        chip_tone=tone,
        chip_mark=mark,
        chart=chart_state(words, meter, now),
        spoken=f"{headline}. {detail}".replace("..", "."),
    )


def _sentences(words: Words, meter: Meter, now: Instant) -> tuple[str, str]:
    if meter.level is Level.NO_DATA:
        return words.say("No data yet"), words.say("The chart begins with the first call.")
    if not meter.remaining:
        return _used_up(words, meter, now)
    forecast = meter.forecast
    if forecast is None:
        return words.say("Too early to tell"), words.say("A forecast needs three working days.")
    return lasts(words, forecast), pace(words, meter.kind, forecast)


def _used_up(words: Words, meter: Meter, now: Instant) -> tuple[str, str]:
    day = used_up_on(meter)
    headline = words.say("Used up")
    if day is not None:
        headline = words.say("Used up on {day}", day=words.weekday_day(day))
    reset = words.weekday_day(reset_day(meter.cycle))
    detail = words.say_many(
        "{n} day until the reset on {day}",
        "{n} days until the reset on {day}",
        days_left(meter.cycle, now),
        day=reset,
    )
    return headline, detail


def _chip(words: Words, meter: Meter) -> tuple[str, Tone, str]:
    if meter.forecast is None or not meter.remaining or meter.level is Level.NO_DATA:
        return "", Tone.QUIET, ""
    if meter.forecast.runs_out is not None:
        return words.say("ahead of pace"), Tone.NEAR, "ahead"
    return words.say("within pace"), Tone.QUIET, "done"
