"""What the plan dialog shows: the plans to choose from and what is in force now."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.meter import Meter
from app.domain.plan import Line, MeterKind, PastLimit, Plan, Scope
from app.wording.words import Words


@dataclass(frozen=True, slots=True)
class PlanOption:
    """A plan to choose; ``name`` "" is no plan. ``connect``: it can bill through Twilio."""

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
    anchor: str
    committed: str
    additional: str
    save: str
    cancel: str


@dataclass(frozen=True, slots=True)
class PlanDialogState:
    """The dialog; the first option of each line stands for leaving it as it is."""

    words: PlanWords
    calls: tuple[PlanOption, ...]
    texts: tuple[PlanOption, ...]
    zone: str
    linked: bool = False


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
    words: Words, plans: Iterable[Plan], meters: tuple[Meter, ...], zone: str
) -> PlanDialogState:
    """Make the dialog from the catalogue and the meters in force; the plan in force is marked."""
    present = {meter.plan for meter in meters}
    options = {line: [_option(words, None, present)] for line in Line}
    for plan in plans:
        options[plan.line].append(_option(words, plan, present))
    return PlanDialogState(
        words=_words(words),
        calls=tuple(options[Line.CALLS]),
        texts=tuple(options[Line.TEXTS]),
        zone=meters[0].cycle.zone if meters else zone,
        linked=any(meter.linked for meter in meters),
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
        anchor=words.say("Billing day of the texts"),
        committed=words.say("Committed seats"),
        additional=words.say("Additional seats"),
        save=words.say("Use these plans"),
        cancel=words.say("Cancel"),
    )


def _option(words: Words, plan: Plan | None, present: set[str]) -> PlanOption:
    if plan is None:
        return PlanOption("", words.say("As it is"), words.say("No change here."))
    allowances = plan.versions[-1].allowances
    title = plan.title
    if plan.name in present:
        title = words.say("{plan} (in force)", plan=plan.title)
    return PlanOption(
        name=plan.name,
        title=title,
        summary=" · ".join(_sentence(words, a.kind, a.included, a.scope) for a in allowances),
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
