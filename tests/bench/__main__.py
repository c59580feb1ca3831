"""Runs the measurements: ``python -m tests.bench [NAME ...] [--write]``."""

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, datetime

from tests.bench import (
    activity,
    frozen,
    idle,
    import_file,
    keeping,
    match_copies,
    merge,
    page,
    plan_server,
    record_call,
    segment_count,
    status_command,
    status_figures,
    sync,
    ticking,
    window,
)
from tests.bench.row import Row
from tests.bench.table import Line, table

ROWS = (
    import_file.ROW,
    status_figures.ROW,
    status_command.ROW,
    record_call.ROW,
    window.FIRST,
    window.LIVE,
    window.MEMORY,
    frozen.FIRST,
    frozen.START,
    frozen.VERSION,
    idle.SECONDS,
    idle.WAKES,
    ticking.ROW,
    segment_count.ROW,
    activity.OPEN,
    activity.JUMP,
    activity.SEARCH,
    activity.FILTER,
    activity.SCROLL,
    keeping.BACKUP,
    keeping.VERIFY,
    match_copies.ROW,
    merge.ROW,
    plan_server.POLLS,
    plan_server.UPLOADS,
    plan_server.POOLED,
    sync.BARE,
    sync.LIMITED,
)


def main(arguments: Sequence[str]) -> int:
    """Measure, print the table; 1 when a figure is worse than asked at least."""
    names = [row.name for row in ROWS]
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"some of: {', '.join(names)}")
    parser.add_argument("--write", action="store_true", help="renew docs/performance.md")
    wishes = parser.parse_args(arguments)
    if unknown := set(wishes.names) - set(names):
        parser.error(f"no figure is named {', '.join(sorted(unknown))}")
    lines = [_measured(row) for row in ROWS if not wishes.names or row.name in wishes.names]
    sys.stdout.write(table(lines))
    if wishes.write:
        page.write(lines, datetime.now(UTC).date())  # noqa: TID251 - the day of the measurement
    return 0 if all(line.kept for line in lines) else 1


def _measured(row: Row) -> Line:
    sys.stderr.write(f"Measuring: {row.figure} …\n")
    found = row.measure()
    sys.stderr.write(f"  {found.ours}; {row.against}: {found.against}; {found.ratio:.2f}\n")
    return Line(row, found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
