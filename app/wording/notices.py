"""What notices say outside the window: a title, and what follows from it; never whose number."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from app.domain.banner import banners
from app.domain.instant import Instant
from app.domain.meter import BannerKind, Meter, Trust
from app.domain.notice_hold import Hold
from app.domain.plan import MeterKind
from app.domain.problem import mark
from app.wording.forecasts import lasts, safe_pace
from app.wording.levels import resets
from app.wording.limits import after_limit, billed_fact, billed_sums, none_left, pool_fact, to_limit
from app.wording.units import joined, stop
from app.wording.words import Words

#: A summary names so many, and counts the others.
_NAMED = 4
_SINCE = {
    Hold.CALL: mark("While you were on the call"),
    Hold.PRESENTING: mark("While you were presenting"),
    Hold.PAUSED: mark("While notices were paused"),
    Hold.QUIET: mark("During your quiet hours"),
}


class NoticeText(NamedTuple):
    """A title that says it alone, and the body after it."""

    title: str
    body: str


def kind_of(meter: Meter) -> BannerKind | None:
    """Return the kind of banner over a meter while no call is open, ``None`` without one."""
    found = banners((meter,), (), Trust.LOCAL)
    return found[0].kind if found else None


def notice_text(words: Words, meter: Meter, *, person: str = "") -> NoticeText:
    """Write the notice of a meter's level; ``person``: whose it is, where that must be said."""
    kind = kind_of(meter)
    if kind is None:
        return NoticeText(meter.plan_title, stop(resets(words, meter)))
    title, rest = _ABOUT[kind](words, meter)
    if person:
        title = words.say("{person}: {sentence}", person=person, sentence=title)
    plan = stop(joined(meter.plan_title, resets(words, meter)))
    return NoticeText(title, f"{plan} {rest}".strip())


def trouble_text(words: Words, trust: Trust, as_of: Instant, zone: str) -> NoticeText:
    """Write the notice of trouble with syncing; ``as_of``: the last good one."""
    if trust is Trust.SIGN_IN:
        return NoticeText(
            words.say("Sign-in needed"),
            words.say("Nothing new arrives until you sign in again or give a new key."),
        )
    return NoticeText(
        words.say("These figures are old"),
        words.say(
            "The last good sync was {time}. The accounts show what is wrong.",
            time=words.day_time(as_of, zone),
        ),
    )


def summary_text(words: Words, titles: Sequence[str], hold: Hold | None) -> NoticeText:
    """Write one notice for several; ``hold``: what they waited for, if anything."""
    title = words.say(_SINCE[hold]) if hold else words.say("News of your limits")
    shown = titles if len(titles) <= _NAMED else titles[: _NAMED - 1]
    lines = [stop(each) for each in shown]
    if more := len(titles) - len(shown):
        lines.append(words.say("And {n} more.", n=more))
    return NoticeText(title, "\n".join(lines))


def sample_text(words: Words) -> NoticeText:
    """Write a notice that shows how notices look."""
    return NoticeText(
        words.say("This is how a notice looks"),
        words.say("Each comes once. During calls and in your quiet hours they wait."),
    )


def none_shown(words: Words) -> str:
    """Say that a desktop has no place for notices."""
    return words.say("This desktop shows no notices. What they would say stands in the window.")


def _near(words: Words, meter: Meter) -> tuple[str, str]:
    fact = to_limit(words, meter)
    title = words.say("At most {amount}", amount=fact) if meter.at_least else fact
    return title, after_limit(words, meter)


def _pool(words: Words, meter: Meter) -> tuple[str, str]:
    used, included = words.number(meter.used), words.number(meter.included)
    if meter.at_least:
        used = words.say("at least {amount}", amount=used)
    title = pool_fact(words, meter, used, included)
    if meter.remaining:
        return title, after_limit(words, meter)
    return title, words.say("Until then, texts are billed per segment.")


def _ahead(words: Words, meter: Meter) -> tuple[str, str]:
    if meter.forecast is None:
        return words.say("Used faster than it lasts"), ""
    return lasts(words, meter.forecast), stop(safe_pace(words, meter.kind, meter.forecast))


def _blocked(words: Words, meter: Meter) -> tuple[str, str]:
    return none_left(words, meter), words.say("Your owner can change the plan.")


def _could_be_billed(words: Words, meter: Meter) -> tuple[str, str]:
    calls = meter.kind is MeterKind.CALLS
    title = words.say("No calls left.") if calls else words.say("No minutes left.")
    link = words.say("Link Twilio Connect to keep calling.")
    return title, f"{link} {words.say('Calls are then billed per minute.')}"


def _billed(words: Words, meter: Meter) -> tuple[str, str]:
    sums = billed_sums(words, meter)
    return billed_fact(words, meter), stop(", ".join(sums)) if sums else ""


_ABOUT: dict[BannerKind, Callable[[Words, Meter], tuple[str, str]]] = {
    BannerKind.NEAR: _near,
    BannerKind.POOL: _pool,
    BannerKind.AHEAD: _ahead,
    BannerKind.BLOCKED: _blocked,
    BannerKind.COULD_BE_BILLED: _could_be_billed,
    BannerKind.BILLED: _billed,
}
