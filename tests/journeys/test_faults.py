"""A fault while the window is made ends the program and says so, instead of keeping it waiting."""

import io
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.assembly import Streams, Workplace, words_of
from tests.journeys.conftest import SURROUNDINGS, HandClock, skip_first_steps
from ui.opening import Opening

pytestmark = pytest.mark.journey


@pytest.fixture
def broken(
    qapp: QApplication, clock: HandClock, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> Opening:
    """A window whose last part cannot be made."""

    def fail(*_: object) -> None:
        raise RuntimeError("a part broke")

    monkeypatch.setattr("ui.desk.desk.wire_keys", fail)
    skip_first_steps(folder)
    streams = Streams(io.StringIO(), io.StringIO(), io.BytesIO())
    return Opening(Workplace(folder, clock, words_of(SURROUNDINGS), streams, SURROUNDINGS))


def test_a_window_that_cannot_be_made_ends_with_its_fault(
    qtbot: QtBot, broken: Opening, expected_log: Callable[[], list[str]]
) -> None:
    before = set(threading.enumerate())
    with qtbot.waitSignal(broken.closed):
        broken.shell.show()
    assert str(broken.fault) == "a part broke"
    assert set(threading.enumerate()) <= before
    assert expected_log() == ["ERROR ui.opening: the window could not be made"]
    broken.shell.deleteLater()
