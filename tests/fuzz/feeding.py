"""Feeding one reader: a process of the fuzzer, what it says, and what is kept of its inputs."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from tests.fuzz.feeds import FOUND, Feed
from tests.fuzz.seeds import keep_as_seeds

RUNS, SEED = 100_000, 1
SECONDS_AN_INPUT, MEGABYTES = 10, 300
_LONGEST = 16_384
_reached = re.compile(r"cov: (\d+)")
_memory = re.compile(r"stat::peak_rss_mb:\s*(\d+)")


class Fed(NamedTuple):
    """What became of one reader.

    ``megabytes`` is the most it had; ``reached_first`` counts the places of the program that were
    reached with the samples, ``reached_last`` those reached in the end.
    """

    name: str
    runs: int
    seconds: float
    megabytes: int
    reached_first: int
    reached_last: int
    sound: bool


def feed_one(feed: Feed, *, runs: int, keep_seeds: bool) -> Fed:
    """Feed a reader ``runs`` times, and keep what it broke on."""
    started = time.monotonic()
    # In memory where there is such a place: each input is a file for a moment.
    memory = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - a folder of our own
    with tempfile.TemporaryDirectory(prefix="fuzz-", dir=memory) as folder:
        corpus, kept = _laid_out(feed, Path(folder))
        done = subprocess.run(
            [sys.executable, "-m", "tests.fuzz.one", feed.name, *_options(runs, kept), str(corpus)],
            check=False, capture_output=True, text=True, errors="replace",
            env=os.environ | {"TMPDIR": folder},
        )  # fmt: skip
        _keep(feed, kept)
        if keep_seeds:
            keep_as_seeds(feed, [each.read_bytes() for each in corpus.iterdir()], Path(folder))
    if done.returncode:
        sys.stderr.write(done.stderr[-4_000:])
    reached = [int(found) for found in _reached.findall(done.stderr)] or [0]
    memory_used = [int(found) for found in _memory.findall(done.stderr)] or [0]
    seconds = time.monotonic() - started
    sound = done.returncode == 0
    return Fed(feed.name, runs, seconds, memory_used[-1], reached[0], reached[-1], sound)


def _laid_out(feed: Feed, folder: Path) -> tuple[Path, Path]:
    corpus, kept = folder / "corpus", folder / "kept"
    corpus.mkdir()
    kept.mkdir()
    for number, beginning in enumerate((*feed.beginnings(), *feed.seeds())):
        (corpus / f"sample-{number}").write_bytes(beginning)
    return corpus, kept


def _options(runs: int, kept: Path) -> list[str]:
    return [
        f"-runs={runs}", f"-seed={SEED}", f"-timeout={SECONDS_AN_INPUT}",
        f"-rss_limit_mb={MEGABYTES}", f"-max_len={_LONGEST}", "-print_final_stats=1",
        f"-artifact_prefix={kept}/",
    ]  # fmt: skip


def _keep(feed: Feed, kept: Path) -> None:
    for found in kept.iterdir():
        FOUND.joinpath(feed.name).mkdir(parents=True, exist_ok=True)
        shutil.copy(found, FOUND / feed.name / found.name)
