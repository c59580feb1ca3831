"""Explain: the receipt of one entry."""

from app.domain.problem import Problem, mark
from app.domain.receipt import Receipt
from app.ledger.entries import receipt
from app.ledger.ledger import Ledger


def explain(ledger: Ledger, entry_id: str) -> Receipt:
    """Return the receipt of an entry; Problem when there is no such entry."""
    found = None
    if entry_id.isascii() and entry_id.isdigit() and len(entry_id) < len(str(2**63)):
        with ledger.reading() as snapshot:
            found = receipt(snapshot, int(entry_id))
    if found is None:
        raise no_such_entry(entry_id)
    return found


def no_such_entry(entry_id: str) -> Problem:
    """Say that an entry does not exist."""
    return Problem(
        mark("There is no entry {id}. The ids are in the column entry of an export."), id=entry_id
    )
