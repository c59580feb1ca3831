"""Ends of calls: the record a call becomes, ids that are over, and ends that nobody heard."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from app.domain.call_report import Guess
from app.domain.event import Call, Source
from app.domain.following import Over
from app.domain.instant import DAY, Instant
from app.domain.merge import digest_of, identity_of
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

    ``record``: the external id of what was recorded of it, "" where its end came before all else.
    """

    id: str
    at: Instant
    source: str
    record: str = ""
    answered: bool = False


def record_end(writing: Writing, over: Over, at: Instant) -> int:
    """Keep the record of a call instead of the open call; returns its entry, 0 for no news."""
    call, record = over.call, over.record
    drop_open_call(writing.connection, call.id)
    if own_id(call):
        answered = call.answered is not None
        closed = Closed(call.id, at, call.source, record.external_id, answered)
        keep_closed(writing.connection, closed)
    return store_record(writing, record, over.guess)


def store_record(writing: Writing, record: Call, guess: Guess | None = None) -> int:
    """Write a record, with why its end is an estimate; returns its entry, 0 where none was new."""
    stored = writing.store([record])
    key = record.source.provider, record.external_id
    writing.connection.exec_driver_sql(
        "DELETE FROM unsure_end WHERE provider=? AND external_id=?", key
    )
    if guess is not None:
        writing.connection.exec_driver_sql("INSERT INTO unsure_end VALUES (?, ?, ?)",
                                           (*key, guess.value))  # fmt: skip
    return stored.ids[0] if stored.ids else 0


def keep_closed(connection: "Connection", closed: Closed) -> None:
    """Remember that a call is over, and forget those that were over a day before."""
    connection.exec_driver_sql("DELETE FROM closed_call WHERE at_us < ?", (closed.at - _KEPT,))
    connection.exec_driver_sql("INSERT OR REPLACE INTO closed_call "
                               "(id, at_us, source, record, answered) VALUES (?, ?, ?, ?, ?)",
                               (*closed[:4], int(closed.answered)))  # fmt: skip


def closed_by_id(connection: "Connection", call_id: str, now: Instant) -> Closed | None:
    """Return what is known of a call that was over within a day before, by its own id."""
    rows = connection.exec_driver_sql(
        "SELECT id, at_us, source, record, answered FROM closed_call WHERE id=? AND at_us >= ?",
        (call_id, now - _KEPT),
    ).all()
    return next((Closed(row[0], row[1], row[2], row[3], bool(row[4])) for row in rows), None)


def record_of(connection: "Connection", closed: Closed) -> Call | None:
    """Return the present record of a call that is over, ``None`` where it has none."""
    identity = identity_of(Source(closed.source), closed.record)
    present = present_versions(connection, [identity])
    fact = facts_by_id(connection, list(present.values())).get(present.get(identity, 0))
    return fact if isinstance(fact, Call) and closed.record else None


def guesses(connection: "Connection", records: Sequence[Call]) -> dict[bytes, Guess]:
    """Return why the ends of records are estimates, by identity; those that were told are not."""
    rows = connection.exec_driver_sql("SELECT provider, external_id, guess FROM unsure_end")
    known = {identity_of(Source(row[0]), row[1]): Guess(row[2]) for row in rows}
    wanted = map(digest_of, records)
    return {identity: known[identity] for identity in wanted if identity in known}
