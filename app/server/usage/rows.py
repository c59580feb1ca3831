"""The rows of usage counts, read and written in the transaction of one upload."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, insert

from app.domain.instant import SECOND, Instant
from app.domain.plan import MeterKind
from app.server.store.driver import insert_all, rows, run
from app.server.usage.holding import Moved, Sent, Slot
from app.server.usage.tables import usage_ledger

_KNOWN = (
    "SELECT l.ledger_id, l.number, c.day, c.kind, c.sequence, c.counted, c.outside "
    "FROM usage_ledger l LEFT JOIN usage_count c ON c.ledger = l.number AND c.day IN ({marks}) "
    "WHERE l.member_id = ?"
)
_WRITE = (
    "INSERT INTO usage_count (ledger, day, kind, sequence, holds, counted, billed, over, outside, "
    "second_leg, unpriced, amounts) VALUES {rows} "
    "ON CONFLICT (ledger, day, kind) DO UPDATE SET sequence = excluded.sequence, "
    "holds = excluded.holds, counted = excluded.counted, billed = excluded.billed, "
    "over = excluded.over, outside = excluded.outside, second_leg = excluded.second_leg, "
    "unpriced = excluded.unpriced, amounts = excluded.amounts"
)
_HOLD = "UPDATE usage_count SET holds = ? WHERE ledger = ? AND day = ? AND kind = ?"
_ADD = (
    "INSERT INTO usage_day (company_id, day, kind, counted, outside) VALUES {rows} "
    "ON CONFLICT (company_id, day, kind) DO UPDATE SET "
    "counted = usage_day.counted + excluded.counted, "
    "outside = usage_day.outside + excluded.outside"
)
_REPORT = "UPDATE usage_ledger SET reported_us = ? WHERE number = ?"
# As app.server.store.revisions counts.
_REVISION = (
    "UPDATE company SET usage_revision = CASE WHEN usage_revision >= ? THEN usage_revision + 1 "
    "ELSE ? END WHERE id = ?"
)
_begin = insert(usage_ledger)


class Person(NamedTuple):
    """A person's ledgers by their number, and what they said of the slots that were asked about."""

    numbers: dict[str, int]
    known: dict[Slot, dict[str, Sent]]


class Row(NamedTuple):
    """A count as it is kept; ``amounts`` is JSON, "" for none."""

    ledger: int
    day: int
    kind: str
    sequence: int
    holds: bool
    counted: int
    billed: int
    over: int
    outside: int
    second_leg: int
    unpriced: int
    amounts: str


class Hold(NamedTuple):
    """Whether the count of a ledger holds."""

    holds: bool
    ledger: int
    day: int
    kind: str


def read_person(connection: Connection, member: str, days: set[date]) -> Person:
    """Read a person's ledgers, and what these said about some days."""
    statement = _KNOWN.format(marks=", ".join("?" * len(days)))
    asked = [*(day.toordinal() for day in days), member]
    person = Person({}, {})
    for ledger, number, day, kind, *sent in rows(connection, statement, asked):
        person.numbers[ledger] = number
        if day is not None:
            slot = Slot(date.fromordinal(day), MeterKind(kind))
            person.known.setdefault(slot, {})[ledger] = Sent(ledger, *sent)
    return person


def add_ledger(connection: Connection, company: str, member: str, ledger: str, now: Instant) -> int:
    """Begin to know a ledger of a person; returns its number."""
    row = {
        "company_id": company,
        "member_id": member,
        "ledger_id": ledger,
        "reported_us": now,
    }
    key = connection.execute(_begin, row).inserted_primary_key
    if key is None:
        message = "the database gave the new ledger no number"
        raise LookupError(message)
    return int(key[0])


def write_counts(connection: Connection, counts: Sequence[Row], holds: Sequence[Hold]) -> None:
    """Write counts of a ledger over those it sent before, and whether those of others hold."""
    insert_all(connection, _WRITE, counts)
    for each in holds:
        run(connection, _HOLD, each)


def add_to_sums(connection: Connection, company: str, moves: Mapping[Slot, Moved]) -> None:
    """Add to a company's sums what changed."""
    changed = [
        (company, slot.day.toordinal(), slot.kind.value, moved.counted, moved.outside)
        for slot, moved in moves.items()
    ]
    insert_all(connection, _ADD, changed)


def note_report(connection: Connection, company: str, number: int, now: Instant) -> None:
    """Note when a ledger last sent something new, and that the company has new usage."""
    run(connection, _REPORT, (now, number))
    run(connection, _REVISION, (now // SECOND, now // SECOND, company))
