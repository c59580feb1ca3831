"""The plain text of ``talktally status``: banners first, then each meter, then how old it is."""

from app.domain.banner import ABOUT_TRUST
from app.domain.meter import Banner, LiveCall, Meter, Status
from app.wording.banners import banner_text
from app.wording.forecasts import forecast_line
from app.wording.levels import level_word, meter_line, meter_name, trust_word
from app.wording.units import joined, short_amount
from app.wording.words import Words


def status_lines(words: Words, status: Status) -> list[str]:
    """Write the status line by line, without line ends."""
    lines = [f"! {_banner(words, each, status)}" for each in status.banners]
    lines += [_live_line(words, call) for call in status.live]
    if lines:
        lines.append("")
    lines += _meter_lines(words, status.meters) if status.meters else _no_plan(words)
    return [*lines, "", _age_line(words, status)]


def _banner(words: Words, banner: Banner, status: Status) -> str:
    text, agent = banner_text(words, banner, status.as_of).text, banner.meter.agent
    if not (status.several and agent and banner.kind not in ABOUT_TRUST):
        return text
    return words.say("{person}: {sentence}", person=agent, sentence=text)


def _no_plan(words: Words) -> list[str]:
    return [
        words.say("No plan is chosen yet, so there is nothing to measure against."),
        words.say("To choose one: {command}", command="talktally plan use hubspot-professional"),
    ]


def _meter_lines(words: Words, meters: tuple[Meter, ...]) -> list[str]:
    lines: list[str] = []
    heading = ""
    names = [meter_name(words, meter) for meter in meters]
    width = max(len(name) for name in names)
    for name, meter in zip(names, meters, strict=True):
        if _heading(meter) != heading:
            lines += ["", _heading(meter)] if heading else [_heading(meter)]
            heading = _heading(meter)
        told = joined(meter_line(words, meter), _level_apart(words, meter))
        lines.append(f"  {name:{width}}  {told}")
        forecast = forecast_line(words, meter)
        if forecast:
            lines.append(f"  {'':{width}}  {forecast}")
    return lines


def _heading(meter: Meter) -> str:
    return f"{meter.plan_title} · {meter.agent}" if meter.agent else meter.plan_title


def _level_apart(words: Words, meter: Meter) -> str:
    """Name the level, but not where the line has just said that there is no data."""
    has_data = meter.level.value != "no_data"
    return level_word(words, meter) if has_data else ""


def _live_line(words: Words, call: LiveCall) -> str:
    return joined(
        words.say("On a call with {number}", number=words.phone(call.number))
        if call.number
        else words.say("On a call"),
        words.duration(call.elapsed_us),
        words.say("{amount} so far", amount=short_amount(words, None, call.minutes)),
    )


def _age_line(words: Words, status: Status) -> str:
    zone = status.meters[0].cycle.zone if status.meters else "UTC"
    age = words.say("As of {time} ({zone})", time=words.day_time(status.as_of, zone), zone=zone)
    return joined(age, trust_word(words, status.trust, status.first_reading))
