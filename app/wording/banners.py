"""What the banners say: what is true, until when, what can be done, and who else can do it."""

from collections.abc import Callable
from typing import NamedTuple

from app.domain.instant import Instant
from app.domain.meter import Banner, BannerKind, LiveCall, Meter
from app.domain.plan import MeterKind, PastLimit
from app.wording.forecasts import lasts, safe_pace
from app.wording.levels import resets
from app.wording.limits import (
    after_limit,
    billed_fact,
    billed_sums,
    none_left,
    pool_fact,
    resets_sentence,
    to_limit,
)
from app.wording.units import joined, price, stop
from app.wording.words import Words


class BannerText(NamedTuple):
    """``text`` says it in one line; the window shows ``headline`` bold and ``detail`` after it."""

    headline: str
    detail: str
    text: str


def banner_text(
    words: Words, banner: Banner, as_of: Instant | None = None, zone: str = ""
) -> BannerText:
    """Write a banner; ``as_of``: how old the figures are, told where a banner is about that.

    ``zone``: the one in which that is told, "" for the plan's.
    """
    kind = banner.kind
    if kind in _ABOUT_TRUST:
        headline, detail = _ABOUT_TRUST[kind](words)
        if (first := banner.first_reading) is not None:
            return _first_reading(words, kind, headline, first.name)
        age = _age(words, as_of, zone or banner.meter.cycle.zone)
        return BannerText(headline, f"{detail} {age}".strip(), f"{headline} {age or detail}")
    if kind is BannerKind.BILLED_CALL:
        return _billed_call(words, banner.meter, banner.call)
    return _ABOUT_METER[kind](words, banner.meter)


def _near(words: Words, meter: Meter) -> BannerText:
    fact = to_limit(words, meter)
    at_most = words.say("At most {amount}", amount=fact) if meter.at_least else fact
    detail = f"{resets_sentence(words, meter)} {after_limit(words, meter)}"
    return BannerText(stop(at_most), detail, joined(fact, resets(words, meter)))


def _pool(words: Words, meter: Meter) -> BannerText:
    used, included = words.number(meter.used), words.number(meter.included)
    text = pool_fact(words, meter, used, included)
    if not meter.at_least:
        headline = stop(text)
    else:
        least = words.say("at least {amount}", amount=used)
        headline = stop(pool_fact(words, meter, least, included))
    if meter.remaining:
        detail = f"{resets_sentence(words, meter)} {after_limit(words, meter)}"
    else:
        detail = f"{resets_sentence(words, meter)} {_further_texts(words, meter)}"
    return BannerText(headline, detail, text)


def _ahead(words: Words, meter: Meter) -> BannerText:
    if meter.forecast is None:
        text = words.say("Used faster than it lasts")
        return BannerText(stop(text), resets_sentence(words, meter), text)
    text = lasts(words, meter.forecast)
    safe = stop(safe_pace(words, meter.kind, meter.forecast))
    return BannerText(stop(text), f"{resets_sentence(words, meter)} {safe}", text)


def _limit_in_call(words: Words, meter: Meter) -> BannerText:
    headline, may_finish = words.say("Limit reached."), words.say("You can finish this call.")
    detail = f"{may_finish} {after_limit(words, meter)}"
    return BannerText(headline, detail, f"{headline} {may_finish}")


def _blocked(words: Words, meter: Meter) -> BannerText:
    headline, owner = none_left(words, meter), words.say("Your owner can change the plan.")
    return BannerText(headline, owner, f"{headline} {owner}")


def _could_be_billed(words: Words, meter: Meter) -> BannerText:
    calls = meter.kind is MeterKind.CALLS
    headline = words.say("No calls left.") if calls else words.say("No minutes left.")
    link = words.say("Link Twilio Connect to keep calling.")
    then = words.say("Calls are then billed per minute.")
    detail = f"{resets_sentence(words, meter)} {link} {then}"
    return BannerText(headline, detail, f"{headline} {link}")


def _billed(words: Words, meter: Meter) -> BannerText:
    fact, sums = billed_fact(words, meter), billed_sums(words, meter)
    told = f"{stop(', '.join(sums))} " if sums else ""
    text = joined(fact, *sums) if sums else joined(fact, resets(words, meter))
    return BannerText(stop(fact), told + resets_sentence(words, meter), text)


def _billed_call(words: Words, meter: Meter, call: LiveCall | None) -> BannerText:
    if meter.past is PastLimit.TWILIO_CONNECT:
        fact = words.say("This call is billed per minute through Twilio Connect")
    else:
        fact = words.say("This call is billed per minute")
    cost = _call_cost(words, call)
    sums = ", ".join(billed_sums(words, meter))
    cycle = words.say("Since the limit: {sums}", sums=sums) if sums else ""
    detail = " ".join(stop(piece) for piece in (", ".join(cost), cycle) if piece)
    return BannerText(stop(fact), detail, joined(fact, *cost))


def _sign_in(words: Words) -> tuple[str, str]:
    return words.say("Sign-in needed."), words.say(
        "Nothing new arrives until you sign in again or give a new key."
    )


def _differs(words: Words) -> tuple[str, str]:
    headline = words.say("The provider counts differently.")
    return headline, words.say("The entries that differ are marked in the activity.")


def _offline(words: Words) -> tuple[str, str]:
    headline = words.say("Offline.")
    return headline, words.say("Calls made on this computer still count.")


def _stale(words: Words) -> tuple[str, str]:
    headline = words.say("These figures are old.")
    return headline, words.say("The last good sync was some time ago.")


def _first_reading(words: Words, kind: BannerKind, headline: str, name: str) -> BannerText:
    """Nothing of it is old: it was never whole."""
    if kind is BannerKind.STALE:
        headline = words.say("The figures are not complete yet.")
    detail = words.say("The first reading of {name} has not ended.", name=name)
    return BannerText(headline, detail, f"{headline} {detail}")


def _further_texts(words: Words, meter: Meter) -> str:
    if not meter.billed:
        return words.say("Until then, texts are billed per segment.")
    sums = ", ".join(billed_sums(words, meter))
    return stop(words.say("Until then, texts are billed per segment: {sums}", sums=sums))


def _call_cost(words: Words, call: LiveCall | None) -> list[str]:
    if call is None or call.rate is None:
        return [price(words, None)]
    rate = words.say("{rate} a minute", rate=words.rate(call.rate))
    if call.amount is None:
        return [rate]
    return [rate, words.say("about {price} so far", price=words.money(call.amount))]


def _age(words: Words, as_of: Instant | None, zone: str) -> str:
    if as_of is None:
        return ""
    return words.say("The figures are as of {time}.", time=words.day_time(as_of, zone))


_ABOUT_METER: dict[BannerKind, Callable[[Words, Meter], BannerText]] = {
    BannerKind.LIMIT_IN_CALL: _limit_in_call,
    BannerKind.BLOCKED: _blocked,
    BannerKind.COULD_BE_BILLED: _could_be_billed,
    BannerKind.BILLED: _billed,
    BannerKind.NEAR: _near,
    BannerKind.POOL: _pool,
    BannerKind.AHEAD: _ahead,
}
_ABOUT_TRUST: dict[BannerKind, Callable[[Words], tuple[str, str]]] = {
    BannerKind.SIGN_IN: _sign_in,
    BannerKind.DIFFERS: _differs,
    BannerKind.OFFLINE: _offline,
    BannerKind.STALE: _stale,
}
