"""Imports of many lines: twice, side by side, and killed on their way."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path

import pytest

from tests.support.console import Console
from tests.support.exports import twilio_calls_csv
from tests.support.program import started

pytestmark = [pytest.mark.program, pytest.mark.timeout(300)]

_MANY, _SOME = 200_000, 40_000
_MONTH_ENDS = (
    *("2026-11-30T23:59:59Z", "2026-12-31T23:59:59Z", "2027-01-31T23:59:59Z"),
    *("2027-02-28T23:59:59Z", "2027-03-31T23:59:59Z"),
)
#: How many chunks are told of when the program is killed, and whether that hits the next commit.
_MOMENTS = (
    *((0, False), (0, True), (0, True), (0, True)),
    *((1, False), (1, True), (1, True), (2, False), (2, True), (2, True)),
)


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return twilio_calls_csv(tmp_path_factory.mktemp("log") / "log.csv", _MANY)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a data folder with a plan, so that nothing has to be rated a second time."""
    Console(tmp_path / "folder").done("plan", "use", "hubspot-professional")
    return tmp_path / "folder"


def part(log: Path, path: Path, first: int, last: int) -> Path:
    """Copy the header and some of the lines."""
    with log.open(encoding="utf-8") as source, path.open("w", encoding="utf-8") as target:
        target.writelines(islice(source, 1))
        target.writelines(islice(source, first, last))
    return path


def minutes(rows: int) -> int:
    """Work out what so many lines of the log count, apart from the program."""
    return sum(-(-(index * 37 % 420 + 1) // 60) for index in range(rows))


def counted(folder: Path) -> int:
    """Add up what the meters of all months say."""
    meters = [Console(folder).at(now).meter("minutes") for now in _MONTH_ENDS]
    return sum(meter["used"] + meter["over"] for meter in meters)


def assert_sound(folder: Path, rows: int) -> None:
    assert counted(folder) == minutes(rows)
    checked = Console(folder).done("verify", "--json").json
    assert (checked["ok"], checked["entries"], checked["differences"]) == (True, rows, [])
    with closing(sqlite3.connect(folder / "ledger.db")) as ledger:
        told = "SELECT count(*), count(DISTINCT external_id) FROM fact"
        assert ledger.execute(told).fetchone() == (rows, rows)


def test_a_file_of_200_000_lines_counts_once(log: Path, folder: Path) -> None:
    (first,) = Console(folder).done("import", log, "--json").json["files"]
    (second,) = Console(folder).done("import", log, "--json").json["files"]
    assert (first["read"], first["new"], first["known"]) == (_MANY, _MANY, 0)
    assert (second["read"], second["new"], second["known"]) == (_MANY, 0, _MANY)
    assert_sound(folder, _MANY)


def test_overlapping_halves_at_the_same_time_count_once(
    log: Path, folder: Path, tmp_path: Path
) -> None:
    halves = [
        part(log, tmp_path / "a.csv", 0, 24_000),
        part(log, tmp_path / "b.csv", 16_000, _SOME),
    ]
    with started(folder, "import", halves[0]) as one, started(folder, "import", halves[1]) as two:
        told = [one.communicate(), two.communicate()]
    assert [(one.returncode, two.returncode), told[0][1], told[1][1]] == [(0, 0), b"", b""]
    assert_sound(folder, _SOME)


def test_an_import_killed_at_ten_moments_is_completed_by_the_next(
    log: Path, folder: Path, tmp_path: Path
) -> None:
    some = part(log, tmp_path / "some.csv", 0, _SOME)
    for chunks, in_commit in _MOMENTS:
        kill_import(folder, some, chunks, in_commit=in_commit)
    (last,) = Console(folder).done("import", some, "--json").json["files"]
    assert (last["read"], last["new"] + last["known"], last["refused"]) == (_SOME, _SOME, 0)
    assert last["known"] >= 2 * 8_000
    assert_sound(folder, _SOME)


def kill_import(folder: Path, file: Path, chunks: int, *, in_commit: bool) -> None:
    with started(folder, "import", file, "--progress") as process:
        assert process.stderr
        for _ in range(chunks):
            assert process.stderr.readline()
        if in_commit:
            states = log_states(folder)
            before = next(states)
            next(state for state in states if state != before)
        process.kill()
    assert process.returncode < 0


def log_states(folder: Path) -> Iterator[tuple[int, int]]:
    """Look at the write-ahead log, again and again: it grows while a chunk is committed."""
    path = folder / "ledger.db-wal"
    while True:
        try:
            state = path.stat()
            yield state.st_size, state.st_mtime_ns
        except FileNotFoundError:
            yield 0, 0
