"""Versions of records written with everything derived from them, in one transaction."""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection

from app.domain.event import Call, Fact
from app.domain.merge import tie_of
from app.domain.rating import Ends
from app.domain.rules import Rules
from app.ledger.adopting import rename_identities
from app.ledger.charges import Batch, Entry
from app.ledger.convert import (
    INSERT_CALL,
    INSERT_LEG,
    INSERT_PRICED_CALL,
    INSERT_TEXT,
    Row,
    call_row,
    leg_rows,
    text_row,
    with_normal_legs,
)
from app.ledger.corrections import Correction, add_corrections
from app.ledger.coverage import cover
from app.ledger.driver import driver
from app.ledger.matching import Arrived, match_arrived
from app.ledger.neighbours import has_twins
from app.ledger.phrases import mention
from app.ledger.register import Register
from app.ledger.stored_entries import entries_of


class Fresh(NamedTuple):
    """A version to write: its identity, what it says, and the version it supersedes, if any.

    ``correction``: what a corrected version rests on. ``base``: what the source of a corrected
    record newly says; it is written too, and is then what the version rests on. ``import_id``: the
    file it is from where that is not the one being read. ``was``: the identity of the version it
    supersedes, where that is another one.
    """

    digest: bytes
    fact: Fact
    previous: int | None
    correction: Correction | None = None
    base: Fact | None = None
    import_id: int | None = None
    was: bytes | None = None


class _Rows(NamedTuple):
    """Rows to insert, by what they hold."""

    calls: list[Row]
    texts: list[Row]
    legs: list[Row]
    priced: list[Row]

    def add(self, fact_id: int, fact: Fact, ids: Sequence[int], import_id: int | None) -> None:
        if isinstance(fact, Call):
            row = call_row(fact_id, fact, ids, import_id)
            (self.priced if fact.price else self.calls).append(row)
            self.legs.extend(leg_rows(fact_id, fact.legs))
        else:
            self.texts.append(text_row(fact_id, fact, ids, import_id))

    def insert(self, connection: Connection) -> None:
        statements = (INSERT_CALL, INSERT_TEXT, INSERT_LEG, INSERT_PRICED_CALL)
        for statement, rows in zip(statements, self, strict=True):
            if rows:
                driver(connection).executemany(statement, rows)


def write(
    connection: Connection,
    rules: Rules,
    register: Register,
    fresh: Sequence[Fresh],
    import_id: int | None = None,
) -> tuple[int, ...]:
    """Write versions with all that is derived from them; the register must know their numbers."""
    if not fresh:
        return ()
    (last,) = driver(connection).execute("SELECT coalesce(max(id), 0) FROM fact").fetchone()
    rows, bases = _Rows([], [], [], []), {}
    for base_id, each in enumerate((f for f in fresh if f.base is not None), start=last + 1):
        if each.base is not None:
            _enter(connection, register, rows, (base_id, import_id), each.base)
            bases[each.digest] = base_id
    first = last + 1 + len(bases)
    entries = _prepare(connection, register, fresh, rows, (first, import_id))
    gone = entries_of(connection, register, [f.previous for f in fresh if f.previous])
    batch = Batch(connection, rules)
    batch.remove(gone)
    rename_identities(connection, [(f.was, f.digest) for f in fresh if f.was])
    rows.insert(connection)
    _note_versions(connection, fresh, entries, bases)
    mention(connection, ((e.fact_id, e.fact) for e in entries))
    cover(connection, (e.fact for e in entries), (e.fact for e in gone))
    ids = tuple(entry.fact_id for entry in entries)
    if has_twins(connection):
        moved = match_arrived(connection, register, _arrived(fresh, entries))
        batch.remove(moved.before)
        batch.add(moved.after.values())
        entries = [entry for entry in entries if entry.fact_id not in moved.after]
    batch.add(entries)
    batch.finish()
    return ids


def _arrived(fresh: Sequence[Fresh], entries: Sequence[Entry]) -> Arrived:
    """Tell which calls have a new version: texts are never of one call with others."""
    calls = [
        (each, entry)
        for each, entry in zip(fresh, entries, strict=True)
        if isinstance(entry.fact, Call)
    ]
    return Arrived(
        {each.digest: entry for each, entry in calls},
        {each.digest: each.previous for each, _ in calls if each.previous},
    )


def _prepare(
    connection: Connection,
    register: Register,
    fresh: Sequence[Fresh],
    rows: _Rows,
    first_and_import: tuple[int, int | None],
) -> list[Entry]:
    first, import_id = first_and_import
    numbers, behind_connect = register.numbers, register.people.behind_connect
    entries = []
    for fact_id, each in enumerate(fresh, start=first):
        place = (fact_id, each.import_id or import_id)
        fact, agent = _enter(connection, register, rows, place, each.fact)
        own_id, own = numbers[fact.own]
        _, far = numbers[fact.far]
        person = register.whose(connection, fact, agent, own_id)
        already = fact.source in behind_connect
        entries.append(Entry(fact_id, tie_of(each.digest), fact, Ends(own, far), person, already))
    return entries


def _enter(
    connection: Connection,
    register: Register,
    rows: _Rows,
    id_and_import: tuple[int, int | None],
    reported: Fact,
) -> tuple[Fact, int | None]:
    """Make the rows of one version; returns it as the ledger writes it, and its agent's row."""
    fact_id, import_id = id_and_import
    numbers = register.numbers
    fact = with_normal_legs(reported, register, connection)
    agent = register.agent(connection, fact.agent) if fact.agent else None
    source = register.source(connection, fact.source)
    ids = (source, numbers[fact.own][0], numbers[fact.far][0], agent or 0)
    rows.add(fact_id, fact, ids, import_id)
    return fact, agent


def _note_versions(
    connection: Connection,
    fresh: Sequence[Fresh],
    entries: Sequence[Entry],
    bases: dict[bytes, int],
) -> None:
    """Note which versions are the present ones, and which of them a person corrected."""
    ids = [entry.fact_id for entry in entries]
    made = list(zip(fresh, ids, strict=True))
    superseded = [(f.previous, i) for f, i in made if f.previous]
    superseded += [(bases[f.digest], i) for f, i in made if f.digest in bases]
    raw = driver(connection)
    if superseded:
        raw.executemany("INSERT INTO superseded VALUES (?, ?)", superseded)
    corrected = [
        (i, f.correction._replace(base_id=bases.get(f.digest, f.correction.base_id)))
        for f, i in made
        if f.correction
    ]
    if corrected:
        add_corrections(connection, corrected)
    present = sorted([(f.digest, i) for f, i in made])
    raw.executemany(
        # A bytearray, which sqlite3 takes four times as fast as bytes.
        "INSERT OR REPLACE INTO identity VALUES (?, ?)",
        [(bytearray(digest), fact_id) for digest, fact_id in present],
    )
