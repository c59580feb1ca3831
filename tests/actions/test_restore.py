"""Restoring: a preview first, the old ledger kept, and never anything but one of the two."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.actions.backup import back_up
from app.actions.restore import Preview, candidate
from app.actions.verify import verify
from app.domain.problem import LedgerProblem, UsageProblem
from app.ledger.backups.copying import checked
from app.ledger.ledger import Ledger, ledger_path
from app.ledger.schema import VERSION
from tests.ledger.test_upgrades import _BACK_TO_1
from tests.support.ledgers import NOW, call, keep, ledger_with


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "folder"
    folder.mkdir(mode=0o700)
    return folder


@pytest.fixture
def backup(folder: Path) -> Path:
    """A backup of two entries; since then one more was recorded."""
    with ledger_with(folder, "hubspot-professional") as ledger:
        keep(ledger, call(), call())
        backup = back_up(folder, NOW).file
        keep(ledger, call())
    return backup


def restored(folder: Path, backup: Path) -> Path | None:
    with candidate(folder, backup) as found:
        return found.take_over(NOW)


def preview(folder: Path, backup: Path) -> Preview:
    with candidate(folder, backup) as found:
        return found.preview


def entries(folder: Path) -> int:
    with Ledger(ledger_path(folder)) as ledger:
        found = verify(ledger)
    assert found.ok
    return found.entries


def test_the_preview_tells_what_would_be_lost_and_changes_nothing(
    folder: Path, backup: Path
) -> None:
    before = (folder / "ledger.db").read_bytes()
    told = preview(folder, backup)
    assert told.now is not None
    assert (told.then.entries, told.now.ledger.entries) == (2, 3)
    assert (told.now.only_in_ledger, told.now.only_in_copy, told.made) == (1, 0, NOW)
    assert (folder / "ledger.db").read_bytes() == before
    assert not list(folder.glob(".*"))


def test_a_restored_ledger_is_the_backup_and_the_one_before_is_kept(
    folder: Path, backup: Path
) -> None:
    kept = restored(folder, backup)
    assert kept == folder / "ledger-before-restore-20261121-130500.db"
    assert (entries(folder), checked(kept).entries) == (2, 3)
    assert not list(folder.glob(".*"))


def test_what_was_kept_can_be_restored_again(folder: Path, backup: Path) -> None:
    kept = restored(folder, backup)
    assert kept is not None
    restored(folder, kept)
    assert entries(folder) == 3


def test_a_backup_comes_back_where_no_ledger_is(folder: Path, backup: Path) -> None:
    aside = folder.parent / "aside.db"
    backup.rename(aside)
    shutil.rmtree(folder)
    told = preview(folder, aside)
    assert (told.now, told.damaged) == (None, False)
    assert restored(folder, aside) is None
    assert entries(folder) == 2


def test_a_ledger_that_is_no_database_any_more_is_replaced_and_kept(
    folder: Path, backup: Path
) -> None:
    (folder / "ledger.db").write_bytes(b"nothing of a ledger" * 1000)
    told = preview(folder, backup)
    assert (told.now, told.damaged) == (None, True)
    kept = restored(folder, backup)
    assert kept is not None
    assert kept.read_bytes() == b"nothing of a ledger" * 1000
    assert entries(folder) == 2


def test_while_another_process_has_the_ledger_open_nothing_is_replaced(
    folder: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.ledger.backups.holding._PATIENCE_MS", 50)
    with Ledger(ledger_path(folder)) as ledger, ledger.reading():
        with pytest.raises(LedgerProblem, match="Another program holds"):
            restored(folder, backup)
        assert verify(ledger).entries == 3
    assert not list(folder.glob("ledger-before-restore*"))


def test_a_damaged_backup_is_refused_before_anything_is_touched(folder: Path, backup: Path) -> None:
    with backup.open("r+b") as file:
        file.seek(3 * 4096)
        file.write(b"\xff" * 4096 * 8)
    with pytest.raises(LedgerProblem, match="is damaged"):
        restored(folder, backup)
    assert entries(folder) == 3


def test_an_older_backup_is_upgraded_on_its_way(folder: Path, backup: Path) -> None:
    made_old(backup)
    before = backup.read_bytes()
    restored(folder, backup)
    assert checked(ledger_path(folder)).version == VERSION
    assert entries(folder) == 2
    assert backup.read_bytes() == before


def made_old(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.executescript(_BACK_TO_1)


def test_a_newer_backup_is_refused(folder: Path, backup: Path) -> None:
    with closing(sqlite3.connect(backup)) as raw:
        raw.execute(f"PRAGMA user_version={VERSION + 1}")
    with pytest.raises(LedgerProblem, match="newer Talktally"):
        restored(folder, backup)


def test_a_file_that_is_not_there_or_the_ledger_itself_is_refused(
    folder: Path, backup: Path
) -> None:
    with pytest.raises(UsageProblem, match="not there"):
        restored(folder, folder / "missing.db")
    with pytest.raises(UsageProblem, match="the ledger itself"):
        restored(folder, folder / "ledger.db")
