"""What dead runs leave unfinished, and how it goes."""

import subprocess
import sys
from pathlib import Path

import pytest

from app.disk.leftovers import leftovers, remove, sweep, unfinished


@pytest.fixture
def dead() -> int:
    """The number of a process that has ended."""
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        return process.pid


def test_what_dead_runs_left_goes_and_all_else_stays(tmp_path: Path, dead: int) -> None:
    ours = unfinished(tmp_path, "ours.db")
    kept = [ours, tmp_path / "note.part", tmp_path / f"plain.{dead}.part"]
    gone = [tmp_path / f".ledger.db.{dead}.part", tmp_path / f".ledger.db.{dead}.part-wal"]
    for path in (*kept, *gone):
        path.touch()
    assert list(leftovers(tmp_path)) == gone
    sweep(tmp_path)
    assert sorted(tmp_path.iterdir()) == sorted(kept)


def test_a_folder_of_a_dead_run_goes_with_what_is_in_it(tmp_path: Path, dead: int) -> None:
    (tmp_path / f".restore.{dead}.part").mkdir()
    (tmp_path / f".restore.{dead}.part" / "ledger.db").touch()
    sweep(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_nothing_to_sweep_is_no_trouble(tmp_path: Path) -> None:
    sweep(tmp_path / "missing")
    remove(tmp_path / "missing")
