"""Ends of calls: the record a call becomes, ids that are over, and ends that nobody heard."""

from typing import TYPE_CHECKING, NamedTuple

from app.domain.call_report import Guess
from app.domain.event import Call
from app.domain.following import Over
from app.domain.instant import DAY, Instant
from app.domain.merge import digest_of
from app.domain.open_call import own_id
from app.ledger.convert import facts_by_id
from app.ledger.ledger import Writing
from app.ledger.live import drop_open_call
from app.ledger.store import present_versions

if TYPE_CHECKING:
    from sqlalchemy import Connection

_KEPT = DAY


class Closed(NamedTuple):
    """A call of the last day that is over, by the softphone's own id.

    ``record``: the identity of its record, empty where its end came before all else.
    """

    id: str
    at: Instant
    rang: Instant
    record: bytes = b""
    answered: bool = False


def record_end(writing: Writing, over: Over, at: Instant) -> int:
    """Keep the record of a call instead of the open call; returns its entry, 0 for no news."""
    call, record = over.call, over.record
    drop_open_call(writing.connection, call.id)
    if own_id(call):
        closed = Closed(call.id, at, call.rang, digest_of(record), call.answered is not None)
        keep_closed(writing.connection, closed)
    return store_record(writing, record, over.guess)


def store_record(writing: Writing, record: Call, guess: Guess | None = None) -> int:
    """Write a record, with why its end is an estimate; returns its entry, 0 where none was new."""
    # First, for another record of the call is found by how sure the length of this one is.
    writing.connection.exec_driver_sql(
        "DELETE FROM unsure_end WHERE record=?", (digest_of(record),)
    )
    if guess is not None:
        writing.connection.exec_driver_sql(
            "INSERT INTO unsure_end (record, guess) VALUES (?, ?)", (digest_of(record), guess.value)
        )
    stored = writing.store([record])
    return stored.ids[0] if stored.ids else 0


def keep_closed(connection: "Connection", closed: Closed) -> None:
    """Remember that a call is over, and forget those that were over a day before."""
    connection.exec_driver_sql("DELETE FROM closed_call WHERE at_us < ?", (closed.at - _KEPT,))
    connection.exec_driver_sql(
        "INSERT OR REPLACE INTO closed_call (id, at_us, rang_us, record, answered) "
        "VALUES (?, ?, ?, ?, ?)",
        (closed.id, closed.at, closed.rang, closed.record, int(closed.answered)),
    )


def closed_by_id(connection: "Connection", call_id: str, now: Instant) -> Closed | None:
    """Return what is known of a call that was over within a day before, by its own id."""
    row = connection.exec_driver_sql(
        "SELECT id, at_us, rang_us, record, answered FROM closed_call WHERE id=? AND at_us >= ?",
        (call_id, now - _KEPT),
    ).first()
    return Closed(row[0], row[1], row[2], row[3], bool(row[4])) if row else None


def record_of(connection: "Connection", closed: Closed) -> Call | None:
    """Return the present record of a call that is over, ``None`` where it has none."""
    fact_id = present_versions(connection, [closed.record]).get(closed.record, 0)
    fact = facts_by_id(connection, [fact_id]).get(fact_id)
    return fact if isinstance(fact, Call) else None
