"""Copies of a ledger: one state, checked, one file; and a ledger held alone."""

import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from app.actions.verify import verify
from app.domain.problem import LedgerProblem
from app.ledger.backups.contents import Contents
from app.ledger.backups.copies import backups, keep_last, ledger_copies, made_at, new_backup
from app.ledger.backups.copying import Progress, checked, copy_ledger, reading_copy
from app.ledger.backups.holding import held, overwrite, retire
from app.ledger.ledger import Ledger, ledger_path
from app.ledger.schema import VERSION
from tests.support.ledgers import at, call, keep, ledger_with


def ledger_of(folder: Path, entries: int = 3) -> Path:
    folder.mkdir(exist_ok=True)
    with ledger_with(folder, "hubspot-professional") as ledger:
        keep(ledger, *(call(agent="Jana") for _ in range(entries)))
    return ledger_path(folder)


def harm(path: Path) -> None:
    """Write nonsense over a page in the middle."""
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 8192 * 4096)
        file.write(b"\xff" * 4096)


def test_a_copy_is_one_private_file_with_the_same_books(tmp_path: Path) -> None:
    path = ledger_of(tmp_path / "folder")
    told = copy_ledger(path, tmp_path / "copy.db")
    assert {each.name for each in tmp_path.iterdir()} == {"folder", "copy.db"}
    assert stat.S_IMODE((tmp_path / "copy.db").stat().st_mode) == 0o600
    assert told == Contents(VERSION, 3, at("2026-11-21 13:05"), ("HubSpot Professional",), 1)
    with Ledger(tmp_path / "copy.db") as copy:
        assert (verify(copy).entries, verify(copy).ok) == (3, True)


def test_a_copy_holds_what_was_there_when_it_began(tmp_path: Path) -> None:
    path = ledger_of(tmp_path / "folder")
    with Ledger(path) as ledger:
        copy_ledger(path, tmp_path / "copy.db", lambda *_: keep(ledger, call()))
        assert verify(ledger).entries > 3
    assert checked(tmp_path / "copy.db").entries == 3


