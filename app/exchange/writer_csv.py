"""Entries as a table for spreadsheets, which can be read back without loss."""

import csv
import json
from collections.abc import Iterable
from pathlib import Path

from app.disk.whole import replacing
from app.domain.receipt import Receipt
from app.exchange.own_columns import COLUMNS, values
from app.exchange.spreadsheet import neutralised


def write_csv(path: Path, receipts: Iterable[Receipt]) -> int:
    """Write entries with a header line and return how many; the file appears when it is whole.

    EnvironmentProblem when it cannot be written.
    """
    number = 0
    # With the mark at the start spreadsheets know that it is UTF-8.
    with replacing(path, encoding="utf-8-sig") as stream:
        writer = csv.writer(stream)
        writer.writerow(COLUMNS)
        for number, receipt in enumerate(receipts, 1):  # noqa: B007 - the last number is the answer
            writer.writerow(_cells(receipt))
    return number


def _cells(receipt: Receipt) -> list[str]:
    found = values(receipt)
    return [_cell(found.get(name, "")) for name in COLUMNS]


def _cell(value: str | list[dict[str, str]]) -> str:
    if isinstance(value, str):
        return neutralised(value)
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
