"""Derived rows made anew from the facts, after a rule changed."""

from collections.abc import Callable, Iterable
from contextlib import suppress

from sqlalchemy import Connection

from app.domain.instant import BEGINNING, Instant
from app.domain.plan import Line
from app.domain.rules import Rules, line_of
from app.ledger.charges import Batch
from app.ledger.convert import CALL, TEXT
from app.ledger.crossings import KINDS
from app.ledger.register import Register
from app.ledger.stored_entries import entries_of

_CHUNK = 5_000
#: Told after every chunk: facts done, facts in all.
Progress = Callable[[int, int], None]


def rebuild(
    connection: Connection,
    rules: Rules,
    register: Register,
    *,
    since: Instant = BEGINNING,
    lines: Iterable[Line] = tuple(Line),
    progress: Progress | None = None,
) -> None:
    """Rate again every present fact from the cycle that holds ``since`` on."""
    for line in lines:
        start = _cycle_start(rules, line, since)
        for code, kind in enumerate(KINDS):
            if line_of(kind) is line:
                _forget(connection, code, start)
        _rate_again(connection, (rules, register), line, start, progress)


def _cycle_start(rules: Rules, line: Line, since: Instant) -> Instant:
    # A change begins at ``since``, so the instant before it still lies in an untouched stretch.
    with suppress(IndexError):
        if since > BEGINNING:
            return rules.lines[line].timeline.cycle_at(Instant(since - 1)).start
    return BEGINNING


def _forget(connection: Connection, code: int, start: Instant) -> None:
    for table, column in (
        ("charge", "start_us"),
        ("total", "stretch_us"),
        ("crossing", "stretch_us"),
    ):
        connection.exec_driver_sql(
            f"DELETE FROM {table} WHERE kind=? AND {column}>=?",  # noqa: S608 - our own names
            (code, start),
        )


def _rate_again(
    connection: Connection,
    by: tuple[Rules, Register],
    line: Line,
    start: Instant,
    progress: Progress | None,
) -> None:
    rules, register = by
    ids = present_ids(connection, line, start)
    for position in range(0, len(ids), _CHUNK):
        part = ids[position : position + _CHUNK]
        batch = Batch(connection, rules)
        batch.add(entries_of(connection, register, part))
        batch.finish()
        if progress:
            progress(min(position + _CHUNK, len(ids)), len(ids))


def present_ids(connection: Connection, line: Line, start: Instant) -> list[int]:
    """Return the ids of the present versions of the facts of a line, oldest start first."""
    rows = connection.exec_driver_sql(
        "SELECT f.id FROM fact f LEFT JOIN superseded s ON s.fact_id = f.id "
        "WHERE s.fact_id IS NULL AND f.kind=? AND f.start_us>=? ORDER BY f.start_us, f.id",
        (CALL if line is Line.CALLS else TEXT, start),
    )
    return [row[0] for row in rows]
