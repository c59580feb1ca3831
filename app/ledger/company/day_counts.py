"""My use of every meter by local day, read from totals, and from charges where all are in one."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from app.domain.book import DayCount
from app.domain.crossing import Crossing, Side
from app.domain.instant import Instant
from app.domain.money import Money
from app.domain.plan import Line, MeterKind
from app.domain.receipt import Outcome
from app.domain.rules import line_of
from app.domain.stretch import Stretch
from app.ledger import crossings
from app.ledger.company.parts import Part, moved_past
from app.ledger.company.second_legs import billed_second_legs
from app.ledger.company.unclaimed import unclaimed
from app.ledger.figures import outcome_of
from app.ledger.snapshot import Snapshot
from app.ledger.totals import Meterage

#: A meter and the ordinal of a local day.
Place = tuple[MeterKind, int]
_TEXTS = [kind for kind in MeterKind if line_of(kind) is Line.TEXTS]
# Calls are added up for each person, texts only where the allowance is a person's own.
_MINE = """
    SELECT kind, scope_id, stretch_us, day, side, currency, units, amount_nano, unpriced FROM total
    WHERE (person_id=:me OR (scope_id=:me AND person_id=0)) AND day>=:since
"""
_DAYS = "SELECT DISTINCT stretch_us, day FROM total WHERE kind=? AND scope_id=0 AND day>=?"
_OF_A_DAY = """
    SELECT draw, (start_us, tie, fact_id) >= (?, ?, ?), currency, sum(units), sum(amount_nano),
        sum(unpriced)
    FROM charge WHERE kind=? AND scope_id=0 AND start_us>=? AND start_us<? AND person_id=?
    GROUP BY 1, 2, 3
"""


class _Sum:
    """A count while it is added up."""

    def __init__(self) -> None:
        self.units = Counter[str]()
        self.amounts = Counter[str]()

    def add(self, part: Part, outcome: Outcome) -> None:
        """Add one part; what was past the allowance from the start never drew on it."""
        self.units["counted"] += part.units if part.side in {Side.INCLUDED, Side.PAST} else 0
        if outcome in {Outcome.BILLED, Outcome.OVER, Outcome.OUTSIDE}:
            self.units[outcome.value] += part.units
        if outcome is Outcome.BILLED:
            self.units["unpriced"] += part.unpriced
            self.amounts[part.currency] += part.amount

    def count(self, place: Place, second_leg: int) -> DayCount:
        """Return the count as it is sent."""
        units = self.units
        amounts = [Money.from_nano(nano, of) for of, nano in sorted(self.amounts.items()) if nano]
        return DayCount(
            place[0], date.fromordinal(place[1]), units["counted"], units["billed"],
            units["over"], units["outside"], second_leg, tuple(amounts), units["unpriced"],
        )  # fmt: skip


def my_counts(snapshot: Snapshot, since: int) -> dict[Place, DayCount]:
    """Count by meter and local day what I used from a day on, an ordinal.

    Nothing is left out but what :mod:`app.ledger.company.unclaimed` finds.
    """
    sums: dict[Place, _Sum] = {}
    legs = Counter[Place]()
    looked: set[tuple[Meterage, int]] = set()
    me = snapshot.people.me
    besides = unclaimed(snapshot, since)
    mine = (*_from_totals(snapshot, since), *_from_charges(snapshot, since))
    for part in (*mine, *besides.parts):
        kind = crossings.KINDS[part.of.kind]
        outcome = outcome_of(snapshot, kind, part.of.stretch, (part.side, me))
        place = (kind, part.day)
        sums.setdefault(place, _Sum()).add(part, outcome)
        billed = kind is MeterKind.MINUTES and outcome is Outcome.BILLED
        if billed and (part.of, part.day) not in looked:
            looked.add((part.of, part.day))
            legs[place] += billed_second_legs(snapshot, part.of, part.day, besides=besides.facts)
    return {place: found.count(place, legs[place]) for place, found in sums.items()}


def _from_totals(snapshot: Snapshot, since: int) -> Iterator[Part]:
    rows = snapshot.connection.exec_driver_sql(_MINE, {"me": snapshot.people.me, "since": since})
    for code, scope_id, start, *rest in rows.all():
        stretch = _stretch(snapshot, crossings.KINDS[code], start)
        if stretch is not None:
            yield Part(Meterage(code, scope_id, stretch), *rest)


def _from_charges(snapshot: Snapshot, since: int) -> Iterator[Part]:
    for kind in _TEXTS:
        code = crossings.CODES[kind]
        found: dict[int, tuple[Meterage, Crossing]] = {}
        rows = snapshot.connection.exec_driver_sql(_DAYS, (code, since)).all()
        for start, day in rows:
            if start not in found:
                stretch = _stretch(snapshot, kind, start)
                if stretch is None:
                    continue
                of = Meterage(code, 0, stretch)
                found[start] = of, crossings.load(snapshot.connection, of)
                yield from _straddling(snapshot, *found[start], since)
            yield from _of_day(snapshot, *found[start], day)


def _of_day(snapshot: Snapshot, of: Meterage, crossing: Crossing, day: int) -> Iterator[Part]:
    first, last = of.stretch.span_of(day)
    rows = snapshot.connection.exec_driver_sql(
        _OF_A_DAY, (*crossing.key, of.kind, first, last, snapshot.people.me)
    )
    for draw, past, *rest in rows.all():
        side = draw or (Side.PAST if past else Side.INCLUDED)
        yield Part(of, day, side, *rest)


def _straddling(snapshot: Snapshot, of: Meterage, crossing: Crossing, since: int) -> Iterator[Part]:
    """Yield what moves the part of my text that is past the allowance over to that side."""
    split = crossings.straddler(snapshot.connection, of, crossing)
    if split is None or split.person != snapshot.people.me:
        return
    day = of.stretch.day_of(split.start)
    if day >= since:
        yield from moved_past(of, day, split.part(crossing.split))


def _stretch(snapshot: Snapshot, kind: MeterKind, start: int) -> Stretch | None:
    return snapshot.rules.lines[line_of(kind)].at(Instant(start))
