"""The tray on the real desk: what its menu brings, what it says, and a desktop without one."""

import pytest
from PySide6.QtWidgets import QMessageBox, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from app.domain.instant import MINUTE, Instant
from tests.journeys.conftest import HandClock
from tests.support.console import Console
from ui.desk.desk import Desk
from ui.tray.symbol import Badge, Mark

pytestmark = pytest.mark.journey

_Reason = QSystemTrayIcon.ActivationReason


@pytest.fixture
def calling(console: Console, request: pytest.FixtureRequest) -> Desk:
    """A window whose allowance is nearly used."""
    console.done("plan", "use", "hubspot-free")
    console.done("log", "call", "--to", "+4930123456", "--seconds", "780", "--start",
            "2026-11-21T09:00:00Z")  # fmt: skip
    desk: Desk = request.getfixturevalue("opened")
    return desk


def _said(desk: Desk) -> str:
    return desk.tray.state.tooltip if desk.tray.state else ""


def _badge(desk: Desk) -> str:
    return desk.tray.state.symbol.badge if desk.tray.state else ""


def test_the_tray_says_what_the_gauge_says(calling: Desk) -> None:
    assert calling.tray.state is not None
    assert calling.tray.state.symbol.mark is Mark.NEAR
    assert _said(calling).startswith("2 of 15 min left · near limit · resets 1 Dec")


def test_before_you_dial_brings_the_hidden_window_and_its_page(opened: Desk) -> None:
    opened.tray.choose("open")
    assert not opened.window.window().isVisible()
    opened.tray.choose("dial")
    assert opened.window.window().isVisible()
    assert opened.pages.front == "dial"


def test_a_call_is_logged_from_the_tray(opened: Desk, qtbot: QtBot) -> None:
    opened.pages.go_to("activity")
    with qtbot.waitSignal(opened.window.page.opened):
        opened.tray.choose("call")
    assert opened.pages.front == "overview"


def test_a_pause_is_shown_and_ends_by_itself(calling: Desk, clock: HandClock, qtbot: QtBot) -> None:
    calling.tray.choose("pause.hour")
    assert calling.accounts.rounds.is_paused()
    assert calling.company.sync.is_paused()
    assert "Paused until 15:05" in _said(calling)
    clock.at = Instant(clock.at + 61 * MINUTE)
    calling.pausing.look()
    assert "Paused" not in _said(calling)


def test_a_pause_has_a_badge_of_its_own(calling: Desk) -> None:
    calling.tray.choose("pause.tomorrow")
    assert _badge(calling) == Badge.PAUSE
    calling.tray.choose("pause.resume")
    assert _badge(calling) == Badge.NONE


def test_the_tray_speaks_another_language_at_once(calling: Desk, qtbot: QtBot) -> None:
    calling.window.language_chosen.emit("de")
    qtbot.waitUntil(lambda: _said(calling).startswith("2 von 15 min übrig"))


def test_a_desktop_without_a_tray_is_told_of_once(
    opened: Desk, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr("ui.desk.tray.QGuiApplication.platformName", lambda: "xcb")
    opened.tray.presence.missed.emit()
    opened.tray.presence.missed.emit()
    boxes = opened.window.findChildren(QMessageBox)
    assert [box.text() for box in boxes] == [
        "This desktop has no tray, so Talktally stays in its window: closing the window ends it."
    ]
    boxes[0].close()


def test_a_click_hides_the_window_in_front_and_opens_a_hidden_one(
    opened: Desk, qtbot: QtBot
) -> None:
    top = opened.window.window()
    with qtbot.waitActive(top):
        top.activateWindow()
    opened.tray.icon.activated.emit(_Reason.Trigger)
    assert not top.isVisible()
    opened.tray.icon.activated.emit(_Reason.Trigger)
    assert top.isVisible()


@pytest.mark.parametrize("reason", [_Reason.MiddleClick, _Reason.DoubleClick, _Reason.Context])
def test_other_clicks_leave_the_window_alone(
    opened: Desk, qtbot: QtBot, reason: QSystemTrayIcon.ActivationReason
) -> None:
    with qtbot.assertNotEmitted(opened.tray.wanted):
        opened.tray.icon.activated.emit(reason)


def test_a_hidden_window_comes_back_where_the_tray_is_lost(opened: Desk) -> None:
    opened.window.window().hide()
    opened.tray.presence.lost.emit()
    assert opened.window.window().isVisible()


def test_the_icon_is_painted_again_only_for_another_picture(
    calling: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[object] = []
    monkeypatch.setattr(calling.tray.icon, "setIcon", painted.append)
    calling.tray.show_again()
    assert not painted
    calling.tray.choose("pause.hour")
    assert len(painted) == 1


def test_a_round_asked_for_in_a_pause_begins(opened: Desk, qtbot: QtBot) -> None:
    opened.tray.choose("pause.hour")
    with qtbot.waitSignal(opened.window.company_asked, timeout=0) as news:
        opened.tray.choose("sync")
    assert news.args == ["sync"]
