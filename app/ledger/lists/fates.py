"""What became of every entry at once, by the crossings, without a receipt for each.

Whether a charge is included or past its allowance follows from where it stands beside the crossing
of its stretch, so one statement over the charges says it for all of them.
"""

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, NamedTuple

from app.domain.crossing import Crossing
from app.domain.filters import Filters, Order
from app.domain.instant import Instant
from app.domain.plan import MeterKind
from app.domain.rating import Draw
from app.domain.receipt import Outcome
from app.domain.rules import Rules, line_of
from app.ledger import crossings
from app.ledger.driver import driver
from app.ledger.receipts import DEAREST
from app.ledger.snapshot import Snapshot
from app.ledger.totals import Meterage

if TYPE_CHECKING:
    from sqlalchemy import Connection

#: Fate of an entry without a charge; the others are places in DEAREST.
UNCOUNTED = len(DEAREST)
EVERY_FATE = frozenset(range(UNCOUNTED))
_BILLED, _OVER, _OUTSIDE, _INCLUDED = map(DEAREST.index, DEAREST)
_CALLS = crossings.CODES[MeterKind.CALLS]
_NOBODY = 0
_FATE = "CREATE TEMP TABLE fate (id INTEGER PRIMARY KEY, fate INTEGER, units INTEGER)"
# Charges of an allowance from one instant to before another one; fate is NULL where it takes a
# closer look at each. linked: the persons whose use past it is billed, as ",3,7,".
_SPAN = """
    CREATE TEMP TABLE span (
        kind, scope_id, from_us, until_us, fate, at_us, tie, fact_id, split_id, billed, linked)
"""
_JUDGED = f"""
    CASE c.draw
    WHEN {int(Draw.OUTSIDE)} THEN {_OUTSIDE}
    WHEN {int(Draw.ALREADY)} THEN {_BILLED}
    ELSE coalesce(s.fate, CASE
        WHEN (c.start_us, c.tie, c.fact_id) < (s.at_us, s.tie, s.fact_id)
            AND c.fact_id <> s.split_id THEN {_INCLUDED}
        WHEN s.billed OR instr(s.linked, ',' || c.person_id || ',') THEN {_BILLED}
        ELSE {_OVER} END)
    END
"""
_FILL = f"""
    INSERT INTO temp.fate
    SELECT c.fact_id, {_JUDGED} AS judged, CASE c.kind WHEN {_CALLS} THEN 0 ELSE c.units END
    FROM temp.span s CROSS JOIN charge c ON c.kind = s.kind AND c.scope_id = s.scope_id
        AND c.start_us >= s.from_us AND c.start_us < s.until_us
    WHERE judged IN ({{}})
"""  # noqa: S608 - our own numbers
_DEARER = """
    ON CONFLICT DO UPDATE SET
        fate = min(fate, excluded.fate), units = max(units, excluded.units)
"""


class _Past(NamedTuple):
    """What becomes of use past an allowance: billed for all, or for the linked persons."""

    billed: bool
    linked: str


def fates_asked(filters: Filters, order: Order) -> frozenset[int]:
    """Return which fates the table must hold for a search; none where it needs no table."""
    asked = frozenset(fates_of(filters.outcomes))
    return EVERY_FATE if UNCOUNTED in asked or order in {Order.MOST, Order.LEAST} else asked


def fates_of(outcomes: Collection[Outcome]) -> list[int]:
    """Return outcomes as they are written in the table."""
    return [DEAREST.index(o) if o in DEAREST else UNCOUNTED for o in sorted(outcomes)]


def lay_out_fates(snapshot: Snapshot, asked: Collection[int]) -> frozenset[int]:
    """Fill the temporary table ``fate`` with the entries of these fates.

    It holds the dearest fate of an entry, and its minutes or segments. Returns which fates it
    holds: all where an entry may have two charges.
    """
    raw = driver(snapshot.connection)
    for name in ("fate", "span"):
        raw.execute(f"DROP TABLE IF EXISTS temp.{name}")
    raw.execute(_FATE)
    raw.execute(_SPAN)
    marks = ",".join("?" * 11)
    raw.executemany(f"INSERT INTO temp.span VALUES ({marks})", _spans(snapshot))  # noqa: S608
    pairs = raw.execute("SELECT 1 FROM total WHERE kind = ? LIMIT 1", (_CALLS,)).fetchone()
    held = EVERY_FATE if pairs else frozenset(asked)
    fill = _FILL.format(",".join(map(str, sorted(held))))
    raw.execute(fill + (_DEARER if pairs else ""))
    return held


def _spans(snapshot: Snapshot) -> Iterator[tuple[object, ...]]:
    for of in _meterages(snapshot.connection, snapshot.rules):
        crossing = crossings.load(snapshot.connection, of)
        split = crossings.straddler(snapshot.connection, of, crossing)
        past = _past(snapshot.rules, of)
        close = (*crossing.key, split.fact_id if split else 0, *past)
        for start, end, fate in _pieces(of, crossing, split.start if split else None, past):
            if start < end:
                yield (of.kind, of.scope_id, start, end, fate, *close)


def _pieces(
    of: Meterage, crossing: Crossing, split: Instant | None, past: _Past
) -> Iterator[tuple[int, int, int | None]]:
    """Yield the parts of a stretch: before the crossing, the instants around it, and after it."""
    end = of.stretch.end
    after = min(crossing.key.start + 1, end)
    before = min(crossing.key.start, end) if split is None else split
    yield of.stretch.start, before, _INCLUDED
    yield before, after, None
    yield after, end, _BILLED if past.billed else None if len(past.linked) > 1 else _OVER


def _meterages(connection: "Connection", rules: Rules) -> list[Meterage]:
    """Return every allowance that has charges: each of them is in a total."""
    rows = driver(connection).execute("SELECT DISTINCT kind, scope_id, stretch_us FROM total")
    found = []
    for kind, scope_id, start in rows.fetchall():
        stretch = rules.lines[line_of(crossings.KINDS[kind])].at(Instant(start))
        if stretch is not None:
            found.append(Meterage(kind, scope_id, stretch))
    return found


def _past(rules: Rules, of: Meterage) -> _Past:
    allowance = of.stretch.terms.allowance(crossings.KINDS[of.kind])
    if allowance is None:  # pragma: no cover - a charge is made from an allowance
        return _Past(False, ",")
    people = {of.scope_id} if of.scope_id else {link.person for link in rules.links}
    billed = {
        person
        for person in (_NOBODY, *people)
        if rules.past(allowance, person, of.stretch.start) is Outcome.BILLED
    }
    linked = "".join(f",{person}" for person in sorted(billed))
    return _Past(bool(billed & {_NOBODY, of.scope_id}), f"{linked},")
