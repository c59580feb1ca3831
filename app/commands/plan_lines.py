"""The plans in force in words, for the command line."""

from app.actions.show_plans import PlanShown, PlansShown, SeatsShown
from app.domain.cycle import local_day
from app.domain.instant import BEGINNING, Instant
from app.domain.plan import Allowance, PastLimit, Scope
from app.domain.problem import mark
from app.wording.units import amount, joined
from app.wording.words import Words

_WHOSE = {
    Scope.USER: mark("for each user"),
    Scope.ACCOUNT: mark("for the account"),
    Scope.POOL: mark("for each seat, pooled"),
}
_PAST = {
    PastLimit.BLOCKED: mark("past it: blocked"),
    PastLimit.TWILIO_CONNECT: mark("past it: blocked, or billed through Twilio Connect"),
    PastLimit.BILLED: mark("past it: billed"),
}


def lines(words: Words, shown: PlansShown) -> list[str]:
    """Write everything stated about plans."""
    if not shown.plans:
        return [
            words.say("No plan is chosen yet, so there is nothing to measure against."),
            words.say(
                "To choose one: {command}", command="talktally plan use hubspot-professional"
            ),
        ]
    found = [line for plan in shown.plans for line in _plan(words, plan)]
    if shown.seats is not None:
        found.append(_seats(words, shown.seats))
    return found


def _plan(words: Words, shown: PlanShown) -> list[str]:
    terms = shown.terms
    rule = words.say(
        "Rule: {plan}, valid from {day}.",
        plan=terms.plan.title,
        day=words.full_day(terms.version.effective_from),
    )
    first, last = (
        local_day(at, terms.zone) for at in (shown.cycle.start, Instant(shown.cycle.end - 1))
    )
    return [
        joined(f"{terms.plan.title} ({terms.plan.name})", _since(words, terms.start, terms.zone)),
        *(f"  {_allowance(words, each)}" for each in terms.version.allowances),
        "  " + words.say("Cycle: {days} ({zone})", days=words.days(first, last), zone=terms.zone),
        f"  {rule} {terms.version.source}",
    ]


def _allowance(words: Words, allowance: Allowance) -> str:
    return joined(
        f"{amount(words, allowance.kind, allowance.included)} {words.say(_WHOSE[allowance.scope])}",
        words.say(_PAST[allowance.past]),
    )


def _since(words: Words, at: Instant, zone: str) -> str:
    if at <= BEGINNING:
        return words.say("for all history")
    return words.say("since {day}", day=words.full_day(local_day(at, zone)))


def _seats(words: Words, shown: SeatsShown) -> str:
    count = shown.count
    if count.assumed:
        return words.say("Seats: not stated yet, so one is assumed.")
    line = words.say(
        "Seats in this cycle: {total} ({committed} committed, {additional} additional, "
        "{annual} annual)",
        total=count.total,
        committed=count.committed,
        additional=count.additional,
        annual=count.annual,
    )
    if not count.without_bundle:
        return line
    return joined(line, words.say("without the bundle: {seats}", seats=count.without_bundle))
