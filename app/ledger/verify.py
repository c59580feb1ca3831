"""The check of the books: everything derived is made again from the facts and compared."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from sqlalchemy import Connection

from app.domain.crossing import Crossing, Side, crossing_of, splits
from app.domain.instant import BEGINNING
from app.domain.plan import Line
from app.domain.rules import line_of
from app.ledger import coverage, crossings
from app.ledger.charges import place_of, rated
from app.ledger.convert import facts_by_id
from app.ledger.rebuild import present_ids
from app.ledger.receipts import Bench
from app.ledger.snapshot import Snapshot
from app.ledger.totals import Deltas, Drawn, Meterage, Row

_CHUNK = 4_000
_SHOWN = 20
# Copies of a record that is not there, or of one that counts nothing itself.
_LOOSE_COPIES = """
    SELECT count(*) FROM twin t
    WHERE NOT EXISTS (SELECT 1 FROM identity i WHERE i.digest = t.copy)
        OR NOT EXISTS (SELECT 1 FROM identity i WHERE i.digest = t.kept)
        OR EXISTS (SELECT 1 FROM twin u WHERE u.copy = t.kept)
"""
Progress = Callable[[int], None]


class Difference(NamedTuple):
    """Something that is not as the facts say: what it is about, what is kept, what is right."""

    about: str
    kept: str
    right: str


def differences(snapshot: Snapshot, progress: Progress = lambda _: None) -> list[Difference]:
    """Check file, entries, charges, crossings and totals; the first few of each kind are told."""
    connection = snapshot.connection
    damage = _damage(connection)
    if damage:
        return damage
    found = _count_entries(connection)
    charged = _wrong_charges(snapshot, progress)
    found.extend(charged)
    if not charged:
        found.extend(_wrong_totals(snapshot))
    return found


def _damage(connection: Connection) -> list[Difference]:
    rows = connection.exec_driver_sql("PRAGMA quick_check(20)").all()
    return [Difference("file", row[0], "ok") for row in rows if row[0] != "ok"]


def _count_entries(connection: Connection) -> list[Difference]:
    (present,) = connection.exec_driver_sql(
        "SELECT count(*) FROM fact f WHERE NOT EXISTS "
        "(SELECT 1 FROM superseded s WHERE s.fact_id = f.id)"
    ).one()
    (identities,) = connection.exec_driver_sql("SELECT count(*) FROM identity").one()
    found = []
    if identities != present:
        found.append(Difference("identities", str(identities), str(present)))
    (loose,) = connection.exec_driver_sql(_LOOSE_COPIES).one()
    if loose:
        found.append(Difference("copies of nothing", str(loose), "0"))
    kept, right = coverage.covered(connection), coverage.present(connection)
    for kind in sorted(kept.keys() | right.keys()):
        if kept.get(kind, 0) != right.get(kind, 0):
            kinds = str(kept.get(kind, 0)), str(right.get(kind, 0))
            found.append(Difference(f"entries of kind {kind}", *kinds))
    return found


def _wrong_charges(snapshot: Snapshot, progress: Progress) -> list[Difference]:
    """Rate every fact again; sums of row hashes tell whether any charge differs."""
    right, count = 0, 0
    for line in Line:
        ids = present_ids(snapshot.connection, line, BEGINNING)
        for start in range(0, len(ids), _CHUNK):
            for row in _right_rows(snapshot, line, ids[start : start + _CHUNK]):
                right, count = right + hash(row), count + 1
            progress(min(_CHUNK, len(ids) - start))
    kept, kept_count = 0, 0
    for row in snapshot.connection.exec_driver_sql("SELECT * FROM charge"):
        kept, kept_count = kept + hash(tuple(row)), kept_count + 1
    if (right, count) == (kept, kept_count):
        return []
    return [Difference("charges", str(kept_count), str(count))]


def _right_rows(snapshot: Snapshot, line: Line, ids: list[int]) -> Iterator[tuple[int | str, ...]]:
    facts = facts_by_id(snapshot.connection, ids)
    bench = Bench(snapshot, facts.values())
    for fact_id, fact in facts.items():
        stretch = snapshot.rules.lines[line].at(fact.start)
        if stretch is None:
            continue
        entry = bench.entry(fact_id, fact)
        for charge in rated(snapshot.rules, entry, line, stretch).charges:
            of = place_of(charge, entry.person, stretch)
            key = (of.kind, of.scope_id, fact.start, entry.tie, fact_id)
            yield (*key, entry.person, int(charge.draw), *charge[3:])


def _wrong_totals(snapshot: Snapshot) -> list[Difference]:
    right, deltas = {}, Deltas()
    rooms: dict[tuple[int, int, int], int] = {}
    for of, charges in _by_stretch(snapshot):
        cycle = (of.kind, of.scope_id, of.stretch.cycle.start)
        room = snapshot.rules.room(crossings.KINDS[of.kind], of.stretch) - rooms.get(cycle, 0)
        crossing = _count(of, charges, room, deltas)
        rooms[cycle] = rooms.get(cycle, 0) + crossing.used
        if crossings.is_kept(of, crossing):
            place = (of.kind, of.scope_id, of.stretch.start)
            right[place] = (*crossing.key, crossing.before, crossing.split)
    kept = {
        tuple(row[:3]): tuple(row[3:])
        for row in snapshot.connection.exec_driver_sql("SELECT * FROM crossing")
    }
    totals = {
        tuple(row[:7]): tuple(row[7:])
        for row in snapshot.connection.exec_driver_sql("SELECT * FROM total")
    }
    return [
        *_unequal("crossing", kept, right),
        *_unequal("total", totals, {key: tuple(row) for key, row in deltas.rows()}),
    ]


def _by_stretch(
    snapshot: Snapshot,
) -> Iterator[tuple[Meterage, list[tuple[int, Drawn]]]]:
    rows = snapshot.connection.exec_driver_sql(
        "SELECT kind, scope_id, start_us, tie, fact_id, person_id, units, amount_nano, currency, "
        "unpriced, draw FROM charge ORDER BY kind, scope_id, start_us, tie, fact_id"
    )

    def place(row: Row) -> Meterage | None:
        line = line_of(crossings.KINDS[row[0]])
        stretch = snapshot.rules.lines[line].at(row[2])
        return Meterage(row[0], row[1], stretch) if stretch else None

    for of, group in groupby(rows, key=place):
        if of is not None:
            yield of, [(row[10], Drawn(*row[2:10])) for row in group]


def _count(of: Meterage, charges: list[tuple[int, Drawn]], room: int, deltas: Deltas) -> Crossing:
    drawing = [(drawn.key, drawn.units) for draw, drawn in charges if not draw]
    crossing = crossing_of(drawing, room, split=splits(crossings.KINDS[of.kind]))
    last: Drawn | None = None
    for draw, drawn in charges:
        if draw:
            deltas.add(of, draw, drawn)
        elif drawn.key < crossing.key:
            deltas.add(of, Side.INCLUDED, drawn)
            last = drawn
        else:
            deltas.add(of, Side.PAST, drawn)
    if crossing.split and last is not None:
        deltas.move_part(of, last.part(crossing.split), to_past=True)
    return crossing


def _unequal(about: str, kept: dict[Row, Row], right: dict[Row, Row]) -> Iterable[Difference]:
    wrong = [key for key in sorted(kept.keys() | right.keys()) if kept.get(key) != right.get(key)]
    for key in wrong[:_SHOWN]:
        yield Difference(f"{about} {key}", str(kept.get(key)), str(right.get(key)))
