"""``talktally explain``: the receipt of one entry."""

import argparse
from collections.abc import Mapping

from app.actions.entry_history import entry_history
from app.actions.explain import explain, no_such_entry
from app.assembly import Workplace
from app.domain.correction import CORRECTABLE
from app.domain.event import Call, Fact
from app.domain.plan import MeterKind
from app.domain.problem import ExitCode
from app.domain.receipt import Receipt
from app.domain.tags import tags_of
from app.exchange.own_columns import FACT_COLUMNS, values
from app.wording.changes import own_rows
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
    reported = entry_history(ledger, arguments.id).reported
    told = receipt_text(workplace.words, receipt)
    if workplace.as_json:
        corrected = _corrected(receipt.fact, reported)
        workplace.tell_json({**_document(receipt), "corrected": corrected, "text": told.text})
        return ExitCode.DONE
    workplace.tell(told.title, told.text)
    rows = [*told.rows, *own_rows(workplace.words, receipt.fact, reported)]
    width = max((len(label) for label, _ in rows), default=0)
    workplace.tell(*(f"  {label:{width}}  {value}" for label, value in rows))
    return ExitCode.DONE


def _document(receipt: Receipt) -> dict[str, object]:
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
        **_amount(receipt),
    }


def _corrected(fact: Fact, reported: Fact | None) -> dict[str, object]:
    """Write what a person changed, by field: what stands now, and what the source says."""
    return {
        name: {"now": getattr(fact, name), "reported": getattr(reported, name)}
        for name in CORRECTABLE
        if reported is not None and getattr(fact, name, None) != getattr(reported, name, None)
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
