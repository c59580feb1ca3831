"""``talktally explain``: the receipt of one entry."""

import argparse

from app.actions.entry_history import entry_history
from app.actions.explain import explain, no_such_entry
from app.assembly import Workplace
from app.commands.entry_shape import document
from app.domain.correction import CORRECTABLE
from app.domain.event import Fact
from app.domain.problem import ExitCode
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
        workplace.tell_json({**document(receipt), "corrected": corrected, "text": told.text})
        return ExitCode.DONE
    workplace.tell(told.title, told.text)
    rows = [*told.rows, *own_rows(workplace.words, receipt.fact, reported)]
    width = max((len(label) for label, _ in rows), default=0)
    workplace.tell(*(f"  {label:{width}}  {value}" for label, value in rows))
    return ExitCode.DONE


def _corrected(fact: Fact, reported: Fact | None) -> dict[str, object]:
    """Write what a person changed, by field: what stands now, and what the source says."""
    return {
        name: {"now": getattr(fact, name), "reported": getattr(reported, name)}
        for name in CORRECTABLE
        if reported is not None and getattr(fact, name, None) != getattr(reported, name, None)
    }
