"""What became of an entry, in a sentence: included, billed, outside, over, or why not counted."""

from app.domain.event import Call, Text
from app.domain.money import Money
from app.domain.problem import mark
from app.domain.receipt import Outcome, Reason, Receipt
from app.domain.twins import State
from app.wording.duplicates import source_name
from app.wording.units import price, short_amount
from app.wording.words import Words

_CALL_REASONS = {
    Reason.INBOUND: mark("Inbound calls are not counted."),
    Reason.OUTBOUND: mark("Outbound calls are not counted."),
    Reason.UNANSWERED: mark("Not answered: 0 minutes."),
    Reason.OTHER_APP: mark("Made with another calling app, so it draws on no HubSpot allowance."),
    Reason.NO_PLAN: mark("No plan covers this call, so nothing is counted."),
}
_TEXT_REASONS = {
    Reason.INBOUND: mark("Inbound texts are not counted."),
    Reason.OUTBOUND: mark("Outbound texts are not counted."),
    Reason.NO_PLAN: mark("No plan covers this text, so nothing is counted."),
}


def reason_sentence(words: Words, receipt: Receipt) -> str:
    """Write why an entry is not counted."""
    if receipt.reason is Reason.SAME_CALL:
        return _same_call(words, receipt)
    if receipt.fact.counts_toward == "none":
        return words.say("Marked by hand as counting toward no plan.")
    if receipt.reason is Reason.OTHER_PLAN:
        return words.say(
            "Marked by hand as counting toward another plan, {plan}.",
            plan=receipt.fact.counts_toward,
        )
    reasons = _TEXT_REASONS if isinstance(receipt.fact, Text) else _CALL_REASONS
    return words.say(reasons.get(receipt.reason, mark("This entry is not counted.")))


def _same_call(words: Words, receipt: Receipt) -> str:
    kept = next((other for other in receipt.others if other.kept), None)
    if kept is None:
        return words.say("Another source reports the same call, and that one counts.")
    source = source_name(words, kept.source)
    if kept.state is State.POSSIBLE:
        return words.say(
            "Possibly the same call as entry {id} ({source}): until you decide, only that one "
            "counts.",
            id=kept.id, source=source,
        )  # fmt: skip
    return words.say(
        "The same call as entry {id} ({source}): that one counts.", id=kept.id, source=source
    )


def outcome_sentence(words: Words, receipt: Receipt) -> str:
    """Write what a counted entry costs and why; "" for one that is simply included."""
    match receipt.outcome:
        case Outcome.INCLUDED | Outcome.NOT_COUNTED:
            return ""
        case Outcome.OVER:
            return words.say(
                "Found after the limit was reached: kept, and shown as over the limit."
            )
        case Outcome.OUTSIDE:
            return _outside(words, receipt)
        case Outcome.BILLED if isinstance(receipt.fact, Text):
            return _billed_text(words, receipt)
        case Outcome.BILLED:
            return _billed_call(words, receipt)


def receipt_price(words: Words, receipt: Receipt) -> str:
    """Write what it costs; "about" unless the provider's own record names the price."""
    return price(words, receipt.amount, exact=_own_price(receipt) is not None)


def _billed_call(words: Words, receipt: Receipt) -> str:
    cost = receipt_price(words, receipt)
    if receipt.reason is Reason.PAST_ALREADY:
        return words.say(
            "It went through the Twilio account behind Twilio Connect: billed per minute, {price}.",
            price=cost,
        )
    return words.say("Past the allowance: billed per minute, {price}.", price=cost)


def _billed_text(words: Words, receipt: Receipt) -> str:
    cost = receipt_price(words, receipt)
    if not 0 < receipt.billed_units < receipt.quantity:
        return words.say("Billed per segment, {price}.", price=cost)
    part = words.say(
        "{part} of {all} segments past the pool", part=receipt.billed_units, all=receipt.quantity
    )
    return words.say("{part}: billed per segment, {price}.", part=part, price=cost)


def _outside(words: Words, receipt: Receipt) -> str:
    cost = receipt_price(words, receipt)
    if not receipt.region:
        return words.say("Outside the bundle: billed per segment, {price}.", price=cost)
    return words.say(
        "Outside the bundle ({country}): billed per segment, {price}.",
        country=words.region(receipt.region),
        price=cost,
    )


def _own_price(receipt: Receipt) -> Money | None:
    fact = receipt.fact
    if isinstance(fact, Call):
        prices = [leg.price for leg in fact.legs]
        return prices[0] if prices and None not in prices else None
    return fact.price


def left_after(words: Words, receipt: Receipt, left: int) -> str:
    """Write "88 min left", as it stood around the entry."""
    return words.say("{amount} left", amount=short_amount(words, receipt.kind, left))
