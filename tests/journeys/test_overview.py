"""A rep's first minutes: plan, import, banner, call, receipt; and a command beside the window."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from tests.journeys.conftest import HandClock, Open, desk_of
from tests.support.console import Console
from tests.support.exports import twilio_calls_csv
from tests.support.ledgers import at
from tests.support.widgets import child
from ui.banners.banner import Snooze
from ui.desk.desk import Desk
from ui.desk.look import View
from ui.live.start import StartedCall
from ui.plan.edit import EditDialog
from ui.shell.picture import read_last_page

pytestmark = pytest.mark.journey


def shown(opened: Desk) -> View:
    view = opened.figures.view
    assert view is not None
    return view


def kinds(opened: Desk) -> list[str]:
    return [banner.kind for banner in shown(opened).state.banners.banners]


def minutes_left(opened: Desk) -> int:
    return shown(opened).status.meters[0].remaining


def export_of(path: Path, minutes: int) -> Path:
    """A Twilio log of one-minute calls that begins on 2 Nov."""
    return twilio_calls_csv(path, minutes, first=_FIRST, seconds=60, numbers=200)


_FIRST = datetime(2026, 11, 2, 8, tzinfo=UTC)


def drop(window: object, path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    point, copy = QPointF(200, 200), Qt.DropAction.CopyAction
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(point.toPoint(), copy, mime, buttons, keys)
    QApplication.sendEvent(window, enter)  # type: ignore[arg-type]
    QApplication.sendEvent(window, QDropEvent(point, copy, mime, buttons, keys))  # type: ignore[arg-type]


def test_an_empty_ledger_welcomes_and_says_what_to_do(opened: Desk) -> None:
    assert shown(opened).state.welcome is not None
    assert shown(opened).state.gauge is None


def test_a_plan_chosen_in_the_dialog_is_in_force(qtbot: QtBot, opened: Desk) -> None:
    opened.window.plan_asked.emit()
    qtbot.waitUntil(lambda: bool(opened.window.findChildren(EditDialog)))
    (dialog,) = opened.window.findChildren(EditDialog)
    box = dialog.plans.calls
    box.setCurrentIndex(box.findText("HubSpot Professional"))
    child(dialog, QPushButton, "Save").click()
    qtbot.waitUntil(lambda: bool(shown(opened).status.meters))
    assert shown(opened).status.meters[0].included == 2000
    qtbot.waitUntil(lambda: not opened.window.findChildren(EditDialog))


def test_files_dropped_on_the_window_move_the_gauge(
    qtbot: QtBot, console: Console, opened: Desk, tmp_path: Path
) -> None:
    console.done("plan", "use", "hubspot-professional")
    drop(opened.window, export_of(tmp_path / "calls.csv", 1916))
    qtbot.waitUntil(lambda: bool(shown(opened).status.meters))
    qtbot.waitUntil(lambda: minutes_left(opened) == 84)
    assert kinds(opened)[0] == "near"


def test_a_command_shows_in_the_open_window_by_itself(
    qtbot: QtBot, console: Console, opened: Desk
) -> None:
    console.done("plan", "use", "hubspot-starter")
    console.done("log", "call", "--to", "+12125550123", "--start", "2026-11-03T09:00:00Z",
                 "--seconds", "30000")  # fmt: skip
    qtbot.waitUntil(lambda: kinds(opened) == ["blocked"])


def test_a_billed_call_by_hand_carries_the_billing_banner_until_it_ends(
    qtbot: QtBot, console: Console, clock: HandClock, opened: Desk, tmp_path: Path
) -> None:
    console.done("plan", "use", "hubspot-professional", "--twilio-connect")
    console.done("import", export_of(tmp_path / "calls.csv", 2000))
    qtbot.waitUntil(lambda: kinds(opened) == ["billed"])
    opened.window.page.call_started.emit(StartedCall("+12125550123", "browser", "outbound"))
    qtbot.waitUntil(lambda: kinds(opened) == ["billed_call"])
    clock.at = at("2026-11-21 13:09")
    qtbot.waitUntil(lambda: shown(opened).state.live[0].clock == "4:00")
    opened.window.page.call_ended.emit(shown(opened).state.live[0].call)
    qtbot.waitUntil(lambda: kinds(opened) == ["billed"])
    assert shown(opened).status.meters[0].billed == 4


def test_snoozing_the_near_banner_lets_it_rest_for_an_hour(
    qtbot: QtBot, console: Console, clock: HandClock, opened: Desk, tmp_path: Path
) -> None:
    console.done("plan", "use", "hubspot-professional")
    console.done("import", export_of(tmp_path / "calls.csv", 1916))
    qtbot.waitUntil(lambda: "near" in kinds(opened))
    banner = shown(opened).state.banners.banners[0]
    opened.window.page.snoozed.emit(Snooze(banner.kind, banner.meter, banner.snoozes[0].until))
    qtbot.waitUntil(lambda: "near" not in kinds(opened))
    clock.at = at("2026-11-21 14:06")
    opened.figures.look()
    qtbot.waitUntil(lambda: "near" in kinds(opened))


def test_a_receipt_opens_from_the_list_and_explains_the_entry(
    qtbot: QtBot, console: Console, opened: Desk
) -> None:
    console.done("plan", "use", "hubspot-professional")
    logged = console.done("log", "call", "--to", "+12125550123", "--start",
                          "2026-11-03T09:00:00Z", "--seconds", "185", "--method", "phone",
                          "--json").json  # fmt: skip
    opened.window.page.receipt_asked.emit(logged["id"])
    qtbot.waitUntil(opened.window._sheet.isVisible)
    assert (
        "8" in opened.window._sheet.accessibleDescription() + opened.window._sheet.accessibleName()
    )


def test_a_damaged_ledger_is_told_in_a_sentence_and_left_as_it_is(
    qtbot: QtBot, folder: Path, open_window: Open
) -> None:
    (folder / "ledger.db").write_bytes(b"no ledger at all" * 500)
    desk = desk_of(open_window())
    qtbot.waitUntil(lambda: bool(desk.window.findChildren(QMessageBox)))
    assert "ledger.db" in child(desk.window, QMessageBox).text()
    assert (folder / "ledger.db").read_bytes().startswith(b"no ledger")


def test_the_next_start_shows_the_last_page_at_once(
    qtbot: QtBot, console: Console, opened: Desk, open_window: Open
) -> None:
    console.done("plan", "use", "hubspot-starter")
    console.done("log", "call", "--to", "+12125550123", "--start", "2026-11-03T09:00:00Z",
                 "--seconds", "600")  # fmt: skip
    qtbot.waitUntil(lambda: "490" in opened.spoken())
    opened.window.window().close()
    last = read_last_page(console.folder)
    assert last is not None
    assert "490 of 500 left" in last.spoken
    assert open_window().shell.size() == last.picture.size()
