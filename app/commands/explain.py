"""``talktally explain``: the receipt of one entry."""

import argparse
from collections.abc import Mapping

from app.actions.explain import explain, no_such_entry
from app.assembly import Workplace
from app.domain.event import Call
from app.domain.plan import MeterKind
from app.domain.problem import ExitCode
from app.domain.receipt import Receipt
from app.exchange.own_columns import FACT_COLUMNS, values
from app.wording.receipts import receipt_text


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the entry."""
    parser.add_argument("id", metavar="ID", help="the entry's id, as log and export tell it")


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Show the receipt; refused when there is no such entry."""
    ledger = workplace.existing_ledger()
    if ledger is None:
        raise no_such_entry(arguments.id)
    receipt = explain(ledger, arguments.id)
    told = receipt_text(workplace.words, receipt)
    if workplace.as_json:
        workplace.tell_json({**_document(receipt), "text": told.text})
        return ExitCode.DONE
    workplace.tell(told.title, told.text)
    width = max((len(label) for label, _ in told.rows), default=0)
    workplace.tell(*(f"  {label:{width}}  {value}" for label, value in told.rows))
    return ExitCode.DONE


def _document(receipt: Receipt) -> dict[str, object]:
    rule = receipt.rule
    return {
        "id": receipt.id,
        "agent": receipt.agent,
        "facts": _facts(values(receipt)),
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
        **_amount(receipt),
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
