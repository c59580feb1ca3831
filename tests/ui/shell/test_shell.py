"""The window's outside: closing hides or ends, and no stray key presses anything."""

import os
import signal

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox
from pytestqt.qtbot import QtBot

from ui.shell.endings import Endings
from ui.shell.place import Place
from ui.shell.shell import Shell
from ui.widgets.buttons import button
from ui.window.window import MainWindow


@pytest.fixture
def shell(qtbot: QtBot) -> Shell:
    shell = Shell(None, Place(10, 20, 600, 400))
    qtbot.addWidget(shell)
    shell.show()
    return shell


def test_closing_ends_where_nothing_keeps_the_window(qtbot: QtBot, shell: Shell) -> None:
    with qtbot.waitSignal(shell.closing):
        shell.close()


def test_closing_hides_where_it_may(qtbot: QtBot, shell: Shell) -> None:
    shell.may_hide = lambda: True
    with qtbot.assertNotEmitted(shell.closing), qtbot.waitSignal(shell.put_away):
        shell.close()
    assert not shell.isVisible()


def test_leaving_ends_even_a_hidden_window_and_only_once(qtbot: QtBot, shell: Shell) -> None:
    shell.may_hide = lambda: True
    shell.close()
    with qtbot.waitSignal(shell.closing):
        shell.leave()
    with qtbot.assertNotEmitted(shell.closing):
        shell.leave()


def test_being_in_sight_is_told(qtbot: QtBot, shell: Shell) -> None:
    with qtbot.waitSignal(shell.in_sight) as gone:
        shell.hide()
    with qtbot.waitSignal(shell.in_sight) as back:
        shell.show()
    assert (gone.args, back.args) == ([False], [True])


def test_a_furnished_window_has_the_mark_for_its_icon(shell: Shell, window: MainWindow) -> None:
    shell.furnish(window, window.bar, window.ground)
    tile = shell.windowIcon().pixmap(64, 64).toImage().pixelColor(32, 6)
    assert tile.name() == "#2a68d4"


def test_a_window_tells_its_place_and_comes_back_there(shell: Shell, qtbot: QtBot) -> None:
    place = shell.place("plan")
    again = Shell(None, place)
    qtbot.addWidget(again)
    assert (place.width, place.height, place.page) == (600, 400, "plan")
    assert again.place("plan") == place


def test_a_maximised_window_comes_back_maximised(qtbot: QtBot) -> None:
    shell = Shell(None, Place(0, 0, 600, 400, maximised=True))
    qtbot.addWidget(shell)
    shell.show()
    assert shell.isMaximized()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_stray_key_after_the_start_presses_nothing(
    qtbot: QtBot, shell: Shell, window: MainWindow, key: Qt.Key
) -> None:
    shell.furnish(window, window.bar, window.ground)
    with qtbot.waitActive(shell):
        shell.activateWindow()
    pressed: list[str] = []
    window.asked.connect(pressed.append)
    window.page_chosen.connect(pressed.append)
    QTest.keyClick(QApplication.focusWidget() or shell, key)
    assert pressed == []


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no such signals")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_asks_for_the_end(qtbot: QtBot, number: signal.Signals) -> None:
    parent = QObject()
    endings = Endings(parent)
    with qtbot.waitSignal(endings.asked):
        os.kill(os.getpid(), number)
    endings.close()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_return_presses_the_button_that_has_the_keyboard(
    qtbot: QtBot, shell: Shell, key: Qt.Key
) -> None:
    pressed = button()
    shell.setCentralWidget(pressed)
    pressed.show()
    pressed.setFocus()
    with qtbot.waitSignal(pressed.clicked):
        QTest.keyClick(pressed, key)


def test_return_ticks_nothing(shell: Shell) -> None:
    tick = QCheckBox()
    shell.setCentralWidget(tick)
    tick.show()
    tick.setFocus()
    QTest.keyClick(tick, Qt.Key.Key_Return)
    assert not tick.isChecked()
