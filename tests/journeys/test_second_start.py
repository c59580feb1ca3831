"""A second start while the window is open: it is raised, and does what the start asked for."""

import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.assembly import Streams, Workplace, words_of
from tests.journeys.conftest import SURROUNDINGS, HandClock, desk_of
from tests.support.contracts import ROOT
from ui.instance.call import Call
from ui.instance.claim import claim
from ui.opening import Opening

pytestmark = [pytest.mark.journey, pytest.mark.program]
Start = Callable[..., Opening]
PATIENCE_MS = 40_000


@pytest.fixture
def start(
    qtbot: QtBot, qapp: QApplication, clock: HandClock, folder: Path, tmp_path: Path
) -> Iterator[Start]:
    """Starts the window with arguments, as the first of its folder."""
    openings: list[Opening] = []

    def start(*arguments: str) -> Opening:
        streams = Streams(io.StringIO(), io.StringIO(), io.BytesIO())
        workplace = Workplace(folder, clock, words_of(SURROUNDINGS), streams, SURROUNDINGS)
        door = claim(folder, Call(), {"XDG_RUNTIME_DIR": str(tmp_path)})
        opening = Opening(workplace, arguments=arguments, door=door)
        openings.append(opening)
        with qtbot.waitSignal(opening.staffed):
            opening.begin()
        return opening

    yield start
    for opening in openings:
        opening.shell.leave()
        opening.shell.deleteLater()


def test_a_second_start_hands_over_a_link_and_ends(
    qtbot: QtBot, start: Start, folder: Path
) -> None:
    first = start()
    first.shell.hide()
    assert second(qtbot, folder, "tel:+14155550188") == (0, b"")
    desk = desk_of(first)
    assert first.shell.isVisible()
    assert desk.pages.front == "dial"
    fields = [each for each in first.window.findChildren(QLineEdit) if each.isVisible()]
    assert "14155550188" in "".join(filter(str.isdigit, "".join(each.text() for each in fields)))


def test_a_second_start_raises_a_hidden_window(qtbot: QtBot, start: Start, folder: Path) -> None:
    first = start()
    first.shell.hide()
    assert second(qtbot, folder) == (0, b"")
    assert first.shell.isVisible()


def test_a_start_that_asks_for_it_ends_the_window(qtbot: QtBot, start: Start, folder: Path) -> None:
    first = start()
    with qtbot.waitSignal(first.closed, timeout=PATIENCE_MS):
        assert second(qtbot, folder, "--quit") == (0, b"")


@pytest.mark.parametrize("token", ["a\0b", "\ud800"])
def test_a_leave_that_no_environment_holds_still_raises(
    start: Start, folder: Path, token: str
) -> None:
    first = start()
    first.shell.hide()
    caller = Heard(Call((), token))
    assert first.arrivals is not None
    first.arrivals._on_called(caller)
    assert (first.shell.isVisible(), caller.answered) == (True, True)


def test_a_second_start_out_of_sight_disturbs_nobody(
    qtbot: QtBot, start: Start, folder: Path
) -> None:
    first = start()
    first.shell.hide()
    assert second(qtbot, folder, "--hidden") == (0, b"")
    assert not first.shell.isVisible()


def test_a_first_start_looks_at_its_own_link(start: Start) -> None:
    assert desk_of(start("tel:+14155550188")).pages.front == "dial"


def test_a_start_out_of_sight_shows_itself_where_no_tray_comes(
    qtbot: QtBot, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.desk.leaving.TRAY_PATIENCE_MS", 1)
    opening = start("--hidden")
    qtbot.waitUntil(opening.shell.isVisible)


def test_a_start_out_of_sight_stays_so_while_a_tray_may_come(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.desk.leaving.TRAY_PATIENCE_MS", 600_000)
    opening = start("--hidden")
    assert not opening.shell.isVisible()
    assert opening.desk is not None


class Heard:
    """A second start that another program made up."""

    def __init__(self, call: Call) -> None:
        self.call, self.answered = call, False

    def answer(self) -> None:
        self.answered = True


def second(qtbot: QtBot, folder: Path, *words: str) -> tuple[int | None, bytes]:
    """Start the program once more, while the window goes on."""
    environ = {**os.environ, "TALKTALLY_DATA_DIR": str(folder), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "ui", *words]
    with subprocess.Popen(
        command, env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    ) as process:
        qtbot.waitUntil(lambda: process.poll() is not None, timeout=PATIENCE_MS)
        assert process.stderr is not None
        return process.returncode, process.stderr.read()
