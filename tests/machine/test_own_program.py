import sys
from pathlib import Path

import pytest

from app.machine.own_program import as_module, own_child, own_program


@pytest.fixture
def frozen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program as it is installed without Python; returns its file."""
    program = tmp_path / "talktally"
    program.touch()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))
    return program


def test_from_source_a_command_of_our_own_is_run_by_the_same_python() -> None:
    assert own_child() == as_module() == (sys.executable, "-m", "ui")


def test_a_frozen_program_starts_itself(frozen: Path) -> None:
    assert own_program({}) == own_child() == (str(frozen),)


@pytest.mark.parametrize("running", ["Talktally.exe", "talktally-cli.exe"])
def test_on_windows_the_window_has_no_console_and_commands_have_one(
    frozen: Path, monkeypatch: pytest.MonkeyPatch, running: str
) -> None:
    for name in ("Talktally.exe", "talktally-cli.exe"):
        frozen.with_name(name).touch()
    monkeypatch.setattr(sys, "executable", str(frozen.with_name(running)))
    assert own_program({}) == (str(frozen.with_name("Talktally.exe")),)
    assert own_child() == (str(frozen.with_name("talktally-cli.exe")),)


def test_an_image_is_started_as_a_whole_but_its_commands_are_what_runs(frozen: Path) -> None:
    assert own_program({"APPIMAGE": "/home/jana/Talktally.AppImage"}) == (
        "/home/jana/Talktally.AppImage",
    )
    assert own_child() == (str(frozen),)
