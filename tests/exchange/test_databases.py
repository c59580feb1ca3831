"""Databases of other programs: opened without a trace, and told what is wrong with them."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.problem import EnvironmentProblem, Problem
from app.exchange import database_copy
from app.exchange.reading import read
from tests.support.call_logs import call_history, database
from tests.support.readings import SAMPLES, calls, refusals
from tests.support.surroundings import CALM_IN_ONE_FOLDER

ROW = ("sip:a@b", "sip:+15550100@b", 0, 7, "1795303840", "1795303841", 0, "x")
INSERT = (
    "INSERT INTO call_history (caller, callee, direction, duration, start_time, connected_time, "
    "status, call_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)
TROUBLED = settings(max_examples=60, suppress_health_check=CALM_IN_ONE_FOLDER)


@pytest.fixture
def running(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """The log of a softphone that is running, and has its changes beside the file."""
    call_history(tmp_path / "log.db", [ROW])
    with closing(sqlite3.connect(tmp_path / "log.db")) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        yield connection


def test_calls_of_a_running_softphone_are_seen(tmp_path: Path, running: sqlite3.Connection) -> None:
    running.execute(INSERT, (*ROW[:-1], "second"))
    running.commit()
    assert [call.call_id for call in calls(read(tmp_path / "log.db"))] == ["x", "second"]


def test_a_change_not_yet_kept_is_not_seen_and_not_disturbed(tmp_path: Path) -> None:
    path = call_history(tmp_path / "log.db", [ROW])
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(INSERT, (*ROW[:-1], "second"))
        assert len(calls(read(path))) == 1
        connection.commit()
    assert len(calls(read(path))) == 2


def test_nothing_is_written_to_the_file_or_beside_it(
    tmp_path: Path, running: sqlite3.Connection
) -> None:
    running.execute(INSERT, (*ROW[:-1], "second"))
    running.commit()
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    list(read(tmp_path / "log.db"))
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_folder_that_cannot_be_written_is_no_hindrance(tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir()
    path = call_history(folder / "log.db", [ROW])
    folder.chmod(0o500)
    try:
        assert len(calls(read(path))) == 1
    finally:
        folder.chmod(0o700)


def test_no_copy_stays_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = call_history(tmp_path / "log.db", [ROW, ROW])
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    reading = iter(read(path))
    next(reading)
    assert list(scratch.iterdir())
    del reading
    assert not list(scratch.iterdir())


def test_a_file_that_never_rests_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = call_history(tmp_path / "log.db", [ROW])
    moments = iter(range(1, 1000))

    def copy_while_it_changes(source: Path, target: Path) -> None:
        target.write_bytes(source.read_bytes())
        os.utime(source, (next(moments), next(moments)))

    monkeypatch.setattr(database_copy, "copyfile", copy_while_it_changes)
    with pytest.raises(EnvironmentProblem, match="is being written at the moment"):
        read(path)


def test_a_database_of_another_program_is_told(tmp_path: Path) -> None:
    path = database(tmp_path / "other.db", "CREATE TABLE call_history (when_it_was TEXT)")
    with pytest.raises(Problem, match="holds no calls known here"):
        read(path)


def test_a_view_in_the_place_of_the_table_is_not_looked_into(tmp_path: Path) -> None:
    schema = "CREATE VIEW acc_cdrs AS SELECT 1 AS start_time, 2 AS end_time, 3 AS duration"
    with pytest.raises(Problem, match="holds no calls known here"):
        read(database(tmp_path / "view.db", schema))


def test_a_damaged_database_is_told(tmp_path: Path) -> None:
    path = tmp_path / "log.db"
    path.write_bytes((SAMPLES / "linphone_call_history.db").read_bytes()[:100])
    with pytest.raises(Problem, match="is damaged and cannot be read"):
        read(path)


def test_damage_within_ends_the_file_there(tmp_path: Path) -> None:
    path = call_history(tmp_path / "log.db", [(*ROW[:-1], f"x{each}") for each in range(2_000)])
    content = bytearray(path.read_bytes())
    content[len(content) // 2 : len(content) * 3 // 4] = bytes(len(content) // 4)
    path.write_bytes(content)
    *read_before, last = list(read(path))
    assert len(calls(read(path))) == len(read_before) > 100
    assert refusals(read(path))[-1] == last


def test_a_record_too_long_to_be_held_is_refused_alone(tmp_path: Path) -> None:
    endless = (*ROW[:-1], "x" * (3 << 20))
    reading = read(call_history(tmp_path / "log.db", [ROW, endless, ROW]))
    assert [line.number for line in reading] == [1, 2, 3]
    assert [refused.reason for refused in refusals(reading)] == [
        "The record is longer than a million bytes"
    ]


def test_progress_goes_from_nothing_to_the_size_of_the_file(tmp_path: Path) -> None:
    reading = read(call_history(tmp_path / "log.db", [ROW] * 10))
    reached = [reading.bytes_read for _ in reading]
    assert reached == sorted(reached)
    assert reading.bytes_read == reading.bytes_total == (tmp_path / "log.db").stat().st_size


def test_an_empty_log_has_no_calls(tmp_path: Path) -> None:
    assert list(read(call_history(tmp_path / "log.db", []))) == []


@TROUBLED
@given(st.integers(0, 12_287), st.binary(min_size=1, max_size=64))
def test_any_damage_ends_in_calls_refusals_or_a_problem(
    tmp_path: Path, place: int, garbage: bytes
) -> None:
    content = bytearray((SAMPLES / "linphone_call_history.db").read_bytes())
    content[place : place + len(garbage)] = garbage
    path = tmp_path / "log.db"
    path.write_bytes(content)
    with suppress(Problem):
        assert len(list(read(path))) < 1000
