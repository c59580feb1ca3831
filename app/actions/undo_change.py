"""Undo: a change taken back on all its entries, and an undoing taken back in turn."""

from collections.abc import Callable

from app.actions.collection import collection_put_off
from app.actions.correct_entries import CHUNK, Corrected, Progress
from app.domain.change import Change, ChangeKind
from app.domain.instant import Instant
from app.domain.problem import Problem, mark
from app.ledger.changes import begin_undo, change_of, changes, finish_undo, last_change
from app.ledger.changing import entries_of_change, undo_on
from app.ledger.duplicates import PAIRS, undo_decision
from app.ledger.ledger import Ledger

_SHOWN = 100
_NONE = mark("There is nothing to undo.")
_UNKNOWN = mark("There is no change {id}. For the list of changes: talktally undo --list")
_ERASED = mark("What was erased cannot be brought back.")
_ALREADY = mark("Change {id} is undone already. For the list of changes: talktally undo --list")


def undo_change(
    ledger: Ledger,
    change_id: int | None,
    now: Instant,
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> tuple[Change, Corrected]:
    """Undo a change, ``None`` for the last one that stands; the undoing can be undone itself.

    Fields that a later change set stay as they are. When cancelled, the same undoing again does
    the rest. Problem for a change that does not exist or is undone.
    """
    change = change_to_undo(ledger, change_id)
    if PAIRS in change.said:
        with ledger.writing() as writing:
            return change, Corrected(undo_decision(writing, change, now), change.entries)
    undo_id = done = seen = after = 0
    while part := _part(ledger, change, after):
        if cancelled():
            return change, Corrected(undo_id, done, cancelled=True)
        with collection_put_off(), ledger.writing(durable=False) as writing:
            number = undo_id or begin_undo(writing.connection, change, now)
            done += undo_on(writing, number, part)
        undo_id = number if done else 0
        after, seen = part[-1], seen + len(part)
        if progress:
            progress(seen, max(seen, change.entries))
    with ledger.writing() as writing:
        finish_undo(writing.connection, change.id, now)
    return change, Corrected(undo_id, done)


def _part(ledger: Ledger, change: Change, after: int) -> list[int]:
    with ledger.reading() as snapshot:
        return entries_of_change(snapshot.connection, change.id, after, CHUNK)


def list_changes(ledger: Ledger) -> list[Change]:
    """Read the last hundred changes, the newest first."""
    with ledger.reading() as snapshot:
        return changes(snapshot.connection, _SHOWN)


def change_to_undo(ledger: Ledger, change_id: int | None) -> Change:
    """Read the change that is meant, ``None`` for the last one; Problem where there is none."""
    with ledger.reading() as snapshot:
        if change_id is None:
            change = last_change(snapshot.connection)
            if change is None:
                raise Problem(_NONE)
            return change
        change = change_of(snapshot.connection, change_id)
    if change is None:
        raise Problem(_UNKNOWN, id=change_id)
    if change.undone is not None:
        raise Problem(_ALREADY, id=change_id)
    if change.kind is ChangeKind.ERASE:
        raise Problem(_ERASED)
    return change
