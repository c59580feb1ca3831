"""Moving the data folder: all of it, found afterwards, and never half of it."""

import stat
from pathlib import Path

import pytest

from app.actions.backup import back_up
from app.actions.move_folder import move_folder
from app.actions.verify import verify
from app.domain.problem import EnvironmentProblem, LedgerProblem, Problem, UsageProblem
from app.ledger.ledger import Ledger, ledger_path
from app.machine.paths import data_folder
from tests.support.ledgers import NOW, call, keep, ledger_with
from tests.support.mounts import read_only, small_disk


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with everything in it, and a file of somebody else."""
    folder = tmp_path / "folder"
    folder.mkdir(mode=0o700)
    with ledger_with(folder, "hubspot-professional") as ledger:
        keep(ledger, call(), call())
    back_up(folder, NOW)
    (folder / "settings.json").write_text("{}")
    (folder / "theirs.txt").write_text("theirs")
    return folder


def names(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_everything_of_ours_moves_and_later_starts_find_it(folder: Path, tmp_path: Path) -> None:
    new = move_folder(folder, tmp_path / "new", {})
    assert names(new) == {"ledger.db", "settings.json", "backups/ledger-20261121-130500.db"}
    assert names(folder) == {"theirs.txt", "moved-to"}
    assert data_folder(str(folder), {}) == new
    with Ledger(ledger_path(new)) as ledger:
        assert (verify(ledger).entries, verify(ledger).ok) == (2, True)


def test_what_was_moved_is_its_owners_alone(folder: Path, tmp_path: Path) -> None:
    new = move_folder(folder, tmp_path / "new", {})
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (new, *new.rglob("*"))}
    assert {name for name, mode in modes.items() if mode & 0o077} == set()


def test_a_folder_may_move_on_and_back(folder: Path, tmp_path: Path) -> None:
    usual = {"TALKTALLY_DATA_DIR": str(folder)}
    second = move_folder(folder, tmp_path / "second", usual)
    third = move_folder(second, tmp_path / "third", usual)
    assert (folder / "moved-to").read_text() == f"{third}\n"
    move_folder(third, folder, usual)
    assert data_folder(None, usual) == folder
    assert data_folder(str(second), {}) == folder


def test_a_folder_with_a_ledger_is_no_place_for_another(folder: Path, tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-free") as other:
        keep(other, call())
    before = (tmp_path / "ledger.db").read_bytes()
    with pytest.raises(UsageProblem, match="holds files of Talktally already"):
        move_folder(folder, tmp_path, {})
    assert (tmp_path / "ledger.db").read_bytes() == before


def test_a_folder_is_not_moved_into_itself(folder: Path) -> None:
    with pytest.raises(UsageProblem, match="is the data folder already"):
        move_folder(folder, folder, {})
    with pytest.raises(UsageProblem, match="lies inside the data folder"):
        move_folder(folder, folder / "backups" / "new", {})


def test_a_disk_without_room_is_told_before_anything_is_copied(
    folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "disk").mkdir()
    with small_disk(tmp_path / "disk", 100):
        with pytest.raises(EnvironmentProblem, match="0 MB of free space"):
            move_folder(folder, tmp_path / "disk", {})
        assert names(tmp_path / "disk") == set()


def test_a_folder_that_cannot_be_written_is_told(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    with read_only(tmp_path / "disk"), pytest.raises(EnvironmentProblem, match="cannot be"):
        move_folder(folder, tmp_path / "disk", {})
    assert "ledger.db" in names(folder)


def test_nothing_moves_while_another_process_has_the_ledger_open(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.ledger.backups.holding._PATIENCE_MS", 50)
    with (
        Ledger(ledger_path(folder)) as ledger,
        ledger.reading(),
        pytest.raises(LedgerProblem, match="Another program holds"),
    ):
        move_folder(folder, tmp_path / "new", {})
    assert data_folder(str(folder), {}) == folder


def test_without_a_ledger_nothing_moves(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="no ledger"):
        move_folder(tmp_path, tmp_path / "new", {})


def test_a_moved_folder_that_is_gone_is_told(folder: Path, tmp_path: Path) -> None:
    move_folder(folder, tmp_path / "new", {}).rename(tmp_path / "elsewhere")
    with pytest.raises(EnvironmentProblem, match="is not there now"):
        data_folder(str(folder), {})
