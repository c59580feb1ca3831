"""The sheets of a file, where it is a workbook that has several."""

from pathlib import Path

from app.exchange.archive import ZIP
from app.exchange.text_file import first_bytes
from app.exchange.workbook import sheet_names


def sheets_of(path: Path) -> tuple[str, ...]:
    """Name the sheets of a workbook, in order; none for every other file."""
    return sheet_names(path) if first_bytes(path).startswith(ZIP) else ()
