"""The entries of a connection removed from the ledger for good, and all else worked out again."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from app.domain.connection import Connection
from app.domain.instant import Instant
from app.ledger.connections.choosing import accounts_of
from app.ledger.coverage import cover_again
from app.ledger.driver import driver
from app.ledger.erasing import begin_erasing, finish_erasing, take_all_versions
from app.ledger.matching import match_again
from app.ledger.neighbours import present_of

if TYPE_CHECKING:
    import sqlite3

    from app.ledger.ledger import Ledger, Writing

#: Told now and then: entries done and entries in all, those that stay as well.
Progress = Callable[[int, int], None]

_TAKE = """
    INSERT OR IGNORE INTO temp.gone
    SELECT f.id, f.id FROM fact f JOIN source s ON s.id = f.source_id
    WHERE s.provider=? AND s.account=?
        AND NOT EXISTS (SELECT 1 FROM superseded p WHERE p.fact_id = f.id)
"""
_NAME = """
    CREATE TEMP TABLE leaving AS
    SELECT digest FROM identity WHERE fact_id IN (SELECT id FROM temp.gone)
"""
_GONE, _LEAVING = "(SELECT id FROM temp.gone)", "(SELECT digest FROM temp.leaving)"
_PARTNERS = f"""
    SELECT kept FROM twin WHERE copy IN {_LEAVING}
    UNION SELECT copy FROM twin WHERE kept IN {_LEAVING}
    UNION SELECT second FROM verdict WHERE first IN {_LEAVING}
    UNION SELECT first FROM verdict WHERE second IN {_LEAVING}
    EXCEPT SELECT digest FROM temp.leaving
"""  # noqa: S608 - our own words
_CHANGED = f"""
    SELECT c.change_id, count(DISTINCT g.root) FROM temp.gone g
    JOIN correction c ON c.fact_id = g.id GROUP BY c.change_id
    UNION ALL
    SELECT change_id, count(*) FROM verdict
    WHERE first IN {_LEAVING} OR second IN {_LEAVING} GROUP BY change_id
"""  # noqa: S608 - our own words
_WITHOUT_ENTRIES = """
    WITH RECURSIVE empty(id) AS (
        SELECT id FROM change WHERE entries <= 0 AND kind <> 'erase'
        UNION SELECT c.id FROM change c JOIN empty e ON c.undoes_id = e.id
    )
    DELETE FROM change WHERE id IN (SELECT id FROM empty)
"""
_DELETED = (
    *(("leg", "fact_id", _GONE), ("correction", "fact_id", _GONE), ("mention", "fact_id", _GONE)),
    *(("superseded", "fact_id", _GONE), ("superseded", "by_id", _GONE), ("fact", "id", _GONE)),
    *(("identity", "digest", _LEAVING), ("withdrawn", "digest", _LEAVING)),
    *(("twin", "copy", _LEAVING), ("twin", "kept", _LEAVING)),
    *(("verdict", "first", _LEAVING), ("verdict", "second", _LEAVING)),
)
# Whoever is named by nothing any more, and of whom nobody said anything.
_NOBODY = """
    DELETE FROM agent WHERE person_id = id AND name <> '' AND id IN (
        SELECT id FROM agent EXCEPT SELECT agent_id FROM fact EXCEPT SELECT me_id FROM profile
        EXCEPT SELECT person_id FROM agent a WHERE a.id <> a.person_id
        EXCEPT SELECT person_id FROM own_number EXCEPT SELECT person_id FROM link
        EXCEPT SELECT person_id FROM open_call EXCEPT SELECT person_id FROM licence)
        AND phone = '' AND method = 'browser'
"""
_FROM_THE_BEGINNING = (
    "DELETE FROM connection_part WHERE connection_id=?",
    "DELETE FROM unfinished_record WHERE connection_id=?",
    "DELETE FROM refused_record WHERE connection_id=?",
)
# Numbers of entries are given out again, so what was counted up to one of them means nothing.
_COUNT_AGAIN = (
    "UPDATE connection_part SET entries=0, first_us=NULL, last_us=NULL, counted_id=0"
)  # fmt: skip


class _CancelledError(Exception):
    """Nobody wants it any more; what was done is undone with the transaction."""


def remove_entries(
    ledger: "Ledger",
    connected: Connection,
    now: Instant,
    progress: Progress = lambda _done, _total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> int | None:
    """Remove all entries of a connection's accounts; returns how many they were.

    All of it is one transaction. ``None`` where it was cancelled: then nothing is changed. Copies
    that they hid count again. The connection itself stays, and would read from the beginning.
    """
    try:
        with ledger.writing() as writing:
            return _remove(writing, connected, _Steps(progress, cancelled))
    except _CancelledError:
        return None


class _Steps:
    """Tells how far it is over several stretches of work, and stops where nobody wants it."""

    def __init__(self, progress: Progress, cancelled: Callable[[], bool]) -> None:
        self._progress, self._cancelled = progress, cancelled
        self._total = self._before = self._done = self._of = 0

    def begin(self, total: int) -> None:
        """Begin with so many entries to do in all."""
        self._total = total

    def __call__(self, done: int, of: int = 0) -> None:
        """Tell entries done of a stretch; no more than before, or of others, begin another one."""
        if self._cancelled():
            raise _CancelledError
        if done <= self._done or of != self._of:
            self._before += self._done
        self._done, self._of = done, of
        self._progress(min(self._before + done, self._total), self._total)


def _remove(writing: "Writing", connected: Connection, steps: _Steps) -> int:
    connection = writing.connection
    raw = driver(connection)
    begin_erasing(connection)
    for account in accounts_of(connection, connected):
        raw.execute(_TAKE, (connected.provider.value, account))
    entries = take_all_versions(connection)
    (kept,) = raw.execute("SELECT count(*) FROM identity").fetchone()
    steps.begin(kept)
    raw.execute("DROP TABLE IF EXISTS temp.leaving")
    raw.execute(_NAME)
    raw.execute("CREATE UNIQUE INDEX temp.leaving_by_digest ON leaving (digest)")
    partners = [row[0] for row in raw.execute(_PARTNERS)]
    _delete(raw, steps)
    raw.execute(_NOBODY)
    for statement in _FROM_THE_BEGINNING:
        raw.execute(statement, (connected.id,))
    raw.execute(_COUNT_AGAIN)
    raw.execute("DROP TABLE temp.leaving")
    finish_erasing(writing)
    steps(entries)
    _work_out(writing, partners, steps)
    return entries


def _delete(raw: "sqlite3.Connection", steps: _Steps) -> None:
    changed = raw.execute(_CHANGED).fetchall()
    for table, column, gone in _DELETED:
        raw.execute(f"DELETE FROM {table} WHERE {column} IN {gone}")  # noqa: S608 - our own words
        steps(0)
    raw.executemany(
        "UPDATE change SET entries = entries - ? WHERE id=?", [(n, change) for change, n in changed]
    )
    raw.execute(_WITHOUT_ENTRIES)


def _work_out(writing: "Writing", partners: Sequence[bytes], steps: _Steps) -> None:
    """Work everything out again; copies of what is gone may be copies of one another."""
    cover_again(writing.connection)
    writing.change_rules(progress=steps)
    present = present_of(writing.connection, partners)
    match_again(writing.connection, writing.rules, writing.register, ids=sorted(present.values()))
