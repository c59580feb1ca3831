"""Charges, totals and crossings of a batch of facts, derived in the transaction of the facts."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import Connection

from app.domain.crossing import Crossing, Key, Side
from app.domain.event import Call, Fact
from app.domain.plan import Line, Scope
from app.domain.rating import Charge, Ends, Rated
from app.domain.rules import Rules, line_of
from app.domain.stretch import Stretch
from app.ledger import crossings
from app.ledger.totals import Deltas, Drawn, Meterage

_INSERT = "INSERT INTO charge VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_DELETE = """
    DELETE FROM charge WHERE kind=? AND scope_id=? AND start_us=? AND tie=? AND fact_id=?
"""
_SIDES = tuple(Side)
_SCOPE_USER = Scope.USER


class Entry(NamedTuple):
    """A fact in the ledger with what rating needs beside it."""

    fact_id: int
    tie: int
    fact: Fact
    ends: Ends
    person: int
    already: bool


class Batch:
    """Charges that come and go in one transaction; ``finish`` brings totals and crossings along."""

    def __init__(self, connection: Connection, rules: Rules) -> None:
        self._connection = connection
        self._rules = rules
        self._deltas = Deltas()
        self._added: dict[Meterage, list[tuple[int, Drawn]]] = {}
        self._gone: dict[Meterage, list[tuple[int, Drawn]]] = {}
        self._places: dict[tuple[str, int, int], Meterage] = {}

    def add(self, entries: Iterable[Entry]) -> None:
        """Rate entries and take their charges in."""
        for entry in entries:
            self._collect(entry, self._added)

    def remove(self, entries: Iterable[Entry]) -> None:
        """Take out the charges of entries, which must be as they were when they came in."""
        for entry in entries:
            self._collect(entry, self._gone)

    def finish(self) -> None:
        """Write charges, crossings and totals."""
        found = {of: crossings.load(self._connection, of) for of in self._touched()}
        found = {
            of: crossings.rejoin(self._connection, of, crossing, self._deltas)
            for of, crossing in found.items()
        }
        self._write_charges()
        for of, crossing in found.items():
            found[of] = self._count(of, crossing)
        self._settle(found)
        self._deltas.write(self._connection)

    def _collect(self, entry: Entry, into: dict[Meterage, list[tuple[int, Drawn]]]) -> None:
        fact = entry.fact
        line = Line.CALLS if isinstance(fact, Call) else Line.TEXTS
        stretch = self._rules.lines[line].at(fact.start)
        if stretch is None:
            return
        key = Key(fact.start, entry.tie, entry.fact_id)
        for charge in rated(self._rules, entry, line, stretch).charges:
            drawn = Drawn(key, entry.person, *charge[3:])
            place = self._place(charge, entry.person, stretch)
            into.setdefault(place, []).append((charge.draw, drawn))

    def _place(self, charge: Charge, person: int, stretch: Stretch) -> Meterage:
        scope_id = person if charge.scope is _SCOPE_USER else 0
        key = (charge.kind, scope_id, stretch.start)
        place = self._places.get(key)
        if place is None:
            place = self._places[key] = place_of(charge, person, stretch)
        return place

    def _touched(self) -> list[Meterage]:
        """Allowances that change, and the later stretches of their cycles, in order of time."""
        touched = {**self._added, **self._gone}
        for of in list(touched):
            stretches = self._rules.lines[line_of(crossings.KINDS[of.kind])]
            for stretch in stretches.of_cycle(of.stretch.cycle):
                if stretch.start > of.stretch.start:
                    touched.setdefault(Meterage(of.kind, of.scope_id, stretch), [])
        return sorted(touched, key=lambda of: (of.kind, of.scope_id, of.stretch.start))

    def _write_charges(self) -> None:
        gone = [(of.kind, of.scope_id, *d.key) for of, ds in self._gone.items() for _, d in ds]
        if gone:
            self._connection.exec_driver_sql(_DELETE, gone)
        added = [
            (of.kind, of.scope_id, *d.key, d.person, int(draw), *d[2:])
            for of, ds in self._added.items()
            for draw, d in ds
        ]
        if added:
            added.sort()
            self._connection.exec_driver_sql(_INSERT, added)

    def _count(self, of: Meterage, crossing: Crossing) -> Crossing:
        key, before, deltas = crossing.key, crossing.before, self._deltas
        for draw, drawn in self._gone.get(of, ()):
            side = _side(draw, drawn, key)
            deltas.remove(of, side, drawn)
            before -= drawn.units if side is Side.INCLUDED else 0
        for draw, drawn in self._added.get(of, ()):
            side = _side(draw, drawn, key)
            deltas.add(of, side, drawn)
            before += drawn.units if side is Side.INCLUDED else 0
        return crossing._replace(before=before)

    def _settle(self, found: dict[Meterage, Crossing]) -> None:
        for of, crossing in found.items():
            settled = crossings.settle(
                self._connection, of, crossing, room_of(self._connection, self._rules, of),
                self._deltas,
            )  # fmt: skip
            crossings.save(self._connection, of, settled)


def rated(rules: Rules, entry: Entry, line: Line, stretch: Stretch) -> Rated:
    """Rate one entry by the rules in force in its stretch."""
    rater = rules.rater(line, stretch)
    fact = entry.fact
    if isinstance(fact, Call):
        habits = rules.habits(entry.person)
        return rater.call(fact, entry.ends, habits, already=entry.already)
    return rater.text(fact, entry.ends)


def place_of(charge: Charge, person: int, stretch: Stretch) -> Meterage:
    """Return the allowance, scope and stretch a charge belongs to."""
    scope_id = person if charge.scope is _SCOPE_USER else 0
    return Meterage(crossings.CODES[charge.kind], scope_id, stretch)


def room_of(connection: Connection, rules: Rules, of: Meterage) -> int:
    """Return the units left of an allowance when a stretch begins."""
    kind = crossings.KINDS[of.kind]
    earlier: Sequence[Stretch] = [
        stretch
        for stretch in rules.lines[line_of(kind)].of_cycle(of.stretch.cycle)
        if stretch.start < of.stretch.start
    ]
    used = sum(
        crossings.load(connection, Meterage(of.kind, of.scope_id, stretch)).used
        for stretch in earlier
    )
    return rules.room(kind, of.stretch) - used


def _side(draw: int, drawn: Drawn, key: Key) -> Side:
    if draw:
        return _SIDES[draw]
    return Side.INCLUDED if drawn.key < key else Side.PAST
