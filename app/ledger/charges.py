"""Charges, totals and crossings of a batch of facts, derived in the transaction of the facts."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from app.domain.crossing import Crossing, Key, Side
from app.domain.event import Call, Fact, Method
from app.domain.plan import Line, MeterKind, Scope
from app.domain.price import PriceRow
from app.domain.rating import Charge, Draw, Ends, Rated
from app.domain.receipt import Reason
from app.domain.rules import Rules, line_of
from app.domain.stretch import Stretch
from app.ledger import crossings
from app.ledger.driver import driver
from app.ledger.totals import Deltas, Drawn, Meterage

if TYPE_CHECKING:
    from sqlalchemy import Connection

_INSERT = "INSERT INTO charge VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_DELETE = """
    DELETE FROM charge WHERE kind=? AND scope_id=? AND start_us=? AND tie=? AND fact_id=?
"""
_COPY = Rated((), (), Reason.SAME_CALL)
_SIDES = tuple(Side)
_SCOPE_USER = Scope.USER


class Entry(NamedTuple):
    """A fact in the ledger with what rating needs beside it.

    ``copy``: another entry is of the same call and counts for it. ``method``: how the call was
    placed, where the fact leaves it open and a copy of it tells.
    """

    fact_id: int
    tie: int
    fact: Fact
    ends: Ends
    person: int
    already: bool
    copy: bool = False
    method: Method | None = None


Weighed = tuple[Draw, Drawn]
_Collected = defaultdict[tuple[MeterKind, int, Stretch], list[Weighed]]
_Placed = dict[Meterage, list[Weighed]]


class Batch:
    """Charges that come and go in one transaction; ``finish`` brings totals and crossings along."""

    def __init__(self, connection: "Connection", rules: Rules) -> None:
        self._connection = connection
        self._rules = rules
        self._deltas = Deltas()
        self._added: _Collected = defaultdict(list)
        self._gone: _Collected = defaultdict(list)

    def add(self, entries: Iterable[Entry]) -> None:
        """Rate entries and take their charges in."""
        self._collect(entries, self._added)

    def remove(self, entries: Iterable[Entry]) -> None:
        """Take out the charges of entries, which must be as they were when they came in."""
        self._collect(entries, self._gone)

    def finish(self) -> None:
        """Write charges, crossings and totals."""
        gone, added = _by_place(self._gone), _by_place(self._added)
        loaded = {of: crossings.load(self._connection, of) for of in self._touched(gone, added)}
        found = {
            of: crossings.rejoin(self._connection, of, crossing, self._deltas)
            for of, crossing in loaded.items()
        }
        self._write_charges(gone, added)
        for of, crossing in found.items():
            found[of] = self._count(of, crossing, gone.get(of, ()), added.get(of, ()))
        self._settle(found, loaded)
        self._deltas.write(self._connection)

    def _collect(self, entries: Iterable[Entry], into: _Collected) -> None:
        rules = self._rules
        for entry in entries:
            fact, person = entry.fact, entry.person
            line = Line.CALLS if isinstance(fact, Call) else Line.TEXTS
            stretch = rules.lines[line].at(fact.start)
            if stretch is None:
                continue
            for charge in rated(rules, entry, line, stretch).charges:
                place = (charge.kind, person if charge.scope is _SCOPE_USER else 0, stretch)
                drawn = Drawn(fact.start, entry.tie, entry.fact_id, person, *charge[3:])
                into[place].append((charge.draw, drawn))

    def _touched(self, *changed: Iterable[Meterage]) -> list[Meterage]:
        """Allowances that change, and the later stretches of their cycles, in order of time."""
        touched = set(chain(*changed))
        for of in list(touched):
            stretches = self._rules.lines[line_of(crossings.KINDS[of.kind])]
            touched.update(
                Meterage(of.kind, of.scope_id, stretch)
                for stretch in stretches.of_cycle(of.stretch.cycle)
                if stretch.start > of.stretch.start
            )
        return sorted(touched, key=lambda of: (of.kind, of.scope_id, of.stretch.start))

    def _write_charges(self, gone: _Placed, added: _Placed) -> None:
        keys = [(of.kind, of.scope_id, *d.key) for of, ds in gone.items() for _, d in ds]
        if keys:
            driver(self._connection).executemany(_DELETE, keys)
        rows = [
            (of.kind, of.scope_id, *drawn[:4], int(draw), *drawn[4:])
            for of, ds in added.items()
            for draw, drawn in ds
        ]
        if rows:
            rows.sort()
            driver(self._connection).executemany(_INSERT, rows)

    def _count(
        self, of: Meterage, crossing: Crossing, gone: Iterable[Weighed], added: Iterable[Weighed]
    ) -> Crossing:
        key, before, deltas = crossing.key, crossing.before, self._deltas
        for draw, drawn in gone:
            side = _side(draw, drawn, key)
            deltas.remove(of, side, drawn)
            before -= drawn.units if side is Side.INCLUDED else 0
        for draw, drawn in added:
            side = _side(draw, drawn, key)
            deltas.add(of, side, drawn)
            before += drawn.units if side is Side.INCLUDED else 0
        return crossing._replace(before=before)

    def _settle(self, found: dict[Meterage, Crossing], loaded: dict[Meterage, Crossing]) -> None:
        for of, crossing in found.items():
            settled = crossings.settle(
                self._connection, of, crossing, room_of(self._connection, self._rules, of),
                self._deltas,
            )  # fmt: skip
            if settled != loaded[of]:
                crossings.save(self._connection, of, settled)


def rated(rules: Rules, entry: Entry, line: Line, stretch: Stretch) -> Rated:
    """Rate one entry by the rules in force in its stretch."""
    if entry.copy:
        return _COPY
    rater = rules.rater(line, stretch)
    fact = _as_placed(entry)
    if isinstance(fact, Call):
        return rater.call(fact, entry.ends, rules.habits(entry.person), already=entry.already)
    return rater.text(fact, entry.ends)


def priced_by(rules: Rules, entry: Entry, line: Line, stretch: Stretch) -> tuple[PriceRow, ...]:
    """Return the prices an entry is rated by, each once; none where its record names its own."""
    rater = rules.rater(line, stretch)
    return rater.prices_of(_as_placed(entry), entry.ends, rules.habits(entry.person))


def _as_placed(entry: Entry) -> Fact:
    """Return the fact of an entry, a call with its method where only a copy of it tells that."""
    fact = entry.fact
    if isinstance(fact, Call) and entry.method is not None:
        return fact._replace(method=entry.method)
    return fact


def place_of(charge: Charge, person: int, stretch: Stretch) -> Meterage:
    """Return the allowance, scope and stretch a charge belongs to."""
    scope_id = person if charge.scope is _SCOPE_USER else 0
    return Meterage(crossings.CODES[charge.kind], scope_id, stretch)


def room_of(connection: "Connection", rules: Rules, of: Meterage) -> int:
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


def _by_place(collected: _Collected) -> _Placed:
    return {
        Meterage(crossings.CODES[kind], scope_id, stretch): found
        for (kind, scope_id, stretch), found in collected.items()
    }


def _side(draw: int, drawn: Drawn, key: Key) -> Side:
    if draw:
        return _SIDES[draw]
    return Side.INCLUDED if drawn[:3] < key else Side.PAST
