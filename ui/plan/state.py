"""What the plan dialog shows: the plans to choose from and what is in force now."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.meter import Meter
from app.domain.plan import Line, MeterKind, PastLimit, Plan, Scope
from app.wording.words import Words


@dataclass(frozen=True, slots=True)
class PlanOption:
    """A plan to choose; ``name`` "" changes nothing. ``connect``: it can bill through Twilio."""

    name: str
    title: str
    summary: str
    connect: bool = False
    pooled: bool = False
    anchored: bool = False


@dataclass(frozen=True, slots=True)
class PlanWords:
    """The dialog's own words."""

    title: str
    note: str
    calls: str
    texts: str
    linked: str
    zone: str
    no_such_zone: str
    anchor: str
    committed: str
    additional: str
    save: str
    cancel: str


@dataclass(frozen=True, slots=True)
class PlanNumbers:
    """The numbers in force, from which the dialog starts."""

    anchor_day: int = 1
    committed: int = 1
    additional: int = 0


_USUAL = PlanNumbers()


@dataclass(frozen=True, slots=True)
class PlanDialogState:
    """The dialog; the first option of each line stands for leaving it as it is."""

    words: PlanWords
    calls: tuple[PlanOption, ...]
    texts: tuple[PlanOption, ...]
    zone: str
    linked: bool = False
    numbers: PlanNumbers = _USUAL


@dataclass(frozen=True, slots=True)
class PlanChosen:
    """What a person chose; ``committed`` is ``None`` when no plan with seats was chosen."""

    names: tuple[str, ...]
    zone: str
    linked: bool
    anchor_day: int | None
    committed: int | None
    additional: int | None


def plan_dialog_state(
    words: Words,
    plans: Sequence[Plan],
    meters: tuple[Meter, ...],
    zone: str,
    numbers: PlanNumbers = _USUAL,
) -> PlanDialogState:
    """Make the dialog from the catalogue and the meters in force; the plan in force is marked."""
    present = {meter.plan for meter in meters}
    return PlanDialogState(
        words=_words(words),
        calls=_options(words, [plan for plan in plans if plan.line is Line.CALLS], present),
        texts=_options(words, [plan for plan in plans if plan.line is Line.TEXTS], present),
        zone=meters[0].cycle.zone if meters else zone,
        linked=any(meter.linked for meter in meters),
        numbers=numbers,
    )


def _words(words: Words) -> PlanWords:
    return PlanWords(
        title=words.say("Choose your plan"),
        note=words.say(
            "It holds from now on; the first plan also covers everything before it. "
            "Nothing that was recorded is lost by a change."
        ),
        calls=words.say("Calls"),
        texts=words.say("Texts"),
        linked=words.say("Twilio Connect is linked for me in HubSpot"),
        zone=words.say("Time zone of the account"),
        no_such_zone=words.say("There is no such time zone. Choose one from the list."),
        anchor=words.say("Billing day of the texts"),
        committed=words.say("Committed seats"),
        additional=words.say("Additional seats"),
        save=words.say("Use these plans"),
        cancel=words.say("Cancel"),
    )


def _options(words: Words, plans: list[Plan], present: set[str]) -> tuple[PlanOption, ...]:
    """What can be chosen for calls or for texts; the first leaves everything as it is."""
    in_force = next((plan for plan in plans if plan.name in present), None)
    if in_force is None:
        stay = PlanOption("", words.say("No plan yet"), "")
    else:
        title = words.say("Stay with {plan}", plan=in_force.title)
        stay = PlanOption("", title, _summary(words, in_force))
    return (stay, *(_option(words, plan, present) for plan in plans))


def _option(words: Words, plan: Plan, present: set[str]) -> PlanOption:
    allowances = plan.versions[-1].allowances
    title = plan.title
    if plan.name in present:
        title = words.say("{plan} (in force)", plan=plan.title)
    return PlanOption(
        name=plan.name,
        title=title,
        summary=_summary(words, plan),
        connect=any(a.past is PastLimit.TWILIO_CONNECT for a in allowances),
        pooled=any(a.scope is Scope.POOL and a.included for a in allowances),
        anchored=plan.anchored,
    )


def _summary(words: Words, plan: Plan) -> str:
    """What the plan includes; what is true of two allowances is said once."""
    allowances = plan.versions[-1].allowances
    said = (_sentence(words, each.kind, each.included, each.scope) for each in allowances)
    return " · ".join(dict.fromkeys(said))


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
