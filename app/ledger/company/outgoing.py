"""Counts that the plan server does not have yet: units of mine by meter and local day, no more."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from app.domain.book import DayCount
from app.domain.change import ChangeKind
from app.domain.instant import DAY, Instant
from app.domain.plan import MeterKind
from app.ledger.company.day_counts import Place, my_counts
from app.ledger.company.json_text import read_count, written_count
from app.ledger.crossings import CODES
from app.ledger.rulebook import rules_version

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.ledger.ledger import Ledger, Writing
    from app.ledger.snapshot import Snapshot

_MILLISECOND = 1_000
_EPOCH = date(1970, 1, 1).toordinal()
# A local day is at most one away from that in UTC, and records of one call at most one more.
_MARGIN = 3
_ALWAYS = 0
_MERGING = ", ".join(
    f"'{kind.value}'"
    for kind in (ChangeKind.SAME, ChangeKind.APART, ChangeKind.UNDO, ChangeKind.ERASE)
)
_KEEP = "INSERT OR REPLACE INTO sent_count (ledger, kind, day, said) VALUES (?, ?, ?, ?)"
_DROP = "DELETE FROM sent_count WHERE ledger=? AND kind=? AND day=?"
_SENT = "SELECT kind, day, said FROM sent_count WHERE ledger=? AND day>=?"
# The plus keeps SQLite from walking the index of starts instead of the few new rows.
_EARLIEST = """
    SELECT min(start_us) FROM (
        SELECT min(+start_us) AS start_us FROM fact WHERE id > ?1
        UNION ALL
        SELECT min(+f.start_us) FROM superseded s JOIN fact f ON f.id = s.fact_id WHERE s.by_id > ?1
    )
