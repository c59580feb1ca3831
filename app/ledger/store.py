"""A batch of facts stored with everything derived from it, in one transaction of the caller."""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection

from app.domain.event import Call, Fact
from app.domain.merge import digest_of, merged, tie_of
from app.domain.rating import Ends
from app.domain.rules import Rules
from app.ledger.charges import Batch, Entry
from app.ledger.convert import (
    INSERT_CALL,
    INSERT_LEG,
    INSERT_TEXT,
    Row,
    call_row,
    facts_by_id,
    leg_rows,
    normal,
    text_row,
    with_normal_legs,
)
from app.ledger.coverage import cover
from app.ledger.driver import driver
from app.ledger.register import Register

# Digests are given to sqlite3 as bytearray, which it takes four times as fast as bytes.
_CHUNK = 900


class Stored(NamedTuple):
    """How many reports said something new, how many were known, and the ids of what was written."""

    new: int
    known: int
    ids: tuple[int, ...]


class Fresh(NamedTuple):
    """A record to write: its identity, what it says, and the version it supersedes, if any."""

    digest: bytes
    fact: Fact
    previous: int | None


class _Rows(NamedTuple):
    """Rows to insert, by what they hold."""

    calls: list[Row]
    texts: list[Row]
    legs: list[Row]

    def insert(self, connection: Connection) -> None:
        statements = (INSERT_CALL, INSERT_TEXT, INSERT_LEG)
        for statement, rows in zip(statements, self, strict=True):
            if rows:
                driver(connection).executemany(statement, rows)


def store(
    connection: Connection,
    rules: Rules,
    register: Register,
    facts: Sequence[Fact],
    import_id: int | None = None,
) -> Stored:
    """Write what is new in these reports; a report already known changes nothing."""
    register.learn(connection, facts)
    fresh, known = _sift(connection, register, facts)
    ids = _write(connection, rules, register, fresh, import_id)
    return Stored(len(facts) - known, known, ids)


def _sift(
    connection: Connection, register: Register, facts: Sequence[Fact]
) -> tuple[list[Fresh], int]:
    digests = [digest_of(fact) for fact in facts]
    present = _present(connection, digests)
    stored = facts_by_id(connection, list(present.values()))
    fresh: dict[bytes, Fresh] = {}
    known = 0
    for digest, fact in zip(digests, facts, strict=True):
        pending, previous = fresh.get(digest), present.get(digest)
        if pending is None and previous is None:
            fresh[digest] = Fresh(digest, fact, None)
            continue
        before = pending.fact if pending else stored[previous or 0]
        before = normal(before, register, connection) if pending else before
        after = merged(before, normal(fact, register, connection))
        if after == before:
            known += 1
        else:
            register.learn(connection, (after,))
            fresh[digest] = Fresh(digest, after, previous)
    return list(fresh.values()), known


def _present(connection: Connection, digests: Sequence[bytes]) -> dict[bytes, int]:
    """Find which identities the ledger has, and the present version of each."""
    found: dict[bytes, int] = {}
    for start in range(0, len(digests), _CHUNK):
        part = tuple(map(bytearray, digests[start : start + _CHUNK]))
        marks = ",".join("?" * len(part))
        query = f"SELECT digest, fact_id FROM identity WHERE digest IN ({marks})"  # noqa: S608
        found.update(driver(connection).execute(query, part).fetchall())
    return found


def _write(
    connection: Connection,
    rules: Rules,
    register: Register,
    fresh: Sequence[Fresh],
    import_id: int | None,
) -> tuple[int, ...]:
    if not fresh:
        return ()
    (last,) = driver(connection).execute("SELECT coalesce(max(id), 0) FROM fact").fetchone()
    entries, rows = _prepare(connection, register, fresh, (last + 1, import_id))
    batch = Batch(connection, rules)
    superseded = [
        (f.previous, e.fact_id) for f, e in zip(fresh, entries, strict=True) if f.previous
    ]
    gone = entries_of(connection, register, [old for old, _ in superseded])
    batch.remove(gone)
    rows.insert(connection)
    if superseded:
        driver(connection).executemany("INSERT INTO superseded VALUES (?, ?)", superseded)
    present = sorted([(f.digest, e.fact_id) for f, e in zip(fresh, entries, strict=True)])
    driver(connection).executemany(
        "INSERT OR REPLACE INTO identity VALUES (?, ?)",
        [(bytearray(digest), fact_id) for digest, fact_id in present],
    )
    cover(connection, (e.fact for e in entries), (e.fact for e in gone))
    batch.add(entries)
    batch.finish()
    return tuple(entry.fact_id for entry in entries)


def _prepare(
    connection: Connection,
    register: Register,
    fresh: Sequence[Fresh],
    first_and_import: tuple[int, int | None],
) -> tuple[list[Entry], _Rows]:
    first, import_id = first_and_import
    numbers, behind_connect = register.numbers, register.people.behind_connect
    entries, rows = [], _Rows([], [], [])
    for fact_id, (digest, reported, _) in enumerate(fresh, start=first):
        fact = with_normal_legs(reported, register, connection)
        own_id, own = numbers[fact.own]
        far_id, far = numbers[fact.far]
        agent = register.agent(connection, fact.agent) if fact.agent else None
        ids = (register.source(connection, fact.source), own_id, far_id, agent or 0)
        if isinstance(fact, Call):
            rows.calls.append(call_row(fact_id, fact, ids, import_id))
            rows.legs.extend(leg_rows(fact_id, fact.legs))
        else:
            rows.texts.append(text_row(fact_id, fact, ids, import_id))
        person = register.whose(connection, fact, agent, own_id)
        already = fact.source in behind_connect
        entries.append(Entry(fact_id, tie_of(digest), fact, Ends(own, far), person, already))
    return entries, rows


def entries_of(connection: Connection, register: Register, ids: Sequence[int]) -> list[Entry]:
    """Read entries back as they were rated."""
    return [entry_of(connection, register, i, f) for i, f in facts_by_id(connection, ids).items()]


def entry_of(connection: Connection, register: Register, fact_id: int, fact: Fact) -> Entry:
    """Put beside a stored fact what rating needs."""
    own_id, own = register.number(connection, fact.own)
    _, far = register.number(connection, fact.far)
    agent = register.agent(connection, fact.agent)
    person = register.whose(connection, fact, agent, own_id)
    already = fact.source in register.people.behind_connect
    return Entry(fact_id, tie_of(digest_of(fact)), fact, Ends(own, far), person, already)
