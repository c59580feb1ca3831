"""What became of every entry at once, by the crossings, without a receipt for each.

Whether a charge is included or past its allowance follows from where it stands beside the crossing
of its stretch, so one statement over the charges says it for all of them.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from app.domain.instant import Instant
from app.domain.plan import Allowance, MeterKind
from app.domain.rating import Draw
from app.domain.receipt import Outcome
from app.domain.rules import Rules, line_of
from app.domain.stretch import Stretch
from app.ledger import crossings
from app.ledger.driver import driver
from app.ledger.receipts import DEAREST
from app.ledger.snapshot import Snapshot
from app.ledger.totals import Meterage

if TYPE_CHECKING:
    from sqlalchemy import Connection

#: Fate of an entry without a charge.
UNCOUNTED = len(DEAREST)
_BILLED, _OVER, _OUTSIDE, _INCLUDED = map(DEAREST.index, DEAREST)
_NOBODY = 0
# The dearest fate of an entry, by its place in DEAREST, and its minutes or segments.
_FATE = "CREATE TEMP TABLE fate (id INTEGER PRIMARY KEY, fate INTEGER, units INTEGER)"
# A stretch of one allowance; linked: the persons whose use past it is billed, as ",3,7,".
_SPAN = """
    CREATE TEMP TABLE span
        (kind, scope_id, start_us, end_us, at_us, tie, fact_id, split_id, billed, linked)
"""
_FILL = f"""
    INSERT INTO temp.fate
    SELECT c.fact_id,
        CASE c.draw WHEN {int(Draw.OUTSIDE)} THEN {_OUTSIDE} WHEN {int(Draw.ALREADY)} THEN {_BILLED}
        ELSE CASE
            WHEN (c.start_us, c.tie, c.fact_id) < (s.at_us, s.tie, s.fact_id)
                AND c.fact_id <> s.split_id THEN {_INCLUDED}
            WHEN s.billed OR instr(s.linked, ',' || c.person_id || ',') THEN {_BILLED}
            ELSE {_OVER} END
        END,
        CASE c.kind WHEN {crossings.CODES[MeterKind.CALLS]} THEN 0 ELSE c.units END
    FROM temp.span s CROSS JOIN charge c ON c.kind = s.kind AND c.scope_id = s.scope_id
        AND c.start_us >= s.start_us AND c.start_us < s.end_us
    WHERE 1
    ON CONFLICT DO UPDATE SET
        fate = min(fate, excluded.fate), units = max(units, excluded.units)
"""  # noqa: S608 - our own numbers


def lay_out_fates(snapshot: Snapshot) -> None:
    """Fill the temporary table ``fate`` of this connection."""
    raw = driver(snapshot.connection)
    for name in ("fate", "span"):
        raw.execute(f"DROP TABLE IF EXISTS temp.{name}")
    for statement in (_FATE, _SPAN):
        raw.execute(statement)
    raw.executemany("INSERT INTO temp.span VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", _spans(snapshot))
    raw.execute(_FILL)


def fates_of(outcomes: Iterable[Outcome]) -> list[int]:
    """Return how these outcomes are written in the table."""
    return [DEAREST.index(o) if o in DEAREST else UNCOUNTED for o in sorted(outcomes)]


def _spans(snapshot: Snapshot) -> Iterator[tuple[object, ...]]:
    rules = snapshot.rules
    for of in _meterages(snapshot.connection, rules):
        allowance = of.stretch.terms.allowance(crossings.KINDS[of.kind])
        if allowance is None:  # pragma: no cover - a charge is made from an allowance
            continue
        crossing = crossings.load(snapshot.connection, of)
        split = crossings.straddler(snapshot.connection, of, crossing)
        billed = rules.past(allowance, _NOBODY, of.stretch.start) is Outcome.BILLED
        yield (
            *(of.kind, of.scope_id, of.stretch.start, of.stretch.end, *crossing.key),
            *(split.fact_id if split else 0, billed, _linked(rules, allowance, of.stretch)),
        )


def _meterages(connection: "Connection", rules: Rules) -> list[Meterage]:
    """Return every allowance that has charges: each of them is in a total."""
    rows = driver(connection).execute("SELECT DISTINCT kind, scope_id, stretch_us FROM total")
    found = []
    for kind, scope_id, start in rows.fetchall():
        stretch = rules.lines[line_of(crossings.KINDS[kind])].at(Instant(start))
        if stretch is not None:
            found.append(Meterage(kind, scope_id, stretch))
    return found


def _linked(rules: Rules, allowance: Allowance, stretch: Stretch) -> str:
    """Write whose use past an allowance is billed in a stretch."""
    persons = sorted({link.person for link in rules.links})
    billed = [p for p in persons if rules.past(allowance, p, stretch.start) is Outcome.BILLED]
    return "".join(f",{person}" for person in billed) + ","
