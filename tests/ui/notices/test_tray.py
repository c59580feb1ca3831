"""Notices at the icon in the tray, and what a system says of somebody who presents."""

from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot
from typing_extensions import override

from ui.notices.bell import Bell, Notice
from ui.notices.desktop import DesktopBell
from ui.notices.presenting import is_presenting
from ui.notices.tray import TrayBell
from ui.notices.usual import usual_bell

NEAR = Notice("minutes|me", "84 minutes to your limit", "Resets 1 Dec.", "Open")


class HandIcon(QSystemTrayIcon):
    """An icon on a panel that a test looks at."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[tuple[str, ...]] = []

    @override
    def isVisible(self) -> bool:
        return True

    @override
    def showMessage(self, *words: object) -> None:
        self.shown.append(tuple(str(word) for word in words[:2]))


@pytest.fixture
def icon(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> HandIcon:
    monkeypatch.setattr(QSystemTrayIcon, "supportsMessages", staticmethod(lambda: True))
    return HandIcon()


def test_a_notice_stands_at_the_icon_and_a_click_comes_home_once(
    qtbot: QtBot, icon: HandIcon
) -> None:
    parent = QObject()
    bell = TrayBell(lambda: icon, parent)
    with qtbot.waitSignal(bell.gone) as gone:
        bell.ring(NEAR)
    assert (icon.shown, gone.args) == ([(NEAR.title, NEAR.body)], ["minutes|me"])
    with qtbot.waitSignal(bell.clicked) as clicked:
        icon.messageClicked.emit()
    assert clicked.args == ["minutes|me", ""]
    with qtbot.assertNotEmitted(bell.clicked):
        icon.messageClicked.emit()


def test_another_icon_of_a_new_panel_takes_over(qtbot: QtBot, icon: HandIcon) -> None:
    icons, parent = [icon], QObject()
    bell = TrayBell(lambda: icons[-1], parent)
    bell.ring(NEAR)
    icons.append(HandIcon())
    bell.ring(NEAR)
    assert len(icons[1].shown) == 1
    with qtbot.waitSignal(bell.clicked):
        icons[1].messageClicked.emit()


def test_without_an_icon_a_notice_is_unheard(qtbot: QtBot) -> None:
    parent = QObject()
    bell = TrayBell(lambda: None, parent)
    with qtbot.waitSignal(bell.unheard):
        bell.ring(NEAR)


def test_linux_rings_at_the_server_and_else_at_the_icon(qtbot: QtBot, icon: HandIcon) -> None:
    parent = QObject()
    bell = usual_bell(lambda: icon, parent, platform="linux")
    assert isinstance(bell, DesktopBell)
    bell.unheard.emit(NEAR)
    assert len(icon.shown) == 1
    with qtbot.waitSignal(bell.clicked):
        icon.messageClicked.emit()


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_ring_at_the_icon(qtbot: QtBot, platform: str) -> None:
    parent = QObject()
    bell = usual_bell(lambda: None, parent, platform=platform)
    assert isinstance(bell, TrayBell)
    with qtbot.waitSignal(bell.missed):
        bell.ring(NEAR)


def test_what_neither_server_nor_icon_shows_is_missed(qtbot: QtBot) -> None:
    parent = QObject()
    bell = usual_bell(lambda: None, parent, platform="linux")
    with qtbot.waitSignal(bell.missed):
        bell.unheard.emit(NEAR)


def test_a_desktop_that_can_show_nothing_does_nothing(qtbot: QtBot) -> None:
    bell = Bell()
    bell.wake()
    bell.ring(NEAR)
    bell.withdraw(NEAR.slot)
    bell.close()
    assert bell.presenting is False


@pytest.mark.parametrize(("state", "presents"), [(2, True), (4, True), (5, False), (None, False)])
def test_windows_says_who_is_not_to_be_disturbed(state: int | None, *, presents: bool) -> None:
    assert is_presenting(lambda: state) is presents


@pytest.mark.parametrize(("failed", "presents"), [(0, True), (-1, False)])
def test_windows_is_asked_through_its_own_library(
    monkeypatch: pytest.MonkeyPatch, failed: int, *, presents: bool
) -> None:
    def answer(place: Any) -> int:
        place._obj.value = 3  # a game has the screen
        return failed

    shell = SimpleNamespace(SHQueryUserNotificationState=answer)
    monkeypatch.setattr("ctypes.windll", SimpleNamespace(shell32=shell), raising=False)
    assert is_presenting() is presents


def test_elsewhere_nobody_presents_that_this_could_know_of(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delattr("ctypes.windll", raising=False)
    assert is_presenting() is False
