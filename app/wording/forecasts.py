"""Will it last: the forecast of a meter in words."""

from app.domain.meter import Forecast, Meter
from app.domain.plan import MeterKind
from app.wording.units import joined, short_amount
from app.wording.words import Words


def lasts(words: Words, forecast: Forecast) -> str:
    """Write "At this pace it lasts until Mon 23 Nov", or that it lasts until the reset."""
    if forecast.runs_out is None:
        return words.say("It lasts until the reset")
    return words.say("At this pace it lasts until {day}", day=words.weekday_day(forecast.runs_out))


def pace(words: Words, kind: MeterKind, forecast: Forecast) -> str:
    """Write "About 88 min on a working day · 6 working days left · likely 23 – 24 Nov"."""
    used = short_amount(words, kind, forecast.per_working_day)
    return joined(
        words.say("About {amount} on a working day", amount=used),
        words.say_many("{n} working day left", "{n} working days left", forecast.working_days_left),
        _likely(words, forecast),
    )


def safe_pace(words: Words, kind: MeterKind, forecast: Forecast) -> str:
    """Write "14 min a working day is safe"."""
    n = forecast.safe_per_working_day
    if n < 1:
        return words.say(
            "Less than {amount} a working day is safe", amount=short_amount(words, kind, 1)
        )
    match kind:
        case MeterKind.MINUTES:
            return words.say("{n} min a working day is safe", n=n)
        case MeterKind.CALLS:
            return words.say_many(
                "{n} call a working day is safe", "{n} calls a working day are safe", n
            )
        case MeterKind.SMS | MeterKind.MMS:
            return words.say_many(
                "{n} segment a working day is safe", "{n} segments a working day are safe", n
            )


def forecast_line(words: Words, meter: Meter) -> str:
    """Write the forecast of a meter in one line, "" while there is none."""
    if meter.forecast is None:
        return ""
    return joined(lasts(words, meter.forecast), safe_pace(words, meter.kind, meter.forecast))


def _likely(words: Words, forecast: Forecast) -> str:
    if forecast.earliest is None or forecast.latest is None:
        return ""
    return words.say("likely {days}", days=words.days(forecast.earliest, forecast.latest))
