"""What the card before a call says: included, billed or blocked, and for how much."""

from app.domain.cycle import local_day
from app.domain.dialling import Dialling, Verdict
from app.domain.plan import MeterKind
from app.domain.problem import mark
from app.wording.priced import price_source
from app.wording.units import joined, short_amount
from app.wording.words import Words

_BILLED = (
    mark("This call is billed per minute."),
    mark("This call is billed per minute through Twilio Connect."),
)
_BLOCKED = {
    MeterKind.MINUTES: mark("No minutes left until {day}, so this call is blocked."),
    MeterKind.CALLS: mark("No calls left until {day}, so this call is blocked."),
}


def dialling_sentence(words: Words, card: Dialling) -> str:
    """Write what becomes of the call and what it costs, in one or two sentences."""
    if card.cycle is None:
        return words.say("No plan is chosen yet, so there is nothing to measure against.")
    match card.verdict:
        case Verdict.INCLUDED:
            return _included(words, card)
        case Verdict.BILLED:
            return f"{words.say(_BILLED[card.through_connect])} {_cost(words, card)}"
        case Verdict.BLOCKED:
            return _blocked(words, card, words.day(local_day(card.cycle.end, card.cycle.zone)))


def leg_lines(words: Words, card: Dialling, *, sourced: bool = False) -> list[str]:
    """Write each leg: where it goes and what a minute of it costs, by whose word.

    ``sourced``: also where a person's own price sheet says it.
    """
    return [
        joined(
            words.say("Leg {n}", n=place),
            words.phone(leg.to) or words.say("your phone"),
            words.say("{rate} a minute", rate=words.rate(leg.price.rate))
            if leg.price
            else words.say("price not known yet"),
            price_source(words, leg.price) if leg.price and (sourced or leg.price.fetched) else "",
        )
        for place, leg in enumerate(card.legs, 1)
    ]


def _included(words: Words, card: Dialling) -> str:
    if card.remaining is None:
        return words.say(
            "No data yet, so nobody knows what is left of {plan}.", plan=card.plan_title
        )
    left = short_amount(words, card.unit, card.remaining)
    return words.say(
        "This call is included in {plan}: {amount} left.", plan=card.plan_title, amount=left
    )


def _blocked(words: Words, card: Dialling, day: str) -> str:
    told = words.say(_BLOCKED[card.blocked_by or card.unit], day=day)
    if card.through_connect and card.blocked_by is MeterKind.MINUTES:
        return f"{told} {words.say('Link Twilio Connect to keep calling.')}"
    return told


def _cost(words: Words, card: Dialling) -> str:
    rates = [leg.price.rate for leg in card.legs if leg.price is not None]
    if len(rates) < len(card.legs) or len({rate.currency for rate in rates}) != 1:
        return words.say("The price is not known yet.")
    total = rates[0]
    for rate in rates[1:]:
        total += rate
    return words.say("A minute costs {rate}.", rate=words.rate(total))
