"""One entry with what became of it, in the JSON answers that tell of entries."""

from collections.abc import Mapping

from app.commands.shapes import at, rate
from app.domain.event import Call
from app.domain.plan import MeterKind
from app.domain.receipt import Other, Receipt
from app.domain.tags import tags_of
from app.exchange.own_columns import FACT_COLUMNS, seconds, values


def document(receipt: Receipt) -> dict[str, object]:
    """Write an entry as docs/json.md describes it under explain."""
    rule = receipt.rule
    return {
        "id": receipt.id,
        "agent": receipt.agent,
        "facts": _facts(values(receipt)),
        "tags": list(tags_of(receipt.fact.tags)),
        "quantity": _quantity(receipt),
        "unit": "minutes" if isinstance(receipt.fact, Call) else "segments",
        "legs": list(receipt.legs),
        "outcome": receipt.outcome.value,
        "reason": receipt.reason.value,
        "billed_units": receipt.billed_units,
        "before": receipt.before,
        "after": receipt.after,
        "rule": f"{rule.plan_title}, {rule.effective_from.isoformat()}" if rule else None,
        "published": rule.published.isoformat() if rule else None,
        "source": rule.source if rule else None,
        "others": [_other(other) for other in receipt.others],
        "prices": [rate(row) for row in receipt.prices],
        "end_estimated": receipt.guess.value if receipt.guess else None,
        **_amount(receipt),
    }


def _other(other: Other) -> dict[str, object]:
    """Write what another source reports of the same call."""
    return {
        "id": other.id,
        "provider": other.source.provider,
        "start": at(other.start),
        "seconds": seconds(other.talk_us),
        "minutes": other.minutes,
        "number": other.call.far,
        "guessed": other.guessed,
        "state": other.state.name.lower(),
        "kept": other.kept,
    }


def _quantity(receipt: Receipt) -> int:
    """Return minutes or segments; a call that only counts as a call has none."""
    return 0 if receipt.kind is MeterKind.CALLS else receipt.quantity


def _facts(found: Mapping[str, object]) -> dict[str, object]:
    return {name: found[name] for name in FACT_COLUMNS if name in found}


def _amount(receipt: Receipt) -> dict[str, object]:
    amount = receipt.amount
    told = {"amount": amount.exact(), "currency": amount.currency} if amount else None
    return {"amount": told}
