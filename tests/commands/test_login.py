"""Start at login from the command line: told, turned, and what is told of a program that moved."""

import sys
from pathlib import Path

import pytest

from tests.support.console import Console

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="each system has its own place"
)


@pytest.fixture
def desk(console: Console, tmp_path: Path) -> Console:
    """A console whose login programs are those of a folder."""
    own = {"XDG_CONFIG_HOME": str(tmp_path / "config"), "XDG_CONFIG_DIRS": str(tmp_path / "etc")}
    return Console(console.folder, {**console.environ, **own})


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "autostart" / "talktally.desktop"


def test_nothing_starts_by_itself_unless_it_is_asked_for(desk: Console) -> None:
    sentence = "Talktally does not start by itself when you log in.\n"
    assert desk.run("login") == (1, sentence, "")


def test_it_is_turned_on_and_off(desk: Console, file: Path) -> None:
    assert desk.done("login", "on").out == "Talktally starts in the tray when you log in.\n"
    assert desk.done("login", "--json").json == {"version": 1, "login": "on"}
    (line,) = [each for each in file.read_text().splitlines() if each.startswith("Exec=")]
    assert line.endswith(" --hidden")
    assert desk.done("login", "off", "--json").json["login"] == "off"
    assert not file.exists()


def test_a_program_that_moved_is_told_and_mended(desk: Console, file: Path) -> None:
    file.parent.mkdir(parents=True)
    file.write_text("[Desktop Entry]\nExec=/nowhere/talktally --hidden\n")
    answer = desk.run("login")
    assert (answer.code, "no longer there" in answer.out) == (1, True)
    desk.done("login", "on")
    desk.done("login")


def test_a_folder_that_cannot_be_written_is_told(desk: Console, tmp_path: Path) -> None:
    (tmp_path / "config").write_text("not a folder")
    answer = desk.run("login", "on")
    assert (answer.code, answer.out) == (3, "")
    assert answer.err.count("\n") == 1
