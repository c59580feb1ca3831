"""Calls there were: with one number, and my own of late, by the indexes alone."""

from collections.abc import Sequence
from typing import NamedTuple

from app.domain.event import Call
from app.domain.instant import Instant
from app.domain.merge import digest_of
from app.domain.number_card import RecentNumber
from app.ledger.convert import CALL, facts_by_id
from app.ledger.lists.belonging import belongs_to
from app.ledger.lists.clause import Clause
from app.ledger.snapshot import Snapshot
from app.ledger.twins import pairs_of

#: A habit shows in so many calls; older ones may be of another time.
_MOST_CALLS = 200
#: Among so many last entries my own are looked for.
_LOOKED_AT = 3_000
_PRESENT = "NOT EXISTS (SELECT 1 FROM superseded s WHERE s.fact_id = f.id)"
_WITH = f"""
    SELECT f.id FROM number n CROSS JOIN fact f INDEXED BY fact_by_far ON f.far_id = n.id
    WHERE n.text = ? AND f.start_us <= ? AND f.kind = {CALL} AND {_PRESENT} AND {{whose}}
    ORDER BY f.start_us DESC, f.id DESC LIMIT {_MOST_CALLS}
"""  # noqa: S608 - our own words
_LATE = f"""
    SELECT id, kind, start_us, talk_us, agent_id, own_id, far_id, name FROM fact
    WHERE start_us <= ? ORDER BY start_us DESC LIMIT {_LOOKED_AT}
"""  # noqa: S608 - our own number
_MINE = f"""
    SELECT f.talk_us FROM ({_LATE}) f
    WHERE f.kind = {CALL} AND f.talk_us > 0 AND {_PRESENT} AND {{whose}} LIMIT {_MOST_CALLS}
"""  # noqa: S608 - our own words
_NUMBERS = f"""
    SELECT n.text, coalesce(f.name, ''), max(f.start_us) FROM ({_LATE}) f
    JOIN number n ON n.id = f.far_id
    WHERE n.kind = 'known' AND n.text LIKE '+%' AND {_PRESENT} AND {{whose}}
    GROUP BY n.text ORDER BY 3 DESC LIMIT ?
"""  # noqa: S608 - our own words


class PastCalls(NamedTuple):
    """Calls with one number, newest first: their entries and how long each was, microseconds."""

    ids: tuple[int, ...] = ()
    talks: tuple[int, ...] = ()


def calls_with(snapshot: Snapshot, number: str, at: Instant) -> PastCalls:
    """Return my last calls with a number (E.164), of each the one report that counts."""
    whose = _mine(snapshot)
    rows = snapshot.connection.exec_driver_sql(
        _WITH.format(whose=whose.sql), (number, at, *whose.values)
    )
    ids = [row[0] for row in rows]
    found = facts_by_id(snapshot.connection, ids)
    calls = [(each, call) for each in ids if isinstance(call := found.get(each), Call)]
    counted = _without_copies(snapshot, calls)
    return PastCalls(tuple(each for each, _ in counted), tuple(call.talk_us for _, call in counted))


def own_talks(snapshot: Snapshot, at: Instant) -> tuple[int, ...]:
    """Return how long my last answered calls were, microseconds, newest first."""
    whose = _mine(snapshot)
    rows = snapshot.connection.exec_driver_sql(_MINE.format(whose=whose.sql), (at, *whose.values))
    return tuple(row[0] for row in rows)


def recent_numbers(snapshot: Snapshot, at: Instant, most: int) -> tuple[RecentNumber, ...]:
    """Return the numbers I had to do with last, newest first."""
    whose = _mine(snapshot)
    rows = snapshot.connection.exec_driver_sql(
        _NUMBERS.format(whose=whose.sql), (at, *whose.values, most)
    )
    return tuple(RecentNumber(row[0], row[1]) for row in rows)


def _mine(snapshot: Snapshot) -> Clause:
    """Return the condition that an entry is mine; while I have no name, anybody's may be."""
    people = snapshot.people
    return belongs_to(people, {people.me}) if people.named_me() else Clause("1")


def _without_copies(
    snapshot: Snapshot, calls: Sequence[tuple[int, Call]]
) -> list[tuple[int, Call]]:
    digests = [digest_of(call) for _, call in calls]
    copies = pairs_of(snapshot.connection, digests).copies
    return [each for each, digest in zip(calls, digests, strict=True) if digest not in copies]
