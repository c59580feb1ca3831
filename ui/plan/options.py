"""The plans that can be chosen, each with what it includes in a few words; Qt-free."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.plan import Line, MeterKind, PastLimit, Plan, Scope
from app.wording.words import Words


@dataclass(frozen=True, slots=True)
class PlanOption:
    """A plan to choose; ``plan`` ``None`` changes nothing. ``connect``: it can bill via Twilio."""

    title: str
    summary: str
    plan: Plan | None = None
    connect: bool = False
    pooled: bool = False
    anchored: bool = False


def plan_options(
    words: Words, line: Line, plans: Sequence[Plan], in_force: Plan | None
) -> tuple[PlanOption, ...]:
    """What can be chosen for calls or for texts; the first leaves everything as it is."""
    own = [plan for plan in plans if plan.line is line]
    if in_force is None:
        stay = PlanOption(words.say("No plan yet"), "")
    else:
        title = words.say("Stay with {plan}", plan=in_force.title)
        stay = PlanOption(title, summary_of(words, in_force))
    present = in_force.name if in_force else ""
    return (stay, *(_option(words, plan, present) for plan in own))


def own_option(words: Words, plan: Plan) -> PlanOption:
    """A plan of one's own that was read from a file."""
    option = _option(words, plan, "")
    title = words.say("{plan} (from a file)", plan=plan.title)
    return PlanOption(title, option.summary, plan, option.connect, option.pooled, option.anchored)


def summary_of(words: Words, plan: Plan) -> str:
    """What the plan includes; what is true of two allowances is said once."""
    allowances = plan.versions[-1].allowances
    said = (_sentence(words, each.kind, each.included, each.scope) for each in allowances)
    return " · ".join(dict.fromkeys(said))


def _option(words: Words, plan: Plan, present: str) -> PlanOption:
    allowances = plan.versions[-1].allowances
    title = plan.title
    if plan.name == present:
        title = words.say("{plan} (in force)", plan=plan.title)
    return PlanOption(
        title=title,
        summary=summary_of(words, plan),
        plan=plan,
        connect=any(a.past is PastLimit.TWILIO_CONNECT for a in allowances),
        pooled=any(a.scope is Scope.POOL and a.included for a in allowances),
        anchored=plan.anchored,
    )


def _sentence(words: Words, kind: MeterKind, included: int, scope: Scope) -> str:
    if not included:
        return words.say("nothing included, each segment is billed")
    match kind, scope:
        case MeterKind.MINUTES, _:
            return words.say("{n} minutes a month", n=included)
        case MeterKind.CALLS, _:
            return words.say("{n} calls a month for the account", n=included)
        case MeterKind.MMS, _:
            return words.say("{n} MMS segments a month and seat", n=included)
        case _:
            return words.say("{n} SMS segments a month and seat", n=included)
