"""Use a dated price sheet."""

import csv
from dataclasses import dataclass
from pathlib import Path

from app.domain.plan import Line
from app.domain.price import PriceRow
from app.domain.price_sheet import parse_sheet
from app.domain.problem import UsageProblem, mark
from app.exchange.delimited import table
from app.exchange.text_file import examine
from app.ledger.ledger import Ledger
from app.ledger.plans import add_prices

_LARGEST = 1 << 26


@dataclass(frozen=True, slots=True)
class PricesUsed:
    """How many prices a sheet held."""

    file: str
    rows: int


def use_prices(ledger: Ledger, path: Path) -> PricesUsed:
    """Keep the prices of a sheet and price again what they reach.

    Raises Problem with one sentence when the sheet cannot be read; then no price is kept.
    """
    rows = prices_in_file(path)
    with ledger.writing() as writing:
        add_prices(writing, rows)
        lines = {Line.CALLS if row.unit == "minute" else Line.TEXTS for row in rows}
        since = min(row.valid_from for row in rows)
        writing.change_rules(since=since, lines=tuple(line for line in Line if line in lines))
    return PricesUsed(path.name, len(rows))


def prices_in_file(path: Path) -> tuple[PriceRow, ...]:
    """Read the prices of a sheet, at least one."""
    file = examine(path)
    if file.size > _LARGEST:
        raise UsageProblem(mark("{file} is too large for a price sheet."), file=path.name)
    with file.opened() as stream:
        separator = table(stream).separator
    with file.opened() as stream:
        try:
            return parse_sheet(csv.reader(stream, delimiter=separator))
        except csv.Error:
            message = mark("{file} is damaged: its quotation marks do not match.")
            raise UsageProblem(message, file=path.name) from None
