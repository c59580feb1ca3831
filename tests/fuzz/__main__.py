"""``make fuzz``: every reader under the fuzzer, and a table of what became of it.

``ARGS="twinkle --runs 1000"`` feeds one reader a thousand times, ``--jobs 2`` two readers at a
time. What a reader breaks on is kept under ``tests/data/fuzz`` and read again by every test run.
"""

import argparse
import sys
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from tests.fuzz.feeding import MEGABYTES, RUNS, SECONDS_AN_INPUT, SEED, Fed, feed_one
from tests.fuzz.feeds import feeds

_PAGE = Path(__file__).parents[2] / "docs" / "fuzzing.md"
_HEAD = """# Readers under the fuzzer

Written by `make fuzz ARGS="--write --jobs 2"`; with names of readers only their lines are made
anew. Each reader was fed with inputs grown from its own samples (seed {seed}); none may take longer
than {seconds} s, need more than {megabytes} MB, or end in anything but records that the ledger can
keep, refusals or one sentence. *Reached* counts the places in the program that the samples and
seeds reach, and those reached in the end. The seconds are those of a machine with other work to do.

Inputs that once broke a reader are kept in `tests/data/fuzz`, and a small choice of those that got
further than the samples in `tests/data/fuzz_seeds`. Every test run reads both.

| reader | inputs | seconds | memory | reached | result |
| ------ | -----: | ------: | -----: | ------: | ------ |
"""


def main() -> int:
    """Feed the readers asked for, all of them unless some are named."""
    parser = argparse.ArgumentParser(prog="make fuzz", description=__doc__)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--jobs", type=int, default=1, help="how many readers at a time")
    parser.add_argument("--write", action="store_true", help="keep the table in docs/fuzzing.md")
    parser.add_argument("--seeds", action="store_true", help="keep what got further as seeds")
    asked = parser.parse_args()
    chosen = [feed for feed in feeds() if not asked.names or feed.name in asked.names]
    with ThreadPoolExecutor(asked.jobs) as several:
        feeding = partial(feed_one, runs=asked.runs, keep_seeds=asked.seeds)
        done = list(_told(several.map(feeding, chosen)))
    if asked.write:
        _write(_written() | {fed.name: _line(fed) for fed in done})
    return 0 if all(fed.sound for fed in done) else 1


def _told(done: Iterable[Fed]) -> Iterable[Fed]:
    for fed in done:
        print(_line(fed), flush=True)  # noqa: T201 - this is a command
        yield fed


def _written() -> dict[str, str]:
    """Give the lines of the page as it is, by reader."""
    page = _PAGE.read_text("utf-8") if _PAGE.exists() else ""
    table = (line.split("|") for line in page.splitlines() if line.endswith(("sound |", "BROKE |")))
    return {cells[1].strip(): "|".join(cells) for cells in table}


def _write(lines: dict[str, str]) -> None:
    head = _HEAD.format(seed=SEED, seconds=SECONDS_AN_INPUT, megabytes=MEGABYTES)
    table = [lines[feed.name] + "\n" for feed in feeds() if feed.name in lines]
    _PAGE.write_text(head + "".join(table), encoding="utf-8")


def _line(fed: Fed) -> str:
    result = "sound" if fed.sound else "BROKE"
    reached = f"{fed.reached_first:,} to {fed.reached_last:,}"
    return (
        f"| {fed.name} | {fed.runs:,} | {fed.seconds:.0f} | {fed.megabytes} MB | {reached} "
        f"| {result} |"
    )


if __name__ == "__main__":
    sys.exit(main())
