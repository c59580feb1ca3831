"""Totals by stretch, local day, person (calls only) and side of the allowance, kept in step."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from app.domain.crossing import Key, Side
from app.domain.instant import Instant
from app.domain.plan import Line, MeterKind
from app.domain.rules import line_of
from app.domain.stretch import Stretch
from app.ledger.driver import driver

if TYPE_CHECKING:
    from sqlalchemy import Connection

_UPSERT = """
    INSERT INTO total (kind, scope_id, stretch_us, day, person_id, side, currency,
                       units, entries, amount_nano, unpriced)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET units = units + excluded.units, entries = entries + excluded.entries,
        amount_nano = amount_nano + excluded.amount_nano, unpriced = unpriced + excluded.unpriced
"""
_SWEEP = """
    DELETE FROM total WHERE kind=? AND scope_id=? AND stretch_us=? AND day=? AND person_id=?
        AND side=? AND currency=? AND units=0 AND entries=0 AND amount_nano=0 AND unpriced=0
"""


#: Whom texts are added up for: past the limit it makes no difference who sent one, and of a pool
#: that a hundred people share there would be a hundred times the rows.
NOBODY = 0
_TEXTS = {code for code, kind in enumerate(MeterKind) if line_of(kind) is Line.TEXTS}
Row = tuple[Any, ...]


class Drawn(NamedTuple):
    """A charge as it stands in the ledger; ``key`` orders it among those of its allowance."""

    # The parts of the key stand for themselves: of a long import, one value a charge is enough.
    start: Instant
    tie: int
    fact_id: int
    person: int
    units: int
    amount_nano: int
    currency: str
    unpriced: int

    @property
    def key(self) -> Key:
        """Return what orders charges of one allowance."""
        return Key(self.start, self.tie, self.fact_id)

    def part(self, units: int) -> "Drawn":
        """Return the charge of only ``units`` of its units, its price shared out evenly.

        The two parts of a charge always add up to it: what rounding leaves stays with the rest.
        """
        share = self.amount_nano * units // self.units
        return self._replace(
            units=units, amount_nano=share, unpriced=self.unpriced * units // self.units
        )

    def rest(self, part: "Drawn") -> "Drawn":
        """Return what is left of the charge beside a part of it."""
        return self._replace(
            units=self.units - part.units,
            amount_nano=self.amount_nano - part.amount_nano,
            unpriced=self.unpriced - part.unpriced,
        )


class Meterage(NamedTuple):
    """One allowance of one scope in one stretch: what a crossing and its totals belong to.

    ``kind`` is the row code of the meter kind; ``scope_id`` the person, or 0 for account and pool.
    """

    kind: int
    scope_id: int
    stretch: Stretch


class Deltas:
    """Differences to the totals, collected in memory and written at once."""

    def __init__(self) -> None:
        self._rows: dict[Meterage, dict[tuple[int, int, int, str], list[int]]] = {}

    def add(self, of: Meterage, side: int, drawn: Drawn) -> None:
        """Add one whole charge to a side."""
        self._change(of, side, drawn, 1, 1)

    def remove(self, of: Meterage, side: int, drawn: Drawn) -> None:
        """Take one whole charge from a side."""
        self._change(of, side, drawn, -1, -1)

    def move_part(self, of: Meterage, part: Drawn, *, to_past: bool) -> None:
        """Move a part of a charge over the limit, or back; the entry itself stays included."""
        sign = 1 if to_past else -1
        self._change(of, Side.PAST, part, sign, 0)
        self._change(of, Side.INCLUDED, part, -sign, 0)

    def rows(self) -> Iterator[tuple[Row, list[int]]]:
        """Yield the differences that are not nothing, by the key of their row."""
        for of, rows in self._rows.items():
            for key, values in rows.items():
                if any(values):
                    yield (of.kind, of.scope_id, of.stretch.start, *key), values

    def write(self, connection: "Connection") -> None:
        """Apply the differences; rows that come to nothing are removed."""
        rows = list(self.rows())
        if rows:
            driver(connection).executemany(_UPSERT, [(*key, *values) for key, values in rows])
        shrunk = [key for key, values in rows if min(values) < 0]
        if shrunk:
            driver(connection).executemany(_SWEEP, shrunk)
        self._rows.clear()

    def _change(self, of: Meterage, side: int, drawn: Drawn, sign: int, entries: int) -> None:
        rows = self._rows.get(of)
        if rows is None:
            rows = self._rows[of] = {}
        person = NOBODY if of.kind in _TEXTS else drawn.person
        key = (of.stretch.day_of(drawn.start), person, side, drawn.currency)
        row = rows.get(key)
        if row is None:
            row = rows[key] = [0, 0, 0, 0]
        row[0] += sign * drawn.units
        row[1] += entries
        row[2] += sign * drawn.amount_nano
        row[3] += sign * drawn.unpriced
