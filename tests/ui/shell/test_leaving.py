"""Ending the window whatever stands over it: dialogs are rejected, and nothing is agreed to."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QDialog, QFileDialog, QMenu, QMessageBox
from pytestqt.qtbot import QtBot
from typing_extensions import override

from ui.shell.place import Place
from ui.shell.shell import Shell

PATIENCE_MS = 20_000
YES, NO = QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No


@pytest.fixture
def shell(qtbot: QtBot) -> Shell:
    shell = Shell(None, Place(10, 20, 600, 400))
    qtbot.addWidget(shell)
    shell.show()
    return shell


class Stubborn(QDialog):
    """Does not go when it is asked to."""

    @override
    def reject(self) -> None:
        return


def destroying(shell: QDialog | Shell, agreed: list[str]) -> QMessageBox:
    """A question whose first answer destroys something."""
    box = QMessageBox(shell)
    destroy = box.addButton("Destroy", QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(destroy)
    destroy.clicked.connect(lambda: agreed.append("clicked"))
    box.accepted.connect(lambda: agreed.append("accepted"))
    return box


def test_a_question_over_the_window_goes_unanswered(qtbot: QtBot, shell: Shell) -> None:
    agreed: list[str] = []
    box = destroying(shell, agreed)
    box.open()
    with qtbot.waitSignals([box.rejected, shell.closing]):
        shell.leave()
    assert agreed == []


def test_dialogs_over_dialogs_all_go(qtbot: QtBot, shell: Shell) -> None:
    agreed: list[str] = []
    below, beside = Stubborn(shell), QDialog(shell)
    beside.show()
    below.open()
    above = destroying(below, agreed)
    above.open()
    with qtbot.waitSignals([above.rejected, below.rejected, beside.rejected, shell.closing]):
        shell.leave()
    assert agreed == []


@pytest.mark.parametrize(
    ("ask", "nothing"),
    [
        (lambda shell: QMessageBox.question(shell, "", "Destroy?", YES | NO, YES) == YES, False),
        (lambda shell: QFileDialog.getOpenFileName(shell)[0], ""),
        (lambda shell: QFileDialog.getSaveFileName(shell, dir=str(Path("a.csv")))[0], ""),
        (QFileDialog.getExistingDirectory, ""),
        (lambda shell: Stubborn(shell).exec(), 0),
    ],
    ids=["question", "file to read", "file to write", "folder", "dialog"],
)
def test_who_waits_for_an_answer_gets_none_before_the_window_closes(
    qtbot: QtBot, shell: Shell, ask: Callable[[Shell], object], nothing: object
) -> None:
    came: list[object] = []
    shell.closing.connect(lambda: came.append("closed"))
    QTimer.singleShot(0, shell, lambda: came.append(ask(shell)))
    QTimer.singleShot(50, shell, shell.leave)
    with qtbot.waitSignal(shell.closing, timeout=PATIENCE_MS):
        pass
    assert came == [nothing, "closed"]


def test_an_open_menu_keeps_nothing(qtbot: QtBot, shell: Shell) -> None:
    menu = QMenu(shell)
    chosen: list[str] = []
    menu.addAction("Destroy").triggered.connect(lambda: chosen.append("destroyed"))
    menu.popup(shell.mapToGlobal(QPoint(10, 10)))
    with qtbot.waitSignal(shell.closing, timeout=PATIENCE_MS):
        shell.leave()
    assert (menu.isVisible(), chosen) == (False, [])


def test_a_window_in_the_tray_goes_with_its_dialog(qtbot: QtBot, shell: Shell) -> None:
    shell.may_hide = lambda: True
    shell.close()
    box = destroying(shell, [])
    box.open()
    with qtbot.waitSignals([box.rejected, shell.closing]):
        shell.leave()


def test_a_box_of_its_own_that_no_window_may_close_goes_too(qtbot: QtBot, shell: Shell) -> None:
    box = QMessageBox(QMessageBox.Icon.NoIcon, "", "No escape", QMessageBox.StandardButton.Ok)
    box.addButton("Other", QMessageBox.ButtonRole.ActionRole)
    box.show()
    assert not box.close()
    with qtbot.waitSignals([box.rejected, shell.closing]):
        shell.leave()
