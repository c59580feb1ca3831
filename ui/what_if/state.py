"""What the dialog asks and answers about other plans, seats and links; Qt-free."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.cycle import local_day
from app.domain.instant import Instant
from app.domain.plan import Line, MeterKind, Plan
from app.domain.plan_page import PlanPage
from app.domain.what_if import Replay, ReplayedCycle, ReplayedMeter
from app.wording.units import joined, price, short_amount
from app.wording.words import Words


@dataclass(frozen=True, slots=True)
class Choice:
    """A plan to choose; ``plan`` ``None`` stays with what was in force."""

    title: str
    plan: Plan | None = None


@dataclass(frozen=True, slots=True)
class WhatIfState:
    """The question; ``pooled``: seats matter, ``connect``: links do."""

    title: str
    about: str
    calls: str
    texts: str
    call_plans: tuple[Choice, ...]
    text_plans: tuple[Choice, ...]
    seats: str
    linked: str
    links: tuple[tuple[str, bool | None], ...]
    ask: str
    asking: str
    stop: str
    close: str
    pooled: bool = False
    connect: bool = False


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One meter of a cycle: as it was and as it would have been; ``worse``: more goes past."""

    name: str
    actual: str
    wished: str
    differs: bool
    worse: bool


@dataclass(frozen=True, slots=True)
class AnswerCycle:
    """One cycle with its meters; the calls' cycles and the texts' have their own bounds."""

    title: str
    lines: tuple[AnswerLine, ...]


@dataclass(frozen=True, slots=True)
class AnswerState:
    """The answer; ``note`` "" where everything is known."""

    headline: str
    actual: str
    wished: str
    cycles: tuple[AnswerCycle, ...]
    note: str = ""


def what_if_state(words: Words, plans: Sequence[Plan], page: PlanPage) -> WhatIfState:
    """Make the question from the catalogue and the plans in force."""
    in_force = {plan.terms.plan.line: plan.terms.plan for plan in page.plans}
    return WhatIfState(
        title=words.say("What if…"),
        about=words.say(
            "The last cycles and the running one, counted again as if something else had held. "
            "Nothing is changed."
        ),
        calls=words.say("Calls"),
        texts=words.say("Texts"),
        call_plans=_choices(words, plans, in_force, Line.CALLS),
        text_plans=_choices(words, plans, in_force, Line.TEXTS),
        seats=words.say("Seats more or less"),
        linked=words.say("Twilio Connect"),
        links=(
            (words.say("As it was"), None),
            (words.say("Linked for everybody"), True),
            (words.say("Linked for nobody"), False),
        ),
        ask=words.say("Count again"),
        asking=words.say("Counting again…"),
        stop=words.say("Stop"),
        close=words.say("Close"),
        pooled=page.pool is not None,
        connect=page.connect is not None,
    )


def answer_state(words: Words, replay: Replay) -> AnswerState:
    """Make the answer, newest cycle first."""
    cycles = tuple(_cycle(words, each) for each in replay.cycles)
    return AnswerState(
        headline=_headline(words, cycles),
        actual=words.say("As it was"),
        wished=words.say("As it would have been"),
        cycles=cycles,
        note=words.say("Others may have used more than is known here.") if replay.at_least else "",
    )


def _choices(
    words: Words, plans: Sequence[Plan], in_force: dict[Line, Plan], line: Line
) -> tuple[Choice, ...]:
    present = in_force.get(line)
    stay = words.say("As it was")
    first = words.say("As it was: {plan}", plan=present.title) if present else stay
    others = (p for p in plans if p.line is line and (present is None or p.name != present.name))
    return (Choice(first), *(Choice(plan.title, plan) for plan in others))


def _headline(words: Words, cycles: tuple[AnswerCycle, ...]) -> str:
    if not cycles:
        return words.say("There is no cycle to count again yet.")
    if not any(line.differs for cycle in cycles for line in cycle.lines):
        return words.say("Nothing would have been different.")
    worse = sum(any(line.worse for line in cycle.lines) for cycle in cycles)
    if not worse:
        return words.say("Nobody would have gone further past a limit.")
    return words.say(
        "More would have gone past the limit in {n} of {all} cycles.", n=worse, all=len(cycles)
    )


def _cycle(words: Words, cycle: ReplayedCycle) -> AnswerCycle:
    before = {meter.kind: meter for meter in cycle.actual}
    after = {meter.kind: meter for meter in cycle.wished}
    kinds = [kind for kind in MeterKind if kind in before or kind in after]
    zone, last = cycle.cycle.zone, Instant(cycle.cycle.end - 1)
    span = words.days(local_day(cycle.cycle.start, zone), local_day(last, zone))
    running = words.say("still running") if cycle.running else ""
    line = words.say("Calls") if cycle.line is Line.CALLS else words.say("Texts")
    return AnswerCycle(
        joined(line, span, running),
        tuple(_line(words, kind, before.get(kind), after.get(kind)) for kind in kinds),
    )


def _line(
    words: Words, kind: MeterKind, before: ReplayedMeter | None, after: ReplayedMeter | None
) -> AnswerLine:
    was, would = _told(words, before), _told(words, after)
    worse = (after.past if after else 0) > (before.past if before else 0)
    return AnswerLine(_name(words, kind), was, would, was != would, worse)


def _told(words: Words, meter: ReplayedMeter | None) -> str:
    """Write "1,916 of 2,000 min", and what went past it with its price."""
    if meter is None:
        return words.say("no limit")
    if not meter.counted and not meter.outside:
        return words.say("nothing recorded, {included} included", included=meter.included)
    used = words.say(
        "{amount}, {included} included",
        amount=short_amount(words, meter.kind, meter.counted),
        included=meter.included,
    )
    return joined(used, *_past(words, meter))


def _past(words: Words, meter: ReplayedMeter) -> tuple[str, str, str]:
    stopped = meter.past - meter.billed
    billed = short_amount(words, meter.kind, meter.billed)
    over = short_amount(words, meter.kind, stopped)
    outside = short_amount(words, meter.kind, meter.outside)
    cost = _cost(words, meter)
    return (
        joined(words.say("{amount} billed", amount=billed), cost) if meter.billed else "",
        words.say("{amount} past the limit", amount=over) if stopped > 0 else "",
        words.say("{amount} outside the bundle", amount=outside) if meter.outside else "",
    )


def _cost(words: Words, meter: ReplayedMeter) -> str:
    if not meter.amounts:
        return price(words, None)
    told = ", ".join(words.money(amount) for amount in meter.amounts)
    if meter.unpriced:
        return words.say(
            "at least {price}, {amount} without a price",
            price=told,
            amount=short_amount(words, meter.kind, meter.unpriced),
        )
    return words.say("about {price}", price=told)


def _name(words: Words, kind: MeterKind) -> str:
    names = {
        MeterKind.MINUTES: words.say("Minutes"),
        MeterKind.CALLS: words.say("Calls"),
        MeterKind.SMS: words.say("SMS segments"),
        MeterKind.MMS: words.say("MMS segments"),
    }
    return names[kind]
