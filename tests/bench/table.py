"""The table as it is printed and as it is kept."""

from collections.abc import Sequence
from typing import NamedTuple

from tests.bench.row import Measured, Row

_HEADER = ("figure", "ours", "against", "ratio", "at least", "aim", "ok?")
_NUMBERS_FROM = 3


class Line(NamedTuple):
    """A row with what was found for it."""

    row: Row
    found: Measured

    @property
    def kept(self) -> bool:
        """Tell whether what is asked at least was reached."""
        return self.row.meets(self.found, self.row.at_least)


def table(lines: Sequence[Line]) -> str:
    """Write a Markdown table whose columns line up."""
    rows = [_HEADER, *map(_cells, lines)]
    widths = [max(len(row[place]) for row in rows) for place in range(len(_HEADER))]
    rule = [
        "-" * (width - 1) + (":" if _NUMBERS_FROM <= place < len(_HEADER) - 1 else "-")
        for place, width in enumerate(widths)
    ]
    written = [_line(rows[0], widths), _line(rule, widths)]
    return "\n".join([*written, *(_line(row, widths) for row in rows[1:])]) + "\n"


def _cells(line: Line) -> tuple[str, ...]:
    row, found = line
    verdict = "yes" if line.kept else "NO"
    if row.meets(found, row.aim):
        verdict = "yes, as aimed"
    sign = "≥" if row.higher else "≤"
    return (
        row.figure, found.ours, f"{row.against}: {found.against}", f"{found.ratio:.2f}",
        f"{sign} {row.at_least:g}", f"{sign} {row.aim:g}", verdict,
    )  # fmt: skip


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = [
        cell.rjust(width) if _NUMBERS_FROM <= place < len(_HEADER) - 1 else cell.ljust(width)
        for place, (cell, width) in enumerate(zip(cells, widths, strict=True))
    ]
    return f"| {' | '.join(padded)} |"
