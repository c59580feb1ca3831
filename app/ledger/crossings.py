"""Crossings kept in step with the charges: a late arrival moves one small row, not a cycle."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.domain.crossing import NEVER, Crossing, Key, Side, closed, splits
from app.domain.instant import Instant
from app.domain.plan import MeterKind
from app.domain.rating import Draw
from app.ledger.driver import driver
from app.ledger.totals import Deltas, Drawn, Meterage

if TYPE_CHECKING:
    from sqlalchemy import Connection

KINDS = tuple(MeterKind)
CODES = {kind: code for code, kind in enumerate(KINDS)}

_COLUMNS = "start_us, tie, fact_id, person_id, units, amount_nano, currency, unpriced"
_BEFORE = f"""
    SELECT {_COLUMNS} FROM charge WHERE kind=? AND scope_id=? AND start_us >= ? AND start_us <= ?
        AND (start_us, tie, fact_id) < (?, ?, ?) AND draw={int(Draw.DRAWS)}
    ORDER BY start_us DESC, tie DESC, fact_id DESC LIMIT ?
"""  # noqa: S608 - our own column names
_FROM = f"""
    SELECT {_COLUMNS} FROM charge WHERE kind=? AND scope_id=? AND start_us < ?
        AND (start_us, tie, fact_id) >= (?, ?, ?) AND draw={int(Draw.DRAWS)}
    ORDER BY start_us, tie, fact_id LIMIT ?
"""  # noqa: S608 - our own column names
# Mostly one look tells that nothing changes sides.
_FIRST_PAGE, _PAGE = 4, 2_000


def load(connection: "Connection", of: Meterage) -> Crossing:
    """Return the crossing as the ledger has it; an unused allowance has the empty one."""
    found = driver(connection).execute(
        "SELECT at_us, tie, fact_id, before, split FROM crossing "
        "WHERE kind=? AND scope_id=? AND stretch_us=?",
        (of.kind, of.scope_id, of.stretch.start),
    )
    row = found.fetchone()
    if row:
        return Crossing(Key(row[0], row[1], row[2]), row[3], row[4])
    return _uncrossed(connection, of) if _is_cycle(of) else Crossing()


def is_kept(of: Meterage, crossing: Crossing) -> bool:
    """Tell whether a crossing has a row: none where the totals of a whole cycle say it all."""
    uncrossed = crossing.key == NEVER and not crossing.split
    return not (uncrossed and _is_cycle(of)) and crossing != Crossing()


def _is_cycle(of: Meterage) -> bool:
    stretch = of.stretch
    return (stretch.start, stretch.end) == (stretch.cycle.start, stretch.cycle.end)


def _uncrossed(connection: "Connection", of: Meterage) -> Crossing:
    """Return the crossing of an allowance that nothing began past: all its units are before."""
    found = driver(connection).execute(
        "SELECT coalesce(sum(units), 0) FROM total WHERE kind=? AND scope_id=? AND stretch_us=? "
        "AND side=?",
        (of.kind, of.scope_id, of.stretch.start, int(Side.INCLUDED)),
    )
    return Crossing(NEVER, int(found.fetchone()[0]))


def save(connection: "Connection", of: Meterage, crossing: Crossing) -> None:
    """Keep a crossing, if it says more than the totals do: a page less for most writes."""
    place = (of.kind, of.scope_id, of.stretch.start)
    if not is_kept(of, crossing):
        driver(connection).execute(
            "DELETE FROM crossing WHERE kind=? AND scope_id=? AND stretch_us=?", place
        )
        return
    driver(connection).execute(
        "INSERT OR REPLACE INTO crossing VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (*place, *crossing.key, crossing.before, crossing.split),
    )


def rejoin(connection: "Connection", of: Meterage, crossing: Crossing, deltas: Deltas) -> Crossing:
    """Put a split text together again, before any charge around it changes."""
    split = straddler(connection, of, crossing)
    if split is not None:
        deltas.move_part(of, split.part(crossing.split), to_past=False)
    return crossing._replace(split=0)


def straddler(connection: "Connection", of: Meterage, crossing: Crossing) -> Drawn | None:
    """Return the text that is split at the limit, if any."""
    return next(_before(connection, of, crossing.key)) if crossing.split else None


def settle(
    connection: "Connection", of: Meterage, crossing: Crossing, room: int, deltas: Deltas
) -> Crossing:
    """Move the crossing to where it belongs after charges or the allowance changed.

    ``crossing.before`` must already count every charge before its key. Walks only over entries
    that change sides.
    """
    room = max(0, room)
    crossing = _walk_back(connection, of, crossing, room, deltas)
    crossing = _walk_on(connection, of, crossing, room, deltas)
    crossing = closed(crossing, room, split=splits(KINDS[of.kind]))
    split = straddler(connection, of, crossing)
    if split is not None:
        deltas.move_part(of, split.part(crossing.split), to_past=True)
    return crossing


def _walk_back(
    connection: "Connection", of: Meterage, crossing: Crossing, room: int, deltas: Deltas
) -> Crossing:
    key, before = crossing.key, crossing.before
    if before <= room:
        return crossing
    for drawn in _before(connection, of, key):
        if before - drawn.units < room:
            break
        deltas.remove(of, Side.INCLUDED, drawn)
        deltas.add(of, Side.PAST, drawn)
        key, before = drawn.key, before - drawn.units
    return Crossing(key, before)


def _walk_on(
    connection: "Connection", of: Meterage, crossing: Crossing, room: int, deltas: Deltas
) -> Crossing:
    key, before = crossing.key, crossing.before
    if key == NEVER:
        return crossing
    for drawn in _from(connection, of, key):
        if before >= room:
            return Crossing(drawn.key, before)
        deltas.remove(of, Side.PAST, drawn)
        deltas.add(of, Side.INCLUDED, drawn)
        before += drawn.units
    return Crossing(NEVER, before)


def _before(connection: "Connection", of: Meterage, key: Key) -> Iterator[Drawn]:
    """Yield the charges before a key, the latest first."""
    page = _FIRST_PAGE
    while True:
        # The start said for itself spares a search that begins at the end of the stretch.
        last = min(key.start, of.stretch.end - 1)
        span = (of.kind, of.scope_id, of.stretch.start, last)
        rows = driver(connection).execute(_BEFORE, (*span, *key, page)).fetchall()
        for row in rows:
            yield Drawn(*row)
        if len(rows) < page:
            return
        key, page = Key(*rows[-1][:3]), _PAGE


def _from(connection: "Connection", of: Meterage, key: Key) -> Iterator[Drawn]:
    """Yield the charges from a key on, the earliest first."""
    page = _FIRST_PAGE
    while True:
        span = (of.kind, of.scope_id, of.stretch.end)
        rows = driver(connection).execute(_FROM, (*span, *key, page)).fetchall()
        for row in rows:
            yield Drawn(*row)
        if len(rows) < page:
            return
        last = rows[-1]
        key, page = Key(Instant(last[0]), last[1], last[2] + 1), _PAGE
