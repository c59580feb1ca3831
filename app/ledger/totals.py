"""Totals by stretch, local day, person and side of the allowance, changed by differences."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from sqlalchemy import Connection

from app.domain.crossing import Key, Side
from app.domain.stretch import Stretch

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


Row = tuple[Any, ...]


class Drawn(NamedTuple):
    """A charge as it stands in the ledger; ``key`` orders it among those of its allowance."""

    key: Key
    person: int
    units: int
    amount_nano: int
    currency: str
    unpriced: int

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
        self._rows: dict[tuple[int, int, int, int, int, int, str], list[int]] = {}

    def add(self, of: Meterage, side: int, drawn: Drawn) -> None:
        """Add one whole charge to a side."""
        self._change(self._row(of, side, drawn), drawn, 1, 1)

    def remove(self, of: Meterage, side: int, drawn: Drawn) -> None:
        """Take one whole charge from a side."""
        self._change(self._row(of, side, drawn), drawn, -1, -1)

    def move_part(self, of: Meterage, part: Drawn, *, to_past: bool) -> None:
        """Move a part of a charge over the limit, or back; the entry itself stays included."""
        sign = 1 if to_past else -1
        self._change(self._row(of, Side.PAST, part), part, sign, 0)
        self._change(self._row(of, Side.INCLUDED, part), part, -sign, 0)

    def rows(self) -> Iterator[tuple[Row, list[int]]]:
        """Yield the differences that are not nothing, by the key of their row."""
        return ((key, values) for key, values in self._rows.items() if any(values))

    def write(self, connection: Connection) -> None:
        """Apply the differences; rows that come to nothing are removed."""
        rows = [(*key, *values) for key, values in self.rows()]
        if rows:
            connection.exec_driver_sql(_UPSERT, rows)
        shrunk = [key for key, values in self._rows.items() if min(values) < 0]
        if shrunk:
            connection.exec_driver_sql(_SWEEP, shrunk)
        self._rows.clear()

    def _row(self, of: Meterage, side: int, drawn: Drawn) -> list[int]:
        stretch = of.stretch
        day = stretch.day_of(drawn.key.start)
        key = (of.kind, of.scope_id, stretch.start, day, drawn.person, int(side), drawn.currency)
        row = self._rows.get(key)
        if row is None:
            row = self._rows[key] = [0, 0, 0, 0]
        return row

    def _change(self, row: list[int], drawn: Drawn, sign: int, entries: int) -> None:
        row[0] += sign * drawn.units
        row[1] += entries
        row[2] += sign * drawn.amount_nano
        row[3] += sign * drawn.unpriced
