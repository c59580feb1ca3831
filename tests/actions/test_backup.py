"""Backups: checked before they have a name, none of them half, the old ones go."""

import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from app.actions.backup import back_up, is_due, listed
from app.domain.instant import DAY, Instant
from app.domain.problem import LedgerProblem, Problem, UsageProblem
from app.ledger.ledger import Ledger
from tests.support.ledgers import NOW, call, keep, ledger_with


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with a ledger of three entries."""
    folder = tmp_path / "folder"
    folder.mkdir(mode=0o700)
    with ledger_with(folder, "hubspot-professional") as ledger:
        keep(ledger, call(), call(), call())
    return folder


def later(days: float) -> Instant:
    return Instant(NOW + int(days * DAY))


def write_in(folder: Path) -> None:
    """Write an entry, long after the backups that are there."""
    with Ledger(folder / "ledger.db") as ledger:
        keep(ledger, call())
    os.utime(folder / "ledger.db", ns=(2**62, 2**62))


def test_a_backup_lies_in_a_private_folder_beside_the_ledger(folder: Path) -> None:
    done = back_up(folder, NOW)
    assert done.file == folder / "backups" / "ledger-20261121-130500.db"
    assert (done.contents.entries, done.bytes) == (3, done.file.stat().st_size)
    modes = [stat.S_IMODE(path.stat().st_mode) for path in (done.file, done.file.parent)]
    assert modes == [0o600, 0o700]


def test_of_older_backups_only_so_many_stay(folder: Path) -> None:
    removed = [back_up(folder, later(days), keep=2).removed for days in range(4)]
    assert removed == [0, 0, 1, 1]
    assert [each.made for each in listed(folder)] == [later(3), later(2)]


def test_a_backup_may_go_to_another_folder_or_under_another_name(
    folder: Path, tmp_path: Path
) -> None:
    assert back_up(folder, NOW, tmp_path).file == tmp_path / "ledger-20261121-130500.db"
    assert back_up(folder, NOW, tmp_path / "mine.db").file == tmp_path / "mine.db"


def test_no_file_is_written_over(folder: Path) -> None:
    with pytest.raises(UsageProblem, match="exists already"):
        back_up(folder, NOW, folder / "ledger.db")


def test_a_backup_that_breaks_off_leaves_nothing(folder: Path) -> None:
    def break_off(*_: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        back_up(folder, NOW, progress=break_off)
    assert list((folder / "backups").iterdir()) == []


def test_a_damaged_ledger_gives_no_backup(folder: Path) -> None:
    with (folder / "ledger.db").open("r+b") as file:
        file.seek(3 * 4096)
        file.write(b"\xff" * 4096 * 8)
    with pytest.raises(LedgerProblem, match="damaged"):
        back_up(folder, NOW)
    assert list((folder / "backups").iterdir()) == []


def test_a_thorough_check_looks_into_the_rows(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "ledger.db", isolation_level=None)) as raw:
        raw.execute("PRAGMA writable_schema=ON")
        told = ("import_id INTEGER", "import_id INTEGER NOT NULL")
        raw.execute("UPDATE sqlite_master SET sql=replace(sql, ?, ?)", told)
    back_up(folder, NOW)
    with pytest.raises(LedgerProblem, match="damaged"):
        back_up(folder, later(1), thorough=True)
    assert len(listed(folder)) == 1


def test_without_a_ledger_there_is_nothing_to_copy(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="nothing to copy"):
        back_up(tmp_path, NOW)
    assert list(tmp_path.iterdir()) == []


def test_a_backup_is_due_when_the_last_is_old_and_something_was_written(folder: Path) -> None:
    assert is_due(folder, NOW, 1)
    back_up(folder, NOW)
    assert not is_due(folder, later(2), 1)
    write_in(folder)
    assert not is_due(folder, later(0.9), 1)
    assert is_due(folder, later(1), 1)
    assert not is_due(folder, later(2), 7)


def test_a_backup_of_the_future_does_not_put_others_off(folder: Path) -> None:
    back_up(folder, later(400))
    write_in(folder)
    assert is_due(folder, NOW, 1)


def test_no_backup_is_due_where_none_is_wanted_or_nothing_is_kept(
    folder: Path, tmp_path: Path
) -> None:
    assert not is_due(folder, NOW, 0)
    assert not is_due(tmp_path, NOW, 1)
