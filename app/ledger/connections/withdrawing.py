"""Records that their provider deleted: they stay in the ledger, and most of them count no more."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from app.domain.change import ChangeKind
from app.domain.connection import Connection, Provider
from app.domain.correction import Wish
from app.domain.event import NO_PLAN, Fact, Source
from app.domain.instant import Instant
from app.domain.merge import digest_of, identity_of
from app.ledger.changes import begin_change, begin_return, change_of, finish_undo
from app.ledger.changing import correct, undo_on
from app.ledger.connections.counting import kind_of_part
from app.ledger.driver import driver
from app.ledger.twins import rows_for

if TYPE_CHECKING:
    from sqlalchemy import Connection as Transaction

    from app.ledger.ledger import Writing

#: A record deleted there was billed all the same.
_BILLED_ALL_THE_SAME = frozenset({Provider.TWILIO})
_PRESENT = """
    SELECT i.digest, i.fact_id, f.counts_toward FROM identity i JOIN fact f ON f.id = i.fact_id
    WHERE i.digest IN ({}) AND NOT EXISTS (SELECT 1 FROM withdrawn w WHERE w.digest = i.digest)
"""
_BACK = """
    SELECT w.digest, w.change_id, i.fact_id FROM withdrawn w
    LEFT JOIN identity i ON i.digest = w.digest WHERE w.digest IN ({})
"""
_COUNTING = """
    SELECT w.digest, i.fact_id FROM withdrawn w JOIN source s ON s.id = w.source_id
    JOIN identity i ON i.digest = w.digest JOIN fact f ON f.id = i.fact_id
    WHERE s.provider=? AND s.account=? AND w.change_id IS NULL AND f.id > ?
        AND coalesce(f.counts_toward, '') <> 'none'
    ORDER BY f.id
"""
_GONE_LAST = """
    SELECT f.external_id FROM withdrawn w JOIN source s ON s.id = w.source_id
    JOIN identity i ON i.digest = w.digest JOIN fact f ON f.id = i.fact_id
    WHERE s.provider=? AND s.account=? AND f.kind=? ORDER BY w.gone_us DESC, f.id LIMIT ?
"""
_BEGAN = """
    SELECT f.external_id, f.start_us FROM fact f JOIN source s ON s.id = f.source_id
    WHERE s.provider=? AND s.account=? AND f.kind=? AND f.start_us>=? AND f.start_us<?
        AND f.external_id NOT LIKE 'line:%'
        AND NOT EXISTS (SELECT 1 FROM superseded p WHERE p.fact_id = f.id)
    ORDER BY f.start_us, f.external_id
"""


def missing_in(
    connection: "Transaction",
    connected: Connection,
    account: str,
    part: str,
    span: tuple[Instant, Instant],
    seen: Collection[str],
) -> tuple[tuple[str, Instant], ...]:
    """Return the records of a part that began in a span and that a reading of it did not show.

    Those that are known to be deleted are left out. The end of the span is not in it.
    """
    source = Source(connected.provider.value, account)
    rows = driver(connection).execute(_BEGAN, (*source, kind_of_part(part), *span))
    missing = {
        identity_of(source, row[0]): (row[0], Instant(row[1])) for row in rows if row[0] not in seen
    }
    query = "SELECT digest FROM withdrawn WHERE digest IN ({})"
    for (digest,) in rows_for(connection, list(missing), query):
        del missing[digest]
    return tuple(missing.values())


def withdrawn_of(
    connection: "Transaction", provider: Provider, account: str, part: str, most: int
) -> tuple[str, ...]:
    """Return the ids of records of a part that were deleted last."""
    asked = (provider.value, account, kind_of_part(part), most)
    return tuple(row[0] for row in driver(connection).execute(_GONE_LAST, asked))


def withdraw(
    writing: "Writing", provider: Provider, account: str, ids: Sequence[str], now: Instant
) -> int:
    """Note that records were deleted; returns how many of them the ledger has and did not know.

    Those of HubSpot and Aircall count no more, by a change that can be undone.
    """
    if not ids:
        return 0
    transaction, source = writing.connection, Source(provider.value, account)
    found = rows_for(transaction, [identity_of(source, each) for each in ids], _PRESENT)
    counting = [row for row in found if row[2] != NO_PLAN and provider not in _BILLED_ALL_THE_SAME]
    change_id = _count_nowhere(writing, provider, [row[1] for row in counting], now)
    changed = {row[0] for row in counting}
    source_id = writing.register.source(transaction, source)
    driver(transaction).executemany(
        "INSERT INTO withdrawn VALUES (?, ?, ?, ?)",
        [(row[0], source_id, change_id if row[0] in changed else None, now) for row in found],
    )
    return len(found)


def withdraw_counting(
    writing: "Writing", provider: Provider, account: str, after_id: int, now: Instant
) -> None:
    """Let deleted records count no more that counted nowhere before, either, and now would.

    ``after_id``: only versions made after this one are meant, not what a person let count.
    """
    if provider in _BILLED_ALL_THE_SAME:
        return
    raw = driver(writing.connection)
    found = raw.execute(_COUNTING, (provider.value, account, after_id)).fetchall()
    change_id = _count_nowhere(writing, provider, [row[1] for row in found], now)
    raw.executemany(
        "UPDATE withdrawn SET change_id=? WHERE digest=?", [(change_id, row[0]) for row in found]
    )


def reinstate(writing: "Writing", facts: Sequence[Fact], now: Instant) -> int:
    """Let records count again that were deleted and are there again; returns how many they are.

    What a person decided about them since stays.
    """
    transaction = writing.connection
    raw = driver(transaction)
    if raw.execute("SELECT 1 FROM withdrawn LIMIT 1").fetchone() is None:
        return 0
    back = rows_for(transaction, list({digest_of(fact) for fact in facts}), _BACK)
    raw.executemany("DELETE FROM withdrawn WHERE digest=?", [(row[0],) for row in back])
    by_change: dict[int, list[int]] = {}
    for _, change_id, fact_id in back:
        if change_id is not None and fact_id is not None:
            by_change.setdefault(change_id, []).append(fact_id)
    for change_id, ids in sorted(by_change.items()):
        _let_count(writing, change_id, ids, now)
    return len(back)


def _count_nowhere(writing: "Writing", provider: Provider, ids: Sequence[int], now: Instant) -> int:
    """Let entries count toward no plan; returns the change that does, 0 where there are none."""
    if not ids:
        return 0
    said = {"provider": provider.value}
    change_id = begin_change(writing.connection, ChangeKind.WITHDRAWN, said, now)
    correct(writing, change_id, ids, Wish(counts_toward=NO_PLAN))
    return change_id


def _let_count(writing: "Writing", change_id: int, ids: Sequence[int], now: Instant) -> None:
    transaction = writing.connection
    change = change_of(transaction, change_id)
    if change is None or change.undone is not None:
        return
    undo_on(writing, begin_return(transaction, change, now), ids)
    left = driver(transaction).execute(
        "SELECT 1 FROM withdrawn WHERE change_id=? LIMIT 1", (change_id,)
    )
    if left.fetchone() is None:
        finish_undo(transaction, change_id, now)
