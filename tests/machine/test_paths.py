"""Where the data folder is, and what is said when it cannot be one."""

import stat
import sys
from pathlib import Path

import pytest

from app.domain.problem import EnvironmentProblem, UsageProblem
from app.machine.paths import data_folder, has_file, home_folder, make_folder

linux = pytest.mark.skipif(sys.platform != "linux", reason="each system has its own place")


def test_the_option_goes_before_the_environment(tmp_path: Path) -> None:
    asked = str(tmp_path / "asked")
    assert data_folder(asked, {"TALKTALLY_DATA_DIR": "/elsewhere"}) == tmp_path / "asked"


def test_the_environment_goes_before_the_usual_place(tmp_path: Path) -> None:
    assert data_folder(None, {"TALKTALLY_DATA_DIR": str(tmp_path)}) == tmp_path


def test_an_empty_name_is_no_folder() -> None:
    with pytest.raises(UsageProblem, match="--data-dir FOLDER"):
        data_folder("", {})


@linux
def test_the_usual_place_is_under_the_home_folder(home: Path) -> None:
    assert data_folder(None, {}) == home / ".local" / "share" / "talktally"


@linux
def test_a_relative_place_in_the_environment_is_passed_over(home: Path) -> None:
    found = data_folder(None, {"XDG_DATA_HOME": "relative"})
    assert found == home / ".local" / "share" / "talktally"


def test_a_new_folder_is_its_owners_alone(tmp_path: Path) -> None:
    make_folder(tmp_path / "a" / "b")
    assert stat.S_IMODE((tmp_path / "a" / "b").stat().st_mode) == 0o700


def test_a_file_cannot_be_the_folder(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    for use in (make_folder, lambda folder: has_file(folder, "ledger.db")):
        with pytest.raises(EnvironmentProblem, match="is not a folder"):
            use(file)


def test_a_folder_below_a_file_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(EnvironmentProblem, match="is not a folder"):
        make_folder(tmp_path / "file" / "below")


def test_asking_for_a_file_makes_nothing(tmp_path: Path) -> None:
    assert not has_file(tmp_path / "none", "ledger.db")
    assert not (tmp_path / "none").exists()


@linux
def test_who_has_no_home_is_at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    def know_nobody(_: int) -> None:
        raise KeyError

    monkeypatch.delenv("HOME")
    monkeypatch.setattr("pwd.getpwuid", know_nobody)
    assert home_folder({"HOME": "/home/rep"}) == Path("/home/rep")
    assert home_folder({"HOME": "not absolute"}) == Path("/")
    assert home_folder({}) == Path("/")
