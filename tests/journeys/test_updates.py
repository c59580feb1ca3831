"""A newer version in the real window: told quietly, opened in the browser, put away, turned off."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QSize, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.instant import DAY, Instant
from tests.journeys import conftest
from tests.journeys.conftest import HandClock, OpenOf, desk_of
from tests.journeys.resting import rest
from tests.journeys.seat import Seat
from tests.support.console import Console
from tests.support.nasty_server import nasty
from tests.support.update_feed import NEWS, Feed, feed
from tests.support.widgets import child
from ui.banners.banner import Banners
from ui.gauge.gauge import Gauge
from ui.widgets.acting_row import ActingRow
from ui.widgets.switch import SwitchBox

pytestmark = [pytest.mark.journey, pytest.mark.usefixtures("memory_keyring")]
TOLD = "Version 9.0.0 of Talktally is there."


class Browser(QObject):
    """Takes the links that would be opened in a browser."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.opened.append(url.toString())


@pytest.fixture
def browser() -> Iterator[Browser]:
    made = Browser()
    QDesktopServices.setUrlHandler("https", made, "take")  # type: ignore[arg-type]  # the stub wants bytes, Qt a text
    yield made
    QDesktopServices.unsetUrlHandler("https")


@pytest.fixture
def published() -> Iterator[Feed]:
    with feed() as made:
        yield made