"""


class Mark(NamedTuple):
    """Up to where the ledger was counted: newest fact, rules, and newest change of copies."""

    fact_id: int
    rules_version: int
    change_id: int


_NOWHERE = Mark(-1, -1, -1)


class Outgoing(NamedTuple):
    """``counts`` to send under a ``sequence`` that grows.

    ``mark``: what is noted once all are acknowledged, ``None`` where there is nothing to note.
    ``known``: the mark that was found when they were counted.
    """

    sequence: int
    counts: tuple[DayCount, ...]
    mark: Mark | None
    known: Mark


def counts_to_send(ledger: "Ledger", now: Instant) -> Outgoing:
    """Return my counts that differ from what the server acknowledged, the oldest day first.

    A day of which nothing is left is sent as zeros. The sequence is a time as long as that grows,
    so that a ledger brought back from a copy is heard.
    """
    with ledger.reading() as snapshot:
        known, sequence = _counted(snapshot.connection)
        mark = _mark(snapshot.connection)
        changed = _changed(snapshot, known, mark)
    sequence = max(sequence + 1, now // _MILLISECOND)
    return Outgoing(sequence, changed, None if mark == known else mark, known)


def counts_waiting(snapshot: "Snapshot") -> int:
    """Return how many of my counts the server does not have, as far as a look can tell.

    Where every day must be counted again, which a look has no time for, it is 0.
    """
    known, _ = _counted(snapshot.connection)
    mark = _mark(snapshot.connection)
    return len(_changed(snapshot, known, mark)) if known[1:] == mark[1:] else 0


def _changed(snapshot: "Snapshot", known: Mark, mark: Mark) -> tuple[DayCount, ...]:
    if mark == known:
        return ()
    since = _since(snapshot.connection, known, mark)
    counts, sent = my_counts(snapshot, since), _sent(snapshot.connection, since)
    places = sorted(counts.keys() | sent.keys(), key=lambda place: (place[1], CODES[place[0]]))
    return tuple(
        counts.get(place) or read_count(place[0], date.fromordinal(place[1]), "")
        for place in places
        if _said(counts, place) != sent.get(place, "")
    )


def mark_sent(writing: "Writing", outgoing: Outgoing, counts: Iterable[DayCount]) -> None:
    """Note counts of an outgoing as acknowledged; a part of them at a time, or none."""
    connection = writing.connection
    ledger = _ledger_id(connection)
    for count in counts:
        place, said = (ledger, count.kind.value, count.day.toordinal()), written_count(count)
        connection.exec_driver_sql(_KEEP if said else _DROP, (*place, said) if said else place)
    if _counted(connection)[0] != outgoing.known:
        # Something else was counted, or asked to be, since these were; neither can be told apart.
        count_again(connection)
    known, newest = _counted(connection)
    done = known == outgoing.known and _all_sent(connection, outgoing)
    mark = outgoing.mark if outgoing.mark and done else known
    connection.exec_driver_sql(
        "INSERT OR REPLACE INTO counting (id, fact_id, rules_version, change_id, sequence) "
        "VALUES (1, ?, ?, ?, ?)",
        # Another window of this ledger may have sent something newer meanwhile.
        (*mark, max(newest, outgoing.sequence)),
    )


def count_again(connection: "Connection") -> None:
    """Let every day be compared with what was acknowledged when counts are next sent."""
    # Another version each time, so that counts under way are not taken for those asked for.
    connection.exec_driver_sql(
        "INSERT INTO counting (id, fact_id, rules_version, change_id, sequence) "
        "VALUES (1, ?, ?, ?, 0) "
        "ON CONFLICT (id) DO UPDATE SET rules_version = min(rules_version, -1) - 1",
        _NOWHERE._replace(rules_version=_NOWHERE.rules_version - 1),
    )


def forget_sent(connection: "Connection") -> None:
    """Take no count as acknowledged any more, at whatever server.

    Which days were told is kept, so that those of which nothing is left are told as zeros later.
    """
    connection.exec_driver_sql("UPDATE sent_count SET said=NULL")
    count_again(connection)


def _counted(connection: "Connection") -> tuple[Mark, int]:
    row = connection.exec_driver_sql(
        "SELECT fact_id, rules_version, change_id, sequence FROM counting"
    ).first()
    return (_NOWHERE, 0) if row is None else (Mark(*row[:3]), row[3])


def _mark(connection: "Connection") -> Mark:
    (fact_id,) = connection.exec_driver_sql("SELECT coalesce(max(id), 0) FROM fact").one()
    (change_id,) = connection.exec_driver_sql(
        f"SELECT coalesce(max(id), 0) FROM change WHERE kind IN ({_MERGING})"  # noqa: S608
    ).one()
    return Mark(fact_id, rules_version(connection), change_id)


def _since(connection: "Connection", known: Mark, mark: Mark) -> int:
    """Return the first local day, an ordinal, whose counts can be otherwise than acknowledged."""
    if known[1:] != mark[1:]:
        return _ALWAYS
    (start,) = connection.exec_driver_sql(_EARLIEST, (known.fact_id,)).one()
    return _ALWAYS if start is None else start // DAY + _EPOCH - _MARGIN


def _sent(connection: "Connection", since: int) -> dict[Place, str | None]:
    rows = connection.exec_driver_sql(_SENT, (_ledger_id(connection), since))
    return {(MeterKind(kind), day): said for kind, day, said in rows}


def _ledger_id(connection: "Connection") -> str:
    """Return as whom this ledger is known where it is signed in, "" where it is not."""
    row = connection.exec_driver_sql("SELECT ledger_id FROM company").first()
    return "" if row is None else str(row[0])


def _said(counts: dict[Place, DayCount], place: Place) -> str:
    return written_count(counts[place]) if place in counts else ""


def _all_sent(connection: "Connection", outgoing: Outgoing) -> bool:
    sent = _sent(connection, _ALWAYS) if outgoing.counts else {}
    return all(
        sent.get((count.kind, count.day.toordinal()), "") == written_count(count)
        for count in outgoing.counts
    )
