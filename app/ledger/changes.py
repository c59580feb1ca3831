"""What people did to entries, each act a row, however many entries it was done to."""

import json
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any

from app.domain.change import Change, ChangeKind
from app.domain.correction import Wish
from app.domain.instant import Instant

if TYPE_CHECKING:
    from sqlalchemy import Connection

#: What "undo" alone never means: nothing brings it back, or no person did it.
_NOT_TAKEN_BACK = frozenset({ChangeKind.ERASE, ChangeKind.WITHDRAWN, ChangeKind.RETURNED})
_COLUMNS = "SELECT id, at_us, kind, said, entries, undone_us, undoes_id FROM change"


def begin_change(
    connection: "Connection", kind: ChangeKind, said: Mapping[str, Any], at: Instant
) -> int:
    """Note a change before its entries are changed; returns its number."""
    return _insert(connection, kind, said, at, None)


def begin_undo(connection: "Connection", undone: Change, at: Instant) -> int:
    """Note that a change is being undone; returns the number of the undoing."""
    return _insert(connection, ChangeKind.UNDO, undone.said, at, undone.id)


def begin_return(connection: "Connection", withdrawn: Change, at: Instant) -> int:
    """Note that records that were deleted are there again; returns the number of that change."""
    return _insert(connection, ChangeKind.RETURNED, withdrawn.said, at, withdrawn.id)


def note_entries(connection: "Connection", change_id: int, more: int) -> None:
    """Count entries in; a change without any is forgotten."""
    connection.exec_driver_sql(
        "UPDATE change SET entries = entries + ? WHERE id=?", (more, change_id)
    )
    connection.exec_driver_sql("DELETE FROM change WHERE id=? AND entries=0", (change_id,))


def finish_undo(connection: "Connection", change_id: int, at: Instant) -> None:
    """Note that a change is undone on all its entries; undoing an undoing brings a change back."""
    undone: Instant | None = at
    place: int | None = change_id
    while place is not None:
        found = change_of(connection, place)
        connection.exec_driver_sql("UPDATE change SET undone_us=? WHERE id=?", (undone, place))
        undone = at if undone is None else None
        place = found.undoes if found else None


def change_of(connection: "Connection", change_id: int) -> Change | None:
    """Read one change, ``None`` when there is no such change."""
    row = connection.exec_driver_sql(f"{_COLUMNS} WHERE id=?", (change_id,)).first()
    return None if row is None else _change(tuple(row))


def changes(connection: "Connection", most: int) -> list[Change]:
    """Read the last changes, the newest first."""
    rows = connection.exec_driver_sql(f"{_COLUMNS} ORDER BY id DESC LIMIT ?", (most,))
    return [_change(tuple(row)) for row in rows]


def last_change(
    connection: "Connection", kinds: Collection[ChangeKind] = tuple(ChangeKind)
) -> Change | None:
    """Read a person's newest change that can be undone and is no undoing, ``None`` for none.

    ``kinds``: only of these.
    """
    kinds = [kind for kind in kinds if kind not in _NOT_TAKEN_BACK]
    marks = ",".join("?" * len(kinds))
    row = connection.exec_driver_sql(
        f"{_COLUMNS} WHERE undone_us IS NULL AND undoes_id IS NULL AND kind IN ({marks}) "
        "ORDER BY id DESC LIMIT 1",
        tuple(kind.value for kind in kinds),
    ).first()
    return None if row is None else _change(tuple(row))


def kind_of(wish: Wish) -> ChangeKind:
    """Return what sort of change a wish is."""
    alone = wish.fields[0] if len(wish.fields) == 1 else ""
    return {"note": ChangeKind.NOTE, "tags": ChangeKind.TAG}.get(alone, ChangeKind.CORRECT)


def said_of(wish: Wish) -> dict[str, object]:
    """Return what a change keeps of a wish: nothing that an erased contact may have to leave."""
    telling: dict[str, object] = {
        "method": str(wish.method or ""), "agent": wish.agent, "counts_toward": wish.counts_toward
    }  # fmt: skip
    return {name: None if name in wish.as_reported else telling.get(name) for name in wish.fields}


def _insert(
    connection: "Connection",
    kind: ChangeKind,
    said: Mapping[str, Any],
    at: Instant,
    undoes: int | None,
) -> int:
    made = connection.exec_driver_sql(
        "INSERT INTO change (at_us, kind, said, entries, undoes_id) VALUES (?, ?, ?, 0, ?)",
        (at, kind.value, json.dumps(dict(said)), undoes),
    )
    return int(made.lastrowid)


def _change(row: tuple[Any, ...]) -> Change:
    number, at, kind, said, entries, undone, undoes = row
    when = None if undone is None else Instant(undone)
    return Change(number, Instant(at), ChangeKind(kind), json.loads(said), entries, when, undoes)
