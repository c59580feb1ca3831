"""The head of the page: its name, the role, where the plan comes from and how old that is."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.company import Role
from app.domain.cycle import local_day
from app.domain.instant import Instant
from app.domain.meter import Trust
from app.domain.plan import Line
from app.domain.plan_page import Origin, PlanPage
from app.wording.levels import trust_word
from app.wording.words import Words
from ui.text.cycle import reset_day
from ui.theme.tone import Tone

ZONE_WITHOUT_A_PLAN = "UTC"
_MARKS = {
    Trust.STALE: "clock",
    Trust.OFFLINE: "offline",
    Trust.SIGN_IN: "key",
    Trust.DIFFERS: "differs",
}


@dataclass(frozen=True, slots=True)
class HeadState:
    """The head; ``trust`` and its ``mark`` are "" where nothing is wrong.

    ``notes`` tell what is wrong or waits; ``sync`` and ``sign_in`` name buttons, "" for none.
    """

    title: str
    role: str
    role_tone: Tone
    source: tuple[str, ...]
    trust: str = ""
    mark: str = ""
    notes: tuple[str, ...] = ()
    sync: str = ""
    sign_in: str = ""


def head_state(words: Words, page: PlanPage, now: Instant, zone: str) -> HeadState:
    """Make the head of the page; times are told in ``zone`` where no plan has one."""
    mark = _MARKS.get(page.trust, "")
    signed_out = page.trust is Trust.SIGN_IN
    return HeadState(
        title=words.say("Plan"),
        role=_role(words, page.role),
        role_tone=Tone.PLAIN if page.role is Role.OWNER else Tone.QUIET,
        source=tuple(_source(words, page, now, zone_of(page, zone))),
        trust=trust_word(words, page.trust, page.first_reading) if mark else "",
        mark=mark,
        notes=tuple(_notes(words, page)),
        sync=words.say("Sync now") if page.connected is not None and not signed_out else "",
        sign_in=words.say("Sign in again…") if signed_out else "",
    )


def zone_of(page: PlanPage, other: str = ZONE_WITHOUT_A_PLAN) -> str:
    """The zone in which the page tells times: that of the first plan, without one the ``other``."""
    return page.plans[0].cycle.zone if page.plans else other


def as_of(words: Words, page: PlanPage, now: Instant, zone: str) -> str:
    """Say "as of 14:05", with the day where it is another one."""
    at = page.as_of
    today = local_day(at, zone) == local_day(now, zone)
    return words.say("as of {time}", time=(words.time if today else words.day_time)(at, zone))


def _role(words: Words, role: Role) -> str:
    return words.say("Owner") if role is Role.OWNER else words.say("Agent")


def _source(words: Words, page: PlanPage, now: Instant, zone: str) -> Iterator[str]:
    if page.origin is Origin.SERVER:
        yield words.say("From plan server")
        yield as_of(words, page, now, zone)
    elif page.plans:
        yield words.say("Entered on this computer")
    texts = next((each for each in page.plans if each.terms.plan.line is Line.TEXTS), None)
    if texts is not None:
        yield words.say("next bill {day}", day=words.day(reset_day(texts.cycle)))
    if page.profile.renews is not None:
        yield words.say("renews {day}", day=words.full_day(page.profile.renews))


def _notes(words: Words, page: PlanPage) -> Iterator[str]:
    connected = page.connected
    if connected is None:
        return
    if connected.problem is not None:
        yield words.problem(connected.problem)
    elif connected.trouble:
        yield connected.trouble
    if connected.waiting:
        yield words.say_many(
            "{n} count waits to be sent.", "{n} counts wait to be sent.", connected.waiting
        )
    if connected.kept_for_run:
        yield words.say("This computer cannot keep the sign-in: it ends when Talktally is closed.")