def test_a_copy_does_not_begin_again_while_others_write(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.ledger.backups.copying._PAGES", 5)
    path, steps = ledger_of(tmp_path / "folder", 400), []
    with Ledger(path) as ledger:

        def write(done: int, _: int) -> None:
            steps.append(done)
            keep(ledger, call())

        copy_ledger(path, tmp_path / "copy.db", write)
        assert verify(ledger).entries == 400 + len(steps)
    assert len(steps) > 5
    assert steps == sorted(steps)
    assert checked(tmp_path / "copy.db").entries == 400


def test_a_damaged_copy_is_refused(tmp_path: Path) -> None:
    path = ledger_of(tmp_path / "folder")
    copy_ledger(path, tmp_path / "copy.db")
    harm(tmp_path / "copy.db")
    with pytest.raises(LedgerProblem, match=r"copy\.db is damaged"):
        checked(tmp_path / "copy.db")


def test_a_file_of_others_is_no_copy(tmp_path: Path) -> None:
    (tmp_path / "a.db").write_bytes(b"something else entirely" * 100)
    with pytest.raises(LedgerProblem, match="no copy of a Talktally ledger"):
        checked(tmp_path / "a.db")
    (tmp_path / "a.db").write_bytes(b"")
    with pytest.raises(LedgerProblem, match="no copy of a Talktally ledger"):
        checked(tmp_path / "a.db")


def test_a_copy_of_a_newer_program_is_refused(tmp_path: Path) -> None:
    path = ledger_of(tmp_path / "folder")
    copy_ledger(path, tmp_path / "copy.db")
    with closing(sqlite3.connect(tmp_path / "copy.db")) as raw:
        raw.execute(f"PRAGMA user_version={VERSION + 1}")
    with pytest.raises(LedgerProblem, match="newer Talktally"):
        checked(tmp_path / "copy.db")


def test_a_ledger_that_another_one_has_open_is_not_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.ledger.backups.holding._PATIENCE_MS", 50)
    path = ledger_of(tmp_path / "folder")
    with (
        Ledger(path) as ledger,
        ledger.reading(),
        pytest.raises(LedgerProblem, match="Another program holds"),
        held(path),
    ):
        pass
    with held(path):
        assert not path.with_name("ledger.db-wal").exists()
    assert checked(path).entries == 3


def test_a_ledger_that_lies_open_and_idle_is_not_held_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.ledger.backups.holding._PATIENCE_MS", 50)
    path = ledger_of(tmp_path / "folder")
    with Ledger(path) as watching:
        watching.changes()
        with pytest.raises(LedgerProblem, match="Another program holds"), held(path):
            pass
    with Ledger(path) as writing:
        keep(writing, call())
        with pytest.raises(LedgerProblem, match="Another program holds"), held(path):
            pass


def test_what_is_written_over_a_ledger_is_all_that_it_holds(tmp_path: Path) -> None:
    copy_ledger(ledger_of(tmp_path / "small", 2), tmp_path / "copy.db")
    path = ledger_of(tmp_path / "large", 500)
    with held(path) as ledger, closing(reading_copy(tmp_path / "copy.db")) as copy:
        overwrite(ledger, copy)
    with Ledger(path) as ledger:
        assert (verify(ledger).entries, verify(ledger).ok) == (2, True)


def test_overwriting_that_breaks_off_leaves_the_ledger_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.ledger.backups.holding._PAGES", 10)
    copy_ledger(ledger_of(tmp_path / "small", 2), tmp_path / "copy.db")
    path = ledger_of(tmp_path / "large", 500)

    def break_off(*_: int) -> None:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        overwritten(path, tmp_path / "copy.db", break_off)
    assert checked(path).entries == 500


def overwritten(path: Path, copy: Path, progress: Progress) -> None:
    with held(path) as ledger, closing(reading_copy(copy)) as source:
        overwrite(ledger, source, progress)


def test_who_waited_for_a_ledger_that_went_is_told(tmp_path: Path) -> None:
    path = ledger_of(tmp_path / "folder")
    with held(path) as ledger:
        retire(ledger)
    with pytest.raises(LedgerProblem, match="was just moved away"):
        Ledger(path)


def test_backups_are_known_by_their_names_alone(tmp_path: Path) -> None:
    (tmp_path / "backups").mkdir()
    names = ["ledger-20261121-130500.db", "ledger-20261122-130500.db", "ledger-20261123-130500.db"]
    others = [
        "mine.db",
        "ledger-20261199-130500.db",
        "ledger-20261121-130500.db.part",
        "ledger-1.db",
    ]
    for name in (*names, *others):
        (tmp_path / "backups" / name).touch()
    assert [path.name for path in backups(tmp_path)] == names
    assert [path.name for path in keep_last(tmp_path, 1)] == names[:2]
    left = {path.name for path in (tmp_path / "backups").iterdir()}
    assert left == {names[2], *others}


def test_a_backup_is_named_by_its_second_in_utc(tmp_path: Path) -> None:
    first = new_backup(tmp_path, at("2026-11-21 13:05"))
    assert first == tmp_path / "backups" / "ledger-20261121-130500.db"
    assert made_at(first) == at("2026-11-21 13:05")
    first.parent.mkdir()
    first.touch()
    assert new_backup(tmp_path, at("2026-11-21 13:05")).name == "ledger-20261121-130501.db"


def test_every_copy_of_what_the_ledger_held_is_found(tmp_path: Path) -> None:
    (tmp_path / "backups").mkdir()
    names = [
        *("backups/ledger-20261121-130500.db", "backups/mine.db"),
        *("ledger-before-restore-20261121-130500.db", "ledger-before-upgrade-from-1.db"),
    ]
    for name in (*names, "ledger.db", "settings.json", "backups/note.txt"):
        (tmp_path / name).touch()
    assert sorted(str(path.relative_to(tmp_path)) for path in ledger_copies(tmp_path)) == names
