"""``make fuzz``: every reader under the fuzzer in turn, and a table of what became of it.

``ARGS="twinkle --runs 1000"`` feeds one reader a thousand times. What a reader breaks on is kept
under ``tests/data/fuzz`` and read again by every test run.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from tests.fuzz.feeds import FOUND, Feed, beginnings, feeds

RUNS, SEED = 100_000, 1
_SECONDS_AN_INPUT, _MEGABYTES = 10, 300
_PAGE = Path(__file__).parents[2] / "docs" / "fuzzing.md"
_HEAD = """# Readers under the fuzzer

Written by `make fuzz ARGS=--write`. Each reader was fed with {runs:,} inputs grown from its own
samples (seed {seed}); none may take longer than {seconds} s, need more than {megabytes} MB, or end
in anything but records, refusals or one sentence. Inputs that once broke a reader are kept in
`tests/data/fuzz` and are read again by every test run.

| reader | inputs | seconds | memory | result |
| ------ | -----: | ------: | -----: | ------ |
"""


class Fed(NamedTuple):
    """What became of one reader; ``megabytes`` is the most it had."""

    name: str
    runs: int
    seconds: float
    megabytes: int
    sound: bool


def main() -> int:
    """Feed the readers asked for, all of them unless some are named."""
    parser = argparse.ArgumentParser(prog="make fuzz", description=__doc__)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--write", action="store_true", help="keep the table in docs/fuzzing.md")
    asked = parser.parse_args()
    chosen = [feed for feed in feeds() if not asked.names or feed.name in asked.names]
    lines = []
    for feed in chosen:
        fed = _feed(feed, asked.runs)
        lines.append(_line(fed))
        print(lines[-1], flush=True)  # noqa: T201 - this is a command
        if not fed.sound:
            return 1
    if asked.write:
        head = _HEAD.format(
            runs=asked.runs, seed=SEED, seconds=_SECONDS_AN_INPUT, megabytes=_MEGABYTES
        )
        _PAGE.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")
    return 0


def _feed(feed: Feed, runs: int) -> Fed:
    started = time.monotonic()
    # In memory where there is such a place: each input is a file for a moment.
    memory = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - a folder of our own
    with tempfile.TemporaryDirectory(prefix="fuzz-", dir=memory) as folder:
        corpus, kept = Path(folder) / "corpus", Path(folder) / "kept"
        corpus.mkdir()
        kept.mkdir()
        for number, beginning in enumerate(beginnings(feed)):
            (corpus / f"sample-{number}").write_bytes(beginning)
        done = subprocess.run(
            [sys.executable, "-m", "tests.fuzz.one", feed.name, *_options(runs, kept), str(corpus)],
            check=False, capture_output=True, text=True, errors="replace",
            env=os.environ | {"TMPDIR": folder},
        )  # fmt: skip
        _keep(feed, kept)
    if done.returncode:
        sys.stderr.write(done.stderr[-4_000:])
    seconds = time.monotonic() - started
    return Fed(feed.name, runs, seconds, _most_memory(done.stderr), done.returncode == 0)


def _options(runs: int, kept: Path) -> list[str]:
    return [
        f"-runs={runs}", f"-seed={SEED}", f"-timeout={_SECONDS_AN_INPUT}",
        f"-rss_limit_mb={_MEGABYTES}", "-max_len=8192", "-print_final_stats=1",
        f"-artifact_prefix={kept}/",
    ]  # fmt: skip


def _keep(feed: Feed, kept: Path) -> None:
    for found in kept.iterdir():
        FOUND.joinpath(feed.name).mkdir(parents=True, exist_ok=True)
        shutil.copy(found, FOUND / feed.name / found.name)


def _most_memory(said: str) -> int:
    found = [line for line in said.splitlines() if line.startswith("stat::peak_rss_mb")]
    return int(found[-1].split()[-1]) if found else 0


def _line(fed: Fed) -> str:
    result = "sound" if fed.sound else "BROKE"
    return f"| {fed.name} | {fed.runs:,} | {fed.seconds:.0f} | {fed.megabytes} MB | {result} |"


if __name__ == "__main__":
    sys.exit(main())
