"""``docs/performance.md``: the table with its date, its machine and its small print."""

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from tests.bench.table import Line, table

PAGE = Path(__file__).parents[2] / "docs" / "performance.md"
_TEXT = """\
# Performance

Each figure beside what was measured with it, in the same run and in turn, so that a slow or busy
machine slows both. Measured on {day} on a machine with {cores} cores and {memory} GB of memory.

{table}
"Ratio" is ours to the other side. `make bench` measures all of it again and fails when one figure
is worse than "at least"; `make bench ARGS="import status"` measures some figures, and
`make bench ARGS=--write` renews this page with what it measures. The first run builds two ledgers,
which takes about two minutes, and keeps them in `.cache/bench`.

## What is measured

{small_print}
"""


def write(lines: Sequence[Line], day: date) -> None:
    """Write the page."""
    text = _TEXT.format(
        day=day.isoformat(),
        cores=os.cpu_count(),
        memory=round(os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 2**30),
        table=table(lines),
        small_print="\n".join(f"- **{row.figure}.** {row.small_print}" for row, _ in lines),
    )
    PAGE.write_text(text, encoding="utf-8")
