"""Backups, restores and moves beside other processes, and killed on their way."""

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from app.actions.move_folder import finish_move
from app.ledger.backups.copies import backups
from app.ledger.backups.copying import checked
from app.machine.paths import data_folder, moved_to
from tests.support.console import Console
from tests.support.contracts import ROOT
from tests.support.exports import twilio_calls_csv
from tests.support.killed import killed_at_every_step
from tests.support.mounts import small_disk
from tests.support.program import run, started

pytestmark = [pytest.mark.program, pytest.mark.timeout(300)]

_MANY = 40_000
_CHUNK = 8_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a data folder with a plan."""
    Console(tmp_path / "folder").done("plan", "use", "hubspot-professional")
    return tmp_path / "folder"


def record(folder: Path, calls: int) -> None:
    log = twilio_calls_csv(folder.parent / "log.csv", calls)
    Console(folder).done("import", log)


def entries(folder: Path) -> int:
    answer = Console(folder).done("verify", "--json").json
    assert answer["ok"]
    return int(answer["entries"])


def test_a_backup_beside_an_import_holds_whole_chunks(folder: Path, tmp_path: Path) -> None:
    log = twilio_calls_csv(tmp_path / "log.csv", _MANY)
    with started(folder, "import", log, "--progress") as importing:
        assert importing.stderr
        for number in range(3):
            assert importing.stderr.readline()
            Console(folder).done("backup", tmp_path / f"{number}.db")
        importing.communicate()
    assert importing.returncode == 0
    held = [checked(tmp_path / f"{number}.db").entries for number in range(3)]
    assert held == sorted(held)
    assert all(number % _CHUNK == 0 and number > 0 for number in held)
    for number in range(3):
        (tmp_path / str(number)).mkdir()
        (tmp_path / f"{number}.db").rename(tmp_path / str(number) / "ledger.db")
        assert entries(tmp_path / str(number)) == held[number]
    assert entries(folder) == _MANY


def test_writers_go_on_while_a_backup_is_made(folder: Path) -> None:
    record(folder, 2_000)
    with closing(sqlite3.connect(folder / "ledger.db", timeout=0)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM fact").fetchone()
        Console(folder).done("log", "call", "--seconds", "60")
    assert entries(folder) == 2_001


def test_a_full_disk_leaves_no_backup_and_no_half_restore(folder: Path, tmp_path: Path) -> None:
    record(folder, 3_000)
    (tmp_path / "disk").mkdir()
    with small_disk(tmp_path / "disk", 300):
        done = run(folder, "backup", tmp_path / "disk")
        assert (done.returncode, done.stderr.count(b"\n")) == (3, 1)
        assert list((tmp_path / "disk").iterdir()) == []
    Console(folder).done("backup", tmp_path / "copy.db")
    with small_disk(tmp_path / "disk", 300):
        done = run(tmp_path / "disk", "restore", tmp_path / "copy.db", "--yes")
        assert (done.returncode, done.stderr.count(b"\n")) == (3, 1)
        assert list((tmp_path / "disk").iterdir()) == []


def test_another_process_keeps_the_ledger_it_has_open(folder: Path, tmp_path: Path) -> None:
    record(folder, 300)
    Console(folder).done("backup", tmp_path / "copy.db")
    with open_elsewhere(folder):
        for words in (("restore", tmp_path / "copy.db", "--yes"), ("move", tmp_path / "new")):
            done = run(folder, *words)
            assert (done.returncode, b"Another program holds" in done.stderr) == (3, True)
    assert Console(folder).done("restore", tmp_path / "copy.db", "--yes")
    assert (entries(folder), moved_to(folder)) == (300, None)


@contextmanager
def open_elsewhere(folder: Path) -> Iterator[None]:
    """Let another process have the ledger open, idle as a window's is between two looks."""
    hold = [sys.executable, "-c", _HOLD, str(folder / "ledger.db")]
    with subprocess.Popen(hold, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stdout.readline() == b"open\n"
        yield
        process.communicate()


_HOLD = """
import sys
from pathlib import Path
from app.ledger.ledger import Ledger
with Ledger(Path(sys.argv[1])) as ledger:
    ledger.changes()
    print("open", flush=True)
    sys.stdin.read()
"""


def test_a_backup_killed_anywhere_leaves_no_half_one(folder: Path, tmp_path: Path) -> None:
    record(folder, 500)
    left = tmp_path / "left"
    for _ in killed_at_every_step(folder, left, "backup"):
        for path in backups(left):
            assert checked(path).entries == 500
        Console(left).done("backup")
        assert not list(left.rglob(".*.part*"))
        assert entries(left) == 500


def test_a_restore_killed_anywhere_leaves_the_old_ledger_or_the_new(
    folder: Path, tmp_path: Path
) -> None:
    record(folder, 300)
    Console(folder).done("backup", tmp_path / "small.db")
    record(folder, 700)
    left, found = tmp_path / "left", []
    for _ in killed_at_every_step(folder, left, "restore", tmp_path / "small.db", "--yes"):
        found.append(entries(left))
        for kept in left.glob("ledger-before-restore-*.db"):
            assert checked(kept).entries == 700
    assert set(found) == {300, 700}
    assert found == sorted(found, reverse=True)
    assert len(found) > 10


def test_a_move_killed_anywhere_leaves_one_whole_ledger_in_force(
    folder: Path, tmp_path: Path
) -> None:
    record(folder, 300)
    Console(folder).done("backup")
    left, new = tmp_path / "left", tmp_path / "left-new"
    for _ in killed_at_every_step(folder, left, "move", new):
        assert entries(data_folder(str(left), {})) == 300
        if not moved_to(left):
            Console(left).done("move", new)
        finish_move(new)
        assert [path.name for path in left.iterdir()] == ["moved-to"]
        assert not list(new.glob(".*"))
        assert (entries(new), len(backups(new))) == (300, 1)
        shutil.rmtree(new)


def test_a_restore_killed_while_it_writes_is_taken_back(folder: Path, tmp_path: Path) -> None:
    record(folder, 20_000)
    Console(folder).done("backup", tmp_path / "small.db")
    record(folder, 20_100)
    for pages in (1, 300, 600):
        done = run(folder, "restore", tmp_path / "small.db", "--yes", program=("-c", _KILL % pages))
        assert done.returncode == -9
        assert entries(folder) == 20_100


_KILL = """
import os, runpy, sys
import app.ledger.backups.holding as holding
holding._PAGES, whole, left = 1, holding.overwrite, [%d]
def tell(*_):
    left[0] -= 1
    if not left[0]:
        os.kill(os.getpid(), 9)
import app.actions.restore as restore
restore.overwrite = lambda ledger, copy, _: whole(ledger, copy, tell)
sys.argv = ["talktally", *sys.argv[1:]]
runpy.run_module("ui", run_name="__main__")
"""
