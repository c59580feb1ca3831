import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from app.machine.own_archive import RUNNING, hold_archive


def importer(file: str) -> ModuleType:
    """Return what PyInstaller's start-up code leaves, with an archive that is read from a file."""
    module = ModuleType("pyimod02_importers")
    vars(module)["pyz_archive"] = SimpleNamespace(_filename=file)
    return module


@pytest.mark.skipif(sys.platform != "linux", reason="a name that Linux has")
def test_modules_come_from_the_file_that_runs() -> None:
    frozen = importer(sys.executable)
    assert hold_archive(frozen)
    assert frozen.pyz_archive._filename == RUNNING


def test_an_archive_in_a_file_of_its_own_stays_where_it_is(tmp_path: Path) -> None:
    beside = tmp_path / "talktally.pyz"
    beside.touch()
    frozen = importer(str(beside))
    assert not hold_archive(frozen)
    assert frozen.pyz_archive._filename == str(beside)


def test_where_no_file_is_known_to_run_nothing_changes(tmp_path: Path) -> None:
    frozen = importer(sys.executable)
    assert not hold_archive(frozen, running=str(tmp_path / "no proc here"))
    assert frozen.pyz_archive._filename == sys.executable


def test_a_program_from_source_has_no_archive() -> None:
    assert not hold_archive()
