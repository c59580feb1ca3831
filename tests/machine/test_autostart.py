"""Start at login: what each system will really do, and an entry whose program has moved."""

import os
import plistlib
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.machine.autostart import Entry, Login, login_of
from app.machine.autostart_desktop import DesktopEntry
from app.machine.autostart_macos import MacEntry
from app.machine.autostart_windows import WindowsEntry
from app.machine.desktop_entry import exec_line, exec_words

HERE = (sys.executable, "-m", "ui", "--hidden")
WORD = st.text(st.characters(exclude_categories=["C", "Z"]) | st.just(" "), min_size=1)


class FakeRegistry:
    """A registry as a dictionary."""

    def __init__(self) -> None:
        self.values: dict[tuple[str, str], str | bytes] = {}

    def read(self, key: str, name: str) -> str | bytes | None:
        return self.values.get((key, name))

    def write(self, key: str, name: str, text: str) -> None:
        self.values[key, name] = text

    def delete(self, key: str, name: str) -> None:
        self.values.pop((key, name), None)

    def mark_of_task_manager(self, first: int) -> None:
        ((run, name),) = list(self.values)
        approved = run.replace("CurrentVersion", r"CurrentVersion\Explorer\StartupApproved")
        self.values[approved, name] = bytes([first, *range(11)])


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    return {"XDG_CONFIG_HOME": str(tmp_path / "config"), "XDG_CONFIG_DIRS": str(tmp_path / "etc")}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "autostart" / "talktally.desktop"


@pytest.fixture
def desktop(environ: dict[str, str]) -> DesktopEntry:
    return DesktopEntry(environ)


@pytest.fixture(params=["desktop", "macos", "windows"])
def entry(request: pytest.FixtureRequest, desktop: DesktopEntry, tmp_path: Path) -> Entry:
    made: dict[str, Entry] = {
        "desktop": desktop,
        "macos": MacEntry(tmp_path),
        "windows": WindowsEntry(FakeRegistry()),
    }
    return made[request.param]


def test_nothing_is_started_before_it_is_asked_for(entry: Entry) -> None:
    assert login_of(entry) is Login.OFF


def test_what_was_written_is_started(entry: Entry) -> None:
    entry.write(HERE)
    assert (login_of(entry), entry.command()[0]) == (Login.ON, sys.executable)


def test_what_was_removed_is_not_started(entry: Entry) -> None:
    entry.write(HERE)
    entry.remove()
    entry.remove()
    assert login_of(entry) is Login.OFF


def test_an_entry_of_a_program_that_moved_is_broken(entry: Entry) -> None:
    entry.write([str(Path(sys.executable).with_name("moved away")), "--hidden"])
    assert login_of(entry) is Login.BROKEN


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_an_entry_that_a_desktop_switched_off_is_off(
    desktop: DesktopEntry, file: Path, line: str
) -> None:
    desktop.write(HERE)
    switched = file.read_text().replace("X-GNOME-Autostart-enabled=true", line)
    file.write_text(switched)
    assert desktop.command() == ()
    desktop.write(HERE)
    assert desktop.command() == HERE


@pytest.mark.parametrize(
    ("line", "desktop_name", "started"),
    [
        ("OnlyShowIn=GNOME;KDE;", "KDE", True),
        ("OnlyShowIn=GNOME;", "KDE", False),
        ("NotShowIn=KDE;", "KDE", False),
        ("NotShowIn=KDE;", "ubuntu:GNOME", True),
    ],
)
def test_an_entry_for_other_desktops_is_off(
    environ: dict[str, str], file: Path, line: str, desktop_name: str, *, started: bool
) -> None:
    entry = DesktopEntry({**environ, "XDG_CURRENT_DESKTOP": desktop_name})
    entry.write(HERE)
    file.write_text(f"{file.read_text()}{line}\n")
    assert bool(entry.command()) is started


def test_an_entry_of_the_system_is_hidden_behind_ones_own(
    desktop: DesktopEntry, tmp_path: Path
) -> None:
    system = tmp_path / "etc" / "autostart" / "talktally.desktop"
    system.parent.mkdir(parents=True)
    system.write_text(f"[Desktop Entry]\nExec={sys.executable} --hidden\n")
    assert login_of(desktop) is Login.ON
    desktop.remove()
    assert login_of(desktop) is Login.OFF


def test_a_file_that_cannot_be_read_starts_nothing(desktop: DesktopEntry, file: Path) -> None:
    file.parent.mkdir(parents=True)
    file.write_bytes(b"[Desktop Entry]\nExec=\xff\n")
    assert desktop.command() == ()


@given(st.lists(WORD, min_size=1, max_size=4))
def test_any_word_comes_back_from_an_entry(words: Sequence[str]) -> None:
    assert exec_words(exec_line(words)) == tuple(words)


@pytest.mark.skipif(os.name == "nt", reason="checks a file of Linux")
def test_the_entry_has_what_the_specification_asks_for(desktop: DesktopEntry, file: Path) -> None:
    desktop.write(HERE)
    lines = file.read_text().splitlines()
    assert lines[:3] == ["[Desktop Entry]", "Type=Application", "Name=Talktally"]


@pytest.mark.parametrize(("first", "started"), [(2, True), (3, False), (6, True), (7, False)])
def test_task_managers_mark_is_heeded_and_taken_away(first: int, *, started: bool) -> None:
    registry = FakeRegistry()
    entry = WindowsEntry(registry)
    entry.write(HERE)
    registry.mark_of_task_manager(first)
    assert bool(entry.command()) is started
    entry.write(HERE)
    assert entry.command()


def test_a_path_with_spaces_is_quoted_on_windows() -> None:
    entry = WindowsEntry(FakeRegistry())
    entry.write([r"C:\Program Files\Talktally\talktally.exe", "--hidden"])
    assert entry.command() == (r"C:\Program Files\Talktally\talktally.exe", "--hidden")


def test_a_disabled_agent_is_off_on_macos(tmp_path: Path) -> None:
    entry = MacEntry(tmp_path)
    entry.write(HERE)
    (file,) = (tmp_path / "Library" / "LaunchAgents").iterdir()
    file.write_bytes(plistlib.dumps({**plistlib.loads(file.read_bytes()), "Disabled": True}))
    assert entry.command() == ()


def test_a_damaged_agent_is_off_on_macos(tmp_path: Path) -> None:
    entry = MacEntry(tmp_path)
    entry.write(HERE)
    (file,) = (tmp_path / "Library" / "LaunchAgents").iterdir()
    file.write_bytes(b"junk")
    assert entry.command() == ()
