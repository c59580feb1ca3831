"""Notices on a real bus: shown, replaced, withdrawn, pressed; and servers that misbehave."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.support.notification_desk import ALL, Start, notification_desk
from tests.support.session_bus import session_bus
from ui.notices.bell import LATER, QUIET, Notice
from ui.notices.desktop import DesktopBell

pytestmark = [
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a bus of Linux desktops"),
    pytest.mark.needs_tool("dbus-daemon"),
]

NEAR = Notice(
    "minutes|me", "84 minutes to your limit", "Calls & texts <soon>", "Open", ((LATER, "Later"),)
)
OTHER = Notice("summary", "News", "1", "Open")


@pytest.fixture
def bell(qtbot: QtBot, bus: str) -> Iterator[DesktopBell]:
    parent = QObject()
    bell = DesktopBell(parent, patience_seconds=60)
    yield bell
    bell.close()


def wait(qtbot: QtBot, until: Callable[[], object]) -> None:
    qtbot.waitUntil(lambda: bool(until()))


def test_a_notice_arrives_with_its_words_and_buttons(
    qtbot: QtBot, start_desk: Start, bell: DesktopBell
) -> None:
    desk = start_desk(*ALL)
    bell.ring(NEAR)
    wait(qtbot, lambda: desk.shown)
    (landed,) = desk.shown
    assert (landed.title, landed.replaces) == ("84 minutes to your limit", 0)
    assert landed.body == "Calls &amp; texts &lt;soon&gt;"
    assert landed.actions == ["default", "Open", LATER, "Later"]
    assert landed.side == 64
    assert landed.shades > 3  # something is painted, with smooth edges


def test_a_plain_server_gets_plain_words_and_no_buttons(
    qtbot: QtBot, start_desk: Start, bell: DesktopBell
) -> None:
    desk = start_desk("body")
    bell.ring(NEAR)
    wait(qtbot, lambda: desk.shown)
    assert desk.shown[0].body == "Calls & texts <soon>"
    assert desk.shown[0].actions == []


def test_a_click_comes_home_with_the_token_for_the_window(
    qtbot: QtBot, start_desk: Start, bell: DesktopBell
) -> None:
    desk = start_desk(*ALL)
    bell.ring(NEAR)
    wait(qtbot, lambda: desk.shown)
    with (
        qtbot.waitSignal(bell.clicked) as clicked,
        qtbot.waitSignal(bell.gone),
    ):
        desk.press(1, token="wayland-7")  # noqa: S106 - lets a window come up, opens nothing
    assert clicked.args == ["minutes|me", "wayland-7"]


def test_a_button_comes_home_by_its_key(qtbot: QtBot, start_desk: Start, bell: DesktopBell) -> None:
    desk = start_desk(*ALL)
    bell.ring(NEAR)
    wait(qtbot, lambda: desk.shown)
    with qtbot.waitSignal(bell.pressed) as heard:
        desk.press(1, QUIET)
    assert heard.args == ["minutes|me", QUIET]


def test_a_notice_takes_the_place_of_the_one_in_its_slot(
    qtbot: QtBot, start_desk: Start, bell: DesktopBell
) -> None:
    desk = start_desk(*ALL)
    for notice in (NEAR, OTHER, NEAR):
        bell.ring(notice)
    wait(qtbot, lambda: len(desk.shown) == 3)
    assert [(each.number, each.replaces) for each in desk.shown] == [(1, 0), (2, 0), (1, 1)]


def test_one_that_was_put_away_is_shown_anew(
    qtbot: QtBot, start_desk: Start, bell: DesktopBell
) -> None:
    desk = start_desk(*ALL)
    bell.ring(NEAR)
    wait(qtbot, lambda: desk.shown)
    with qtbot.waitSignal(bell.gone):
        desk.put_away(1)
    bell.ring(NEAR)
    wait(qtbot, lambda: len(desk.shown) == 2)
    assert desk.shown[1].replaces == 0


def test_what_is_withdrawn_is_closed_and_nothing_else(
    qtbot: QtBot, start_desk: Start, bell: DesktopBell
) -> None:
    desk = start_desk(*ALL)
    bell.ring(NEAR)
    bell.ring(OTHER)
    bell.withdraw("summary")
    bell.withdraw("nothing stands here")
    wait(qtbot, lambda: desk.closed)
    assert desk.closed == [2]


def test_the_end_of_the_program_takes_everything_back(
    qtbot: QtBot, start_desk: Start, bell: DesktopBell
) -> None:
    desk = start_desk(*ALL)
    bell.ring(NEAR)
    bell.ring(OTHER)
    wait(qtbot, lambda: len(desk.shown) == 2)
    bell.close()
    wait(qtbot, lambda: desk.closed == [1, 2])


def test_without_a_server_a_notice_is_unheard_and_a_later_one_is_shown(
    qtbot: QtBot, start_desk: Start, bell: DesktopBell
) -> None:
    with qtbot.waitSignal(bell.unheard) as heard:
        bell.ring(NEAR)
    assert heard.args == [NEAR]
    desk = start_desk(*ALL)
    bell.ring(NEAR)
    wait(qtbot, lambda: desk.shown)


def test_a_server_that_starts_again_is_asked_anew(
    qtbot: QtBot, start_desk: Start, bell: DesktopBell
) -> None:
    first = start_desk(*ALL)
    bell.ring(OTHER)
    bell.ring(NEAR)
    wait(qtbot, lambda: len(first.shown) == 2)
    with qtbot.waitSignals([bell.gone, bell.gone]):
        first.stop()
    second = start_desk("body")
    bell.ring(NEAR)
    wait(qtbot, lambda: second.shown)
    assert (second.shown[0].replaces, second.shown[0].actions) == (0, [])


def test_a_server_that_never_answers_holds_up_nobody(
    qtbot: QtBot, bus: str, start_desk: Start
) -> None:
    start_desk(*ALL, says="deaf")
    parent = QObject()
    bell = DesktopBell(parent, patience_seconds=0.1)
    with qtbot.waitSignals([bell.known, bell.unheard]):
        bell.wake()
        bell.ring(NEAR)
    assert bell.presenting is False
    bell.close()


def test_a_server_that_answers_nonsense_is_asked_again(
    qtbot: QtBot, start_desk: Start, bell: DesktopBell
) -> None:
    desk = start_desk(*ALL, says="odd")
    bell.ring(NEAR)
    bell.withdraw(NEAR.slot)
    bell.ring(OTHER)
    wait(qtbot, lambda: len(desk.shown) == 2)


def test_no_bus_at_all_is_no_trouble(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    parent = QObject()
    bell = DesktopBell(parent)
    with qtbot.waitSignals([bell.known, bell.unheard]):
        bell.wake()
        bell.ring(NEAR)
    bell.close()


@pytest.mark.parametrize("says", ["inhibited", "free", "-"])
def test_the_server_says_whether_somebody_presents(
    qtbot: QtBot, start_desk: Start, bell: DesktopBell, says: str
) -> None:
    start_desk(*ALL, says=says)
    assert bell.presenting is None
    with qtbot.waitSignal(bell.known):
        bell.wake()
    assert bell.presenting is (says == "inhibited")


def test_the_end_of_presenting_is_heard(qtbot: QtBot, start_desk: Start, bell: DesktopBell) -> None:
    desk = start_desk(*ALL, says="inhibited")
    with qtbot.waitSignal(bell.known):
        bell.wake()
    with qtbot.waitSignal(bell.known):
        desk.present(begins=False)
    assert bell.presenting is False


def test_a_bus_that_dies_loses_what_stood_and_a_new_one_is_found(
    qtbot: QtBot, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parent, lost = QObject(), list[str]()
    bell = DesktopBell(parent)
    bell.gone.connect(lost.append)
    with session_bus(home / "run") as address, notification_desk(address, *ALL) as desk:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        bell.ring(NEAR)
        wait(qtbot, lambda: desk.shown)
    wait(qtbot, lambda: lost == [NEAR.slot])
    with session_bus(home / "run") as address, notification_desk(address, *ALL) as desk:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        bell.ring(NEAR)
        wait(qtbot, lambda: desk.shown)
        bell.close()


def test_a_bell_that_was_closed_stays_silent(qtbot: QtBot, bus: str) -> None:
    parent = QObject()
    bell = DesktopBell(parent)
    bell.close()
    bell.withdraw(NEAR.slot)
    with qtbot.assertNotEmitted(bell.unheard):
        bell.ring(NEAR)
