"""Explain: the receipt of one entry."""

from app.domain.problem import Problem, mark
from app.domain.receipt import Receipt
from app.ledger.ledger import Ledger
from app.ledger.lists.entries import receipt


def explain(ledger: Ledger, entry_id: str) -> Receipt:
    """Return the receipt of an entry; Problem when there is no such entry."""
    found, number = None, entry_number(entry_id)
    if number is not None:
        with ledger.reading() as snapshot:
            found = receipt(snapshot, number)
    if found is None:
        raise no_such_entry(entry_id)
    return found


def entry_number(entry_id: str) -> int | None:
    """Return the number that an id writes, ``None`` where it can be nobody's."""
    sensible = entry_id.isascii() and entry_id.isdigit() and len(entry_id) < len(str(2**63))
    return int(entry_id) if sensible else None


def no_such_entry(entry_id: str) -> Problem:
    """Say that an entry does not exist."""
    return Problem(
        mark("There is no entry {id}. The ids are in the column entry of an export."), id=entry_id
    )
