"""What the dialog asks and answers about other plans, seats and links; Qt-free."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.cycle import local_day
from app.domain.instant import Instant
from app.domain.plan import Line, MeterKind, Plan
from app.domain.plan_page import PlanPage
from app.domain.what_if import Replay, ReplayedCycle, ReplayedMeter
from app.wording.replays import kind_name, replayed_words
from app.wording.units import joined
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
    return AnswerLine(kind_name(words, kind), was, would, was != would, worse)


def _told(words: Words, meter: ReplayedMeter | None) -> str:
    """Write a meter's units, or that nothing was recorded, which is not the same as none."""
    if meter is not None and not meter.counted and not meter.outside:
        return words.say("nothing recorded, {included} included", included=meter.included)
    return replayed_words(words, meter)
