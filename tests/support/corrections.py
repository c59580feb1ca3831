"""Corrections for tests: entries changed and undone, and entries as they are now."""

from typing import Any

from app.actions.correct_entries import correct_entries
from app.actions.undo_change import undo_change
from app.domain.correction import Wish
from app.domain.event import Fact
from app.domain.instant import SECOND, Instant
from app.domain.plan import MeterKind
from app.ledger.convert import facts_by_id
from app.ledger.crossings import KINDS
from app.ledger.ledger import Ledger
from tests.support.ledgers import NOW


def entry_ids(ledger: Ledger) -> list[int]:
    """Return the ids of the present entries, in the order in which they came."""
    with ledger.reading() as snapshot:
        rows = snapshot.connection.exec_driver_sql(
            "SELECT fact_id FROM identity ORDER BY fact_id"
        ).all()
    return [row[0] for row in rows]


def present(ledger: Ledger) -> dict[str, Fact]:
    """Return the entries as they are now, by the ids of their sources."""
    ids = entry_ids(ledger)
    with ledger.reading() as snapshot:
        facts = facts_by_id(snapshot.connection, ids)
    return {fact.external_id: fact for fact in facts.values()}


def correct(ledger: Ledger, *ids: int, after_seconds: int = 0, **wish: Any) -> int:
    """Change entries, all of them unless some are named; returns the number of the change."""
    now = Instant(NOW + after_seconds * SECOND)
    return correct_entries(ledger, ids or entry_ids(ledger), Wish(**wish), now).change_id


def undo(ledger: Ledger, change: int | None = None) -> int:
    """Undo a change; returns the number of the undoing."""
    return undo_change(ledger, change, NOW)[1].change_id


def minutes_used(ledger: Ledger) -> int:
    """Return all minutes that the totals hold, whatever the plan includes."""
    return sum(row[4] for row in totals(ledger) if KINDS[row[0]] is MeterKind.MINUTES)


def totals(ledger: Ledger) -> list[tuple[int, ...]]:
    """Return the totals by kind, stretch, day and side: their units and entries."""
    with ledger.reading() as snapshot:
        rows = snapshot.connection.exec_driver_sql(
            "SELECT kind, stretch_us, day, side, sum(units), sum(entries) FROM total "
            "GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4"
        ).all()
    return [tuple(row) for row in rows]
