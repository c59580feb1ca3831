"""Prices by origin and destination: the dated row of a sheet that a leg or a text is billed by."""

import re
from bisect import bisect_right, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from app.domain.instant import Instant
from app.domain.money import Money

Unit = Literal["minute", "sms", "mms"]
# What stays of an erased number is priced by the digits that stay.
_digits_of = re.compile(r"(?:erased:[a-z]+:[A-Z]*:)?\+([1-9][0-9]{0,14})").fullmatch


@dataclass(frozen=True, slots=True)
class PriceRow:
    """The price of one unit from ``valid_from`` on, until a newer row of the same prefixes.

    ``origin`` and ``destination`` are the first digits of a number, country code first and no plus
    sign; an origin of "" is any, known or not. ``fetched``: the provider's own list says it, nobody
    stated it; then ``valid_from`` is the day it was fetched.
    """

    origin: str
    destination: str
    unit: Unit
    rate: Money
    valid_from: Instant
    fetched: bool = False


class PriceBook:
    """Rows ready to be asked: what a person stated goes before all that was fetched.

    Of rows alike in prefixes, unit, date and who says so the last one given holds.
    """

    def __init__(self, rows: Iterable[PriceRow] = ()) -> None:
        rows = tuple(rows)
        self._lists = tuple(
            _PriceList(said)
            for fetched in (False, True)
            if (said := [row for row in rows if row.fetched is fetched])
        )

    def __bool__(self) -> bool:
        """Tell whether there is any price at all."""
        return bool(self._lists)

    def rate(self, unit: Unit, origin: str, destination: str, at: Instant) -> PriceRow | None:
        """Find the row of the longest destination prefix, then origin prefix, then latest date.

        A fetched row is looked for only where none that was stated fits. ``origin`` and
        ``destination`` are E.164 (+14155550188). ``None`` when nothing fits: no price is invented
        for a destination that is unknown, withheld or no phone number, nor from a row that is not
        valid yet. An origin that is no phone number fits only rows for any origin.
        """
        number = _digits_of(destination)
        if number is None:
            return None
        own = _digits_of(origin)
        way = (own.group(1) if own else "", number.group(1))
        for each in self._lists:
            row = each.rate(unit, way, at)
            if row is not None:
                return row
        return None

    def longest_prefix(self, number: str) -> str:
        """Return the longest prefix, of origins and destinations, that a number begins with."""
        found = _digits_of(number)
        digits = found.group(1) if found else ""
        return max((each.longest_prefix(digits) for each in self._lists), key=len, default="")


class _PriceList:
    """Rows that one of those who say prices said."""

    def __init__(self, rows: Iterable[PriceRow]) -> None:
        self._rows: dict[tuple[str, str], dict[str, list[PriceRow]]] = {}
        for row in rows:
            origins = self._rows.setdefault((row.unit, row.destination), {})
            insort(origins.setdefault(row.origin, []), row, key=_date_of)
        # Only lengths that occur are tried: sheets have a handful of them, numbers fifteen.
        self._lengths = _longest_first(destination for _, destination in self._rows)
        self._origin_lengths = _longest_first(
            origin for origins in self._rows.values() for origin in origins
        )
        self._prefixes = {destination for _, destination in self._rows}
        self._prefixes.update(origin for origins in self._rows.values() for origin in origins)

    def rate(self, unit: Unit, way: tuple[str, str], at: Instant) -> PriceRow | None:
        """Find the row for the digits of an origin (may be "") and those of a destination."""
        origin, destination = way
        for length in self._lengths:
            origins = self._rows.get((unit, destination[:length]))
            row = self._of_origin(origins, origin, at) if origins else None
            if row is not None:
                return row
        return None

    def longest_prefix(self, digits: str) -> str:
        """Return the longest prefix, of origins and destinations, that digits begin with."""
        lengths = sorted({*self._lengths, *self._origin_lengths}, reverse=True)
        cut = (digits[:length] for length in lengths if length <= len(digits))
        return next((prefix for prefix in cut if prefix in self._prefixes), "")

    def _of_origin(
        self, origins: dict[str, list[PriceRow]], digits: str, at: Instant
    ) -> PriceRow | None:
        for length in self._origin_lengths:
            row = _latest(origins.get(digits[:length], ()), at)
            if row is not None:
                return row
        return None


def _latest(rows: Sequence[PriceRow], at: Instant) -> PriceRow | None:
    position = bisect_right(rows, at, key=_date_of)
    return rows[position - 1] if position else None


def _date_of(row: PriceRow) -> Instant:
    return row.valid_from


def _longest_first(prefixes: Iterable[str]) -> tuple[int, ...]:
    return tuple(sorted({len(prefix) for prefix in prefixes}, reverse=True))
