"""``talktally --quit`` from another process: the window ends whatever stands over it, undecided."""

import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from app.assembly import Streams, Workplace, words_of
from app.domain.problem import LedgerProblem, mark
from tests.journeys.conftest import SURROUNDINGS, HandClock, desk_of, skip_first_steps
from tests.support.console import Console
from tests.support.contracts import ROOT
from tests.support.widgets import Part
from ui.desk.desk import Desk
from ui.erasing.preview import PreviewDialog
from ui.instance.call import Call
from ui.instance.claim import claim
from ui.keeping.restore import RestoreDialog
from ui.keeping.work import WorkDialog
from ui.opening import Opening

pytestmark = [pytest.mark.journey, pytest.mark.program, pytest.mark.timeout(300)]
PATIENCE_MS = 60_000
Make = Callable[[], Opening]
_NUMBER = "+12125550123"


@pytest.fixture
def make(qapp: QApplication, clock: HandClock, folder: Path, tmp_path: Path) -> Iterator[Make]:
    """Makes the window of the folder, as the first."""
    made: list[Opening] = []

    def make() -> Opening:
        streams = Streams(io.StringIO(), io.StringIO(), io.BytesIO())
        workplace = Workplace(folder, clock, words_of(SURROUNDINGS), streams, SURROUNDINGS)
        door = claim(folder, Call(), {"XDG_RUNTIME_DIR": str(tmp_path)})
        made.append(Opening(workplace, door=door))
        return made[-1]

    yield make
    for each in made:
        each.shell.leave()
        each.shell.deleteLater()


@pytest.fixture
def opening(qtbot: QtBot, make: Make, folder: Path, console: Console) -> Opening:
    """The window on a ledger with one call, its figures read."""
    console.done("plan", "use", "hubspot-professional")
    console.done("log", "call", "--to", _NUMBER, "--seconds", "60")
    console.done("backup")
    skip_first_steps(folder)
    opening = make()
    with qtbot.waitSignal(opening.staffed, timeout=PATIENCE_MS):
        opening.begin()
    qtbot.waitUntil(lambda: desk_of(opening).figures.view is not None, timeout=PATIENCE_MS)
    return opening


def ends(qtbot: QtBot, opening: Opening, folder: Path) -> None:
    """Say ``--quit`` in a process of its own: it is content once the window is gone."""
    command = [sys.executable, "-m", "ui", "--quit"]
    environ = {**os.environ, "TALKTALLY_DATA_DIR": str(folder), "PYTHONPATH": str(ROOT)}
    with (
        qtbot.waitSignal(opening.closed, timeout=PATIENCE_MS),
        subprocess.Popen(command, env=environ, stderr=subprocess.PIPE) as quitting,
    ):
        qtbot.waitUntil(lambda: quitting.poll() is not None, timeout=PATIENCE_MS)
        assert quitting.stderr is not None
        assert (quitting.returncode, quitting.stderr.read()) == (0, b"")
    assert not [each for each in QApplication.topLevelWidgets() if each.isVisible()]


def found(qtbot: QtBot, window: QWidget, kind: type[Part]) -> Part:
    def shown() -> list[Part]:
        return [each for each in window.findChildren(kind) if each.isVisible()]

    qtbot.waitUntil(lambda: bool(shown()), timeout=PATIENCE_MS)
    return shown()[0]


def tells_trouble(desk: Desk) -> None:
    """A box without a way to close it but its buttons."""
    desk.told.problem(LedgerProblem(mark("The ledger cannot be used.")))


def tells_two(desk: Desk) -> None:
    desk.told.sentence("One.")
    desk.told.sentence("Two.")


def asks_to_leave(desk: Desk) -> None:
    desk.company.dialogs.joining.leave("Weiss & Stein")


def asks_to_edit(desk: Desk) -> None:
    desk.window.plan_asked.emit()


@pytest.mark.parametrize("ask", [tells_trouble, tells_two, asks_to_leave, asks_to_edit])
def test_a_box_over_the_window_keeps_nothing(
    qtbot: QtBot, opening: Opening, folder: Path, ask: Callable[[Desk], None]
) -> None:
    ask(desk_of(opening))
    found(qtbot, opening.window, QDialog)
    ends(qtbot, opening, folder)


def test_who_waits_for_files_gets_none(
    qtbot: QtBot, opening: Opening, folder: Path, console: Console
) -> None:
    order: list[str] = []
    opening.shell.closing.connect(lambda: order.append("closed"))

    def ask() -> None:
        desk_of(opening).bring_in()
        order.append("answered")

    QTimer.singleShot(0, opening, ask)
    ends(qtbot, opening, folder)
    assert order == ["answered", "closed"]
    assert len(console.done("list", "--json").json["entries"]) == 1


def test_nothing_is_erased_that_was_only_asked_about(
    qtbot: QtBot, opening: Opening, folder: Path, console: Console
) -> None:
    desk = desk_of(opening)
    desk.erasing.of(_NUMBER)
    dialog = found(qtbot, opening.window, PreviewDialog)
    agreed: list[str] = []
    dialog.agreed.connect(lambda: agreed.append("agreed"))
    ends(qtbot, opening, folder)
    assert agreed == []
    assert len(console.done("list", "--json").json["entries"]) == 1


def test_nothing_is_restored_that_was_only_looked_at(
    qtbot: QtBot, opening: Opening, folder: Path, monkeypatch: pytest.MonkeyPatch, console: Console
) -> None:
    console.done("log", "call", "--seconds", "600")
    (backup,) = (folder / "backups").glob("*.db")
    monkeypatch.setattr("ui.desk.keeping.which_backup", lambda *_: backup)
    desk_of(opening).keeping.ask("restore")
    found(qtbot, opening.window, RestoreDialog)
    ends(qtbot, opening, folder)
    assert len(console.done("list", "--json").json["entries"]) == 2


def test_a_copy_under_way_is_stopped_and_leaves_nothing_half_done(
    qtbot: QtBot, opening: Opening, folder: Path, console: Console
) -> None:
    desk_of(opening).keeping.ask("backup")
    found(qtbot, opening.window, WorkDialog)
    ends(qtbot, opening, folder)
    console.done("verify")
    assert {each.suffix for each in (folder / "backups").iterdir()} == {".db"}


def test_the_first_steps_keep_nothing(qtbot: QtBot, make: Make, folder: Path) -> None:
    opening = make()
    with qtbot.waitSignal(opening.staffed, timeout=PATIENCE_MS):
        opening.begin()
    qtbot.waitUntil(lambda: desk_of(opening).pages.front == "first_run", timeout=PATIENCE_MS)
    QMessageBox(QMessageBox.Icon.NoIcon, "", "", parent=opening.shell).open()
    ends(qtbot, opening, folder)


def test_an_open_menu_of_the_tray_keeps_nothing(
    qtbot: QtBot, opening: Opening, folder: Path
) -> None:
    menu = desk_of(opening).tray.icon.contextMenu()
    menu.popup(opening.shell.geometry().center())
    ends(qtbot, opening, folder)
