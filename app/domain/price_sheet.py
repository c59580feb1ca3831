"""Price sheets: the lines of a table of prices become rows, or one sentence says which line not."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time
from decimal import Decimal

from app.domain.instant import BEGINNING, END, Instant, instant
from app.domain.money import Money, parse_amount
from app.domain.price import PriceRow, Unit
from app.domain.problem import UsageProblem, mark

_COLUMNS = {
    "origin": ("origin prefix", "origin", "from", "from prefix", "origination prefix"),
    "destination": ("destination prefix", "destination", "to", "to prefix", "prefix"),
    "rate": ("rate", "price", "price per unit", "price per minute"),
    "currency": ("currency", "price unit"),
    "valid_from": ("valid from", "from date", "effective from", "effective date", "date"),
    "unit": ("unit", "type", "kind"),
}
_NEEDED = ("destination", "rate", "currency", "valid_from")
_UNITS: dict[str, Unit] = {
    **dict.fromkeys(("", "minute", "minutes", "min", "call", "calls", "voice"), "minute"),
    **dict.fromkeys(("sms", "text", "segment", "sms segment", "sms segments"), "sms"),
    **dict.fromkeys(("mms", "mms segment", "mms segments"), "mms"),
}
_ANY = ("", "*", "any")
_prefix = re.compile(r"[1-9][0-9]{0,14}").fullmatch
_day = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}").fullmatch


def parse_sheet(lines: Iterable[Sequence[str]]) -> tuple[PriceRow, ...]:
    """Read a sheet: the first line names the columns, in any order; blank lines are passed over.

    ``lines`` are the cells of each line. Raises UsageProblem naming a missing column, or the first
    line (counted from 1, the columns' line included) that cannot be read, and what it should hold.
    """
    numbered = [(at, line) for at, line in enumerate(lines, start=1) if any(map(str.strip, line))]
    if len(numbered) < 2:
        raise UsageProblem(
            mark("The price sheet is empty. It needs a line of column names and lines of prices.")
        )
    columns = _columns(numbered[0][1])
    return tuple(_row(_Line(at, line, columns)) for at, line in numbered[1:])


class _Line:
    """One line of a sheet, asked by the name of a column."""

    def __init__(self, at: int, cells: Sequence[str], columns: Mapping[str, int]) -> None:
        self._at, self._cells, self._columns = at, cells, columns

    def cell(self, column: str) -> str:
        position = self._columns.get(column, len(self._cells))
        return self._cells[position].strip() if position < len(self._cells) else ""

    def problem(self, message: str) -> UsageProblem:
        return UsageProblem(message, line=self._at)


def _columns(header: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for position, title in enumerate(header):
        plain = " ".join(re.split(r"[\s_-]+", title.strip().strip("\ufeff").casefold()))
        for column, aliases in _COLUMNS.items():
            if plain in aliases:
                found.setdefault(column, position)
    missing = [_COLUMNS[column][0] for column in _NEEDED if column not in found]
    if missing:
        message = mark("The price sheet has no column named {columns}.")
        raise UsageProblem(message, columns=", ".join(missing))
    return found


def _row(line: _Line) -> PriceRow:
    return PriceRow(
        origin=_origin(line),
        destination=_destination(line),
        unit=_unit(line),
        rate=Money(_rate(line), _currency(line)),
        valid_from=_valid_from(line),
    )


def _origin(line: _Line) -> str:
    digits = _digits(line.cell("origin"))
    if digits.casefold() in _ANY:
        return ""
    if not _prefix(digits):
        message = mark("Line {line}: the origin prefix must be digits, or empty for any origin.")
        raise line.problem(message)
    return digits


def _destination(line: _Line) -> str:
    digits = _digits(line.cell("destination"))
    if not _prefix(digits):
        message = mark("Line {line}: the destination prefix must be digits such as 1415.")
        raise line.problem(message)
    return digits


def _digits(written: str) -> str:
    return re.sub(r"[+\s]", "", written)


def _unit(line: _Line) -> Unit:
    word = " ".join(line.cell("unit").replace("_", " ").casefold().split())
    if word not in _UNITS:
        raise line.problem(mark("Line {line}: the unit must be minute, sms or mms."))
    return _UNITS[word]


def _rate(line: _Line) -> Decimal:
    rate = _amount(line.cell("rate"))
    if rate is None or rate.is_signed():
        message = mark("Line {line}: the rate must be a number with a point, such as 0.0140.")
        raise line.problem(message)
    return rate


def _amount(written: str) -> Decimal | None:
    """Read an amount that can be kept, in whole billionths; ``None`` otherwise."""
    try:
        amount = parse_amount(written)
        return amount if Money(amount, "").nano >= 0 else None
    except ValueError:
        return None


def _currency(line: _Line) -> str:
    currency = line.cell("currency").upper()
    if not re.fullmatch("[A-Z]{3}", currency):
        raise line.problem(mark("Line {line}: the currency must be three letters such as USD."))
    return currency


def _valid_from(line: _Line) -> Instant:
    found = _instant(line.cell("valid_from"))
    if found is None or not BEGINNING <= found < END:
        message = mark("Line {line}: valid from must be a date such as 2026-11-01.")
        raise line.problem(message)
    return found


def _instant(written: str) -> Instant | None:
    """Read a date as midnight UTC, or an instant that names its zone; ``None`` otherwise."""
    try:
        if _day(written):
            return instant(datetime.combine(date.fromisoformat(written), time(), UTC))
        return instant(datetime.fromisoformat(written))
    except ValueError:
        return None
