"""Pairs of entries of one call read for people, and what they said of such pairs written."""

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from app.domain.change import Change, ChangeKind
from app.domain.duplicates import Alike, Duplicate, Duplicates
from app.domain.event import Fact, Source
from app.domain.instant import Instant
from app.domain.merge import digest_of, identity_of
from app.domain.pairing import Pair, pair_of
from app.domain.twins import Remark, Rule, State
from app.ledger.changes import begin_change, begin_undo, change_of, finish_undo, note_entries
from app.ledger.company.outgoing import count_again
from app.ledger.convert import CALL, facts_by_id
from app.ledger.driver import driver
from app.ledger.ledger import Writing
from app.ledger.matching import match_again
from app.ledger.receipts import Bench
from app.ledger.snapshot import Snapshot
from app.ledger.verdicts import add_verdicts, pairs_of_change, verdicts

if TYPE_CHECKING:
    from sqlalchemy import Connection

#: The field of a change that was said of pairs; what it says is the kind of the change.
PAIRS = "pairs"
_FROM = """
    FROM twin t JOIN identity ki ON ki.digest = t.kept JOIN fact k ON k.id = ki.fact_id
    JOIN identity ci ON ci.digest = t.copy JOIN fact c ON c.id = ci.fact_id
    JOIN source ks ON ks.id = k.source_id JOIN source cs ON cs.id = c.source_id
    WHERE t.state IN ({states})
"""
_CALLS_AFTER = """
    SELECT f.id, s.provider, s.account, f.external_id
    FROM fact f JOIN source s ON s.id = f.source_id
    WHERE f.id > ? AND f.kind = ?
        AND NOT EXISTS (SELECT 1 FROM superseded p WHERE p.fact_id = f.id) ORDER BY f.id LIMIT ?
"""
_ALIKE = " AND ks.provider=? AND cs.provider=? AND t.rule=?"


def duplicates(snapshot: Snapshot, states: Collection[State], most: int) -> Duplicates:
    """Read the latest pairs in any of these states, and count all of them."""
    chosen = _FROM.format(states=_listed(states))
    raw = driver(snapshot.connection)
    counts = {
        Alike(row[0], row[1], Rule(row[2])): row[3]
        for row in raw.execute(
            f"SELECT ks.provider, cs.provider, t.rule, count(*) {chosen} GROUP BY 1, 2, 3"
            " ORDER BY 4 DESC, 1, 2, 3"
        )
    }
    rows = raw.execute(
        f"SELECT k.id, c.id, t.state, t.rule {chosen} ORDER BY k.start_us DESC, k.id, c.id LIMIT ?",
        (most,),
    ).fetchall()
    return Duplicates(_pairs(snapshot, rows), counts)


def possible_count(snapshot: Snapshot) -> int:
    """Return how many pairs a person should look at."""
    (count,) = (
        driver(snapshot.connection)
        .execute(
            f"SELECT count(*) FROM twin WHERE state={int(State.POSSIBLE)}"  # noqa: S608 - our own number
        )
        .fetchone()
    )
    return int(count)


def ids_alike(snapshot: Snapshot, alike: Alike) -> list[tuple[int, int]]:
    """Return the entries of every possible pair that can be decided together."""
    chosen = _FROM.format(states=_listed({State.POSSIBLE})) + _ALIKE
    rows = driver(snapshot.connection).execute(
        f"SELECT k.id, c.id {chosen} ORDER BY k.start_us, k.id, c.id", tuple(alike)
    )
    return [(row[0], row[1]) for row in rows]


def begin_deciding(writing: Writing, now: Instant, *, apart: bool) -> int:
    """Note that a person says something of pairs; returns the number of the change."""
    kind = ChangeKind.APART if apart else ChangeKind.SAME
    return begin_change(writing.connection, kind, {PAIRS: kind.value}, now)


def decide(
    writing: Writing, change_id: int, pairs: Sequence[tuple[int, int]], *, apart: bool
) -> int:
    """Take up what a person said of pairs of entries; returns of how many that both are calls."""
    connection = writing.connection
    digests = {
        fact_id: digest_of(fact)
        for fact_id, fact in facts_by_id(connection, sorted({i for p in pairs for i in p})).items()
    }
    known = [
        pair_of(digests[one], digests[other])
        for one, other in pairs
        if one in digests and other in digests and digests[one] != digests[other]
    ]
    add_verdicts(connection, change_id, known, apart=apart)
    note_entries(connection, change_id, len(known))
    _match(writing, known)
    return len(known)


def take_remarks(writing: Writing, remarks: Iterable[tuple[Fact, Remark]], now: Instant) -> None:
    """Take up what a person said of pairs elsewhere, of records and others; the same is no news."""
    found = {
        pair_of(digest_of(fact), identity_of(remark.source, remark.external_id)): remark.apart
        for fact, remark in remarks
    }
    if not found:
        return
    connection = writing.connection
    known = verdicts(connection, {identity for pair in found for identity in pair})
    for apart in (False, True):
        news = [p for p, said in found.items() if said is apart and known.get(p) is not apart]
        if news:
            change_id = begin_deciding(writing, now, apart=apart)
            add_verdicts(connection, change_id, news, apart=apart)
            note_entries(connection, change_id, len(news))
            _match(writing, news)


def undo_decision(writing: Writing, change: Change, now: Instant) -> int:
    """Undo what a person said of pairs, or undo such an undoing; returns the undoing's number."""
    connection = writing.connection
    undo_id = begin_undo(connection, change, now)
    note_entries(connection, undo_id, change.entries)
    finish_undo(connection, change.id, now)
    _match(writing, pairs_of_change(connection, _root(connection, change).id))
    return undo_id


def match_entries(writing: Writing, after: int, count: int) -> tuple[int, int]:
    """Find copies again around the next entries after an id; returns the last one and how many.

    The last one is 0 when there was none left.
    """
    connection = writing.connection
    rows = driver(connection).execute(_CALLS_AFTER, (after, CALL, count)).fetchall()
    ids = [row[0] for row in rows]
    identities = [identity_of(Source(row[1], row[2]), row[3]) for row in rows]
    if match_again(connection, writing.rules, writing.register, ids=ids, identities=identities):
        # No change notes this, and the entries may be of any day.
        count_again(connection)
    return (ids[-1] if ids else 0), len(ids)


def _match(writing: Writing, pairs: Sequence[Pair]) -> None:
    identities = {identity for pair in pairs for identity in pair}
    match_again(writing.connection, writing.rules, writing.register, identities=identities)


def _root(connection: "Connection", change: Change) -> Change:
    while change.undoes is not None:
        earlier = change_of(connection, change.undoes)
        if earlier is None:
            break
        change = earlier
    return change


def _pairs(snapshot: Snapshot, rows: Sequence[tuple[int, int, int, str]]) -> tuple[Duplicate, ...]:
    ids = sorted({entry for row in rows for entry in row[:2]})
    facts = facts_by_id(snapshot.connection, ids)
    bench = Bench(snapshot, facts.values())
    told = {i: bench.receipt(i, fact, with_room=False) for i, fact in facts.items()}
    return tuple(
        Duplicate(told[kept], told[copy], State(state), Rule(rule))
        for kept, copy, state, rule in rows
    )


def _listed(states: Collection[State]) -> str:
    return ", ".join(str(int(state)) for state in sorted(states))