@pytest.fixture
def environ(published: Feed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The window's computer, whose administrator named a feed."""
    own = {**conftest.SURROUNDINGS, **published.decide(tmp_path / "etc")}
    monkeypatch.setattr(conftest, "SURROUNDINGS", own)
    return own


@pytest.fixture
def seat(qtbot: QtBot, environ: dict[str, str], open_window_of: OpenOf, folder: Path) -> Seat:
    assert environ
    return Seat(qtbot, desk_of(open_window_of(folder)))


def look(seat: Seat) -> None:
    """Let the window's own look come now, and take in what it found."""
    seat.desk.updates.look()
    rest(seat.qtbot, seat.desk)


def tray_keys(seat: Seat) -> list[str]:
    state = seat.desk.tray.state
    return [line.key for line in state.lines] if state else []


def test_a_newer_version_is_told_and_its_page_opened(seat: Seat, browser: Browser) -> None:
    look(seat)
    seat.sees(f"{TOLD} Faster starts.")
    assert "update" in tray_keys(seat)
    seat.press("Open its page")
    seat.desk.tray.choose("update")
    assert browser.opened == [NEWS["page"]] * 2


def test_nobody_is_asked_by_a_start_and_once_by_a_day(
    seat: Seat, published: Feed, clock: HandClock
) -> None:
    assert published.asked == []
    look(seat)
    look(seat)
    assert len(published.asked) == 1
    clock.at = Instant(clock.at + DAY + DAY // 2)
    look(seat)
    assert len(published.asked) == 2


def test_a_version_that_was_put_away_is_not_told_again_but_the_next_one_is(
    seat: Seat, published: Feed, clock: HandClock
) -> None:
    look(seat)
    seat.sees(TOLD)
    seat.press("Not this version")
    assert TOLD not in seat.read()
    assert "update" not in tray_keys(seat)
    published.publish(version="9.0.1", date="2026-11-21")
    clock.at = Instant(clock.at + 2 * DAY)
    look(seat)
    seat.sees("Version 9.0.1 of Talktally is there.")


def test_who_turns_it_off_in_the_settings_is_asked_for_nothing_more(
    seat: Seat, published: Feed
) -> None:
    seat.window.page_chosen.emit("settings")
    seat.sees("Once a day 127.0.0.1 is asked for newer versions.")
    child(seat.desk.settings.page.row("updates.on"), SwitchBox).click()
    seat.sees("Talktally does not look for newer versions by itself.")
    look(seat)
    assert published.asked == []


def test_a_look_that_is_asked_for_says_what_came_of_it(seat: Seat, published: Feed) -> None:
    published.publish(version="0.0.1")
    seat.window.page_chosen.emit("settings")
    seat.sees("Once a day 127.0.0.1 is asked")
    seat.press("Look now", seat.desk.settings.page.row("updates.newest"))
    seat.sees("there is no newer version")
    published.content += b"!"
    seat.press("Look now", seat.desk.settings.page.row("updates.newest"))
    seat.sees("not signed by the makers of Talktally")


def test_the_keyboard_stays_where_a_look_was_asked_for(seat: Seat, published: Feed) -> None:
    seat.window.page_chosen.emit("settings")
    seat.sees("Once a day 127.0.0.1 is asked")
    row = seat.desk.settings.page.row("updates.newest")
    button = child(row, QPushButton)
    button.setFocus()
    button.click()
    button.click()
    assert button.hasFocus()
    seat.sees(TOLD)
    names = {each.text(): each for each in row.findChildren(QPushButton)}
    assert names["Look now"].hasFocus()
    assert "Open its page" in names
    assert len(published.asked) == 1


def test_trouble_is_told_in_the_settings_alone(seat: Seat, published: Feed) -> None:
    published.signature = b"none"
    look(seat)
    assert "newer" not in seat.read()
    assert seat.desk.updates.version == ""


def test_nothing_is_told_of_it_during_a_call(seat: Seat, console: Console) -> None:
    console.done("plan", "use", "hubspot-professional")
    console.done("hook", "start", "--id", "a", "--number", "+14155550188")
    seat.wait(lambda: seat.desk.figures.view and seat.desk.figures.view.status.live)
    look(seat)
    assert seat.desk.updates.version == "9.0.0"
    assert TOLD not in seat.read()
    console.done("hook", "end", "--id", "a")
    seat.sees(TOLD)


def test_a_pause_asks_nobody(seat: Seat, published: Feed) -> None:
    seat.desk.pausing.pause_for_an_hour()
    seat.desk.updates.look()
    with seat.qtbot.waitSignal(seat.desk.updates.changed):
        seat.desk.updates.read()
    assert published.asked == []


def test_a_build_without_a_feed_says_so(qtbot: QtBot, open_window_of: OpenOf, folder: Path) -> None:
    seat = Seat(qtbot, desk_of(open_window_of(folder)))
    seat.window.page_chosen.emit("settings")
    seat.sees("names nobody to ask for newer versions, so nobody is asked.")
    row = seat.desk.settings.page.row("updates.on")
    assert not child(row, SwitchBox).isEnabled()
    assert not child(seat.desk.settings.page.row("updates.newest"), QPushButton).isEnabled()


def test_the_row_stands_below_every_banner(seat: Seat, console: Console) -> None:
    console.done("plan", "use", "hubspot-free")
    console.done("log", "call", "--to", "+4930123456", "--seconds", "780", "--start",
                 "2026-11-21T09:00:00Z")  # fmt: skip
    look(seat)
    seat.sees(TOLD)
    page = seat.window.page
    banners, row = child(page, Banners), child(page, ActingRow)
    seat.wait(lambda: banners.isVisible() and row.y() >= banners.geometry().bottom())


@pytest.mark.parametrize("percent", [100, 200])
def test_in_a_low_window_the_row_stands_below_the_gauge(
    seat: Seat, console: Console, percent: int
) -> None:
    console.done("plan", "use", "hubspot-professional")
    look(seat)
    seat.sees(TOLD)
    seat.desk._theme.size_text(percent)
    gauge, row = child(seat.window.page, Gauge), child(seat.window.page, ActingRow)
    shell = seat.window.window()
    shell.resize(QSize(480, 360))
    seat.wait(lambda: gauge.isVisible() and _top(row) > _top(gauge))
    shell.resize(QSize(1280, 800))
    seat.wait(lambda: _top(row) < _top(gauge))
    assert [each.text() for each in row.findChildren(QPushButton)] == [
        "Open its page", "Not this version",
    ]  # fmt: skip


def _top(widget: QWidget) -> int:
    return widget.mapToGlobal(widget.rect().topLeft()).y()


def test_a_server_that_does_not_answer_holds_no_window(
    qtbot: QtBot,
    open_window_of: OpenOf,
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    closed = threading.Event()

    def silent(_request: bytes) -> Iterator[bytes]:
        closed.wait(60)
        yield b""

    with nasty(silent) as server:
        own = Feed(server=server).decide(tmp_path / "etc")
        monkeypatch.setattr(conftest, "SURROUNDINGS", {**conftest.SURROUNDINGS, **own})
        opening = open_window_of(folder)
        seat = Seat(qtbot, desk_of(opening))
        seat.desk.updates.look()
        seat.wait(lambda: server.asked)
        with qtbot.waitSignal(opening.closed):
            opening.shell.close()
        assert not closed.is_set()
        closed.set()
        seat.wait(lambda: "updates-lane" not in {each.name for each in threading.enumerate()})
