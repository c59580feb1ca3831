"""The window on a million entries: one copy of them for looking, one for changing."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.bench.ledgers import LARGE, copy_of
from tests.journeys.million.sitting import Sitting
from tests.support.console import Console
from ui.desk.desk import Desk


@pytest.fixture(scope="package")
def folder_to_read(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A data folder with a million entries that no journey changes."""
    folder = copy_of(LARGE, tmp_path_factory.mktemp("million") / "talktally")
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="package")
def folder_to_change(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A data folder with a million entries for every journey that changes some.

    It is verified once, when all of them are through: that takes most of a minute.
    """
    folder = copy_of(LARGE, tmp_path_factory.mktemp("million") / "talktally")
    yield folder
    found = Console(folder).done("verify", "--json").json
    assert (found["ok"], found["differences"]) == (True, [])
    shutil.rmtree(folder)


@pytest.fixture
def folder(folder_to_read: Path) -> Path:
    """The folder of the window; modules that change it take the other one."""
    return folder_to_read


@pytest.fixture
def sitting(qtbot: QtBot, opened: Desk) -> Sitting:
    """A person who has just gone to the Activity page by keyboard."""
    opened.schedule.close()  # a backup that is due would come in between
    opened.window.window().resize(1400, 900)  # with room for the filters and a receipt
    sitting = Sitting(qtbot, opened)
    sitting.go_to_activity()
    return sitting
