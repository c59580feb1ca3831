"""Notices from the real window to a server on a bus, and what a click on them opens."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.notice_choice import NoticeChoice
from app.domain.quiet import QuietHours
from tests.journeys.conftest import HandClock, Open, desk_of
from tests.support.console import Console
from tests.support.ledgers import at
from tests.support.notification_desk import ALL, NotificationDesk, notification_desk
from tests.support.panels import screen
from tests.support.reader.session import running
from tests.support.reader.wire import Wire, wired
from tests.support.session_bus import session_bus
from tests.support.widgets import child
from ui.desk.desk import Desk
from ui.live.start import StartedCall
from ui.notices.bell import LATER, QUIET
from ui.receipt.panel import ReceiptPanel

pytestmark = [
    pytest.mark.journey,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a bus of Linux desktops"),
    pytest.mark.needs_tool("dbus-daemon"),
]
_WINDOW_MS = 30_000
_SERVER = ("org.freedesktop.Notifications", "/org/freedesktop/Notifications")


class Rep:
    """A person at the window, and what lands on their desktop."""

    def __init__(self, qtbot: QtBot, console: Console) -> None:
        self.qtbot, self.console = qtbot, console

    def wait(self, until: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(until()), timeout=_WINDOW_MS)

    def uses(self, minutes: int, start: str) -> None:
        """Log one call of so many minutes."""
        seconds = str(minutes * 60)
        self.console.done(
            "log", "call", "--to", "+12125550123", "--start", start, "--seconds", seconds
        )

    def nears(self) -> None:
        """Use so much that 84 minutes are left."""
        self.uses(116, "2026-11-18T09:00:00Z")


@pytest.fixture
def landed(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[NotificationDesk]:
    """What lands on a desktop of its own."""
    with ExitStack() as stack:
        address = stack.enter_context(session_bus(home / "run"))
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield stack.enter_context(notification_desk(address, *ALL))


@pytest.fixture
def rep(qtbot: QtBot, console: Console) -> Rep:
    console.done("plan", "use", "hubspot-professional", "aircall-us-ca", "--twilio-connect")
    rep = Rep(qtbot, console)
    rep.uses(1800, "2026-11-02T08:00:00Z")
    return rep


@pytest.fixture
def desk(rep: Rep, landed: NotificationDesk, open_window: Open) -> Desk:
    """The window with 200 minutes left, which is nothing to tell of."""
    desk = desk_of(open_window())
    rep.wait(lambda: left(desk) == 200)
    return desk


def left(desk: Desk) -> int | None:
    view = desk.figures.view
    return view.status.meters[0].remaining if view and view.status.meters else None


def settle(rep: Rep, desk: Desk) -> None:
    """Wait until the figures were read once more."""
    with rep.qtbot.waitSignal(desk.figures.read, timeout=_WINDOW_MS):
        desk.figures.refresh()


def passes(rep: Rep, desk: Desk, clock: HandClock, until: str) -> None:
    """Let time pass; each minute that begins reads the figures, and here it need not be awaited."""
    clock.at = at(until)
    settle(rep, desk)


def test_nearing_the_limit_rings_once_and_a_click_shows_why(
    rep: Rep, desk: Desk, landed: NotificationDesk
) -> None:
    rep.nears()
    rep.wait(lambda: landed.shown)
    (notice,) = landed.shown
    assert notice.title == "84 minutes to your limit"
    assert notice.keys == ["default", LATER, QUIET]
    desk.pages.go_to("activity")
    desk.window.window().hide()
    landed.press(notice.number)
    receipt = child(desk.window, ReceiptPanel)
    rep.wait(receipt.isVisible)
    assert receipt.entry == ""  # of a figure rather than of an entry
    assert desk.pages.front == "overview"
    settle(rep, desk)
    assert len(landed.shown) == 1


def test_a_new_month_takes_back_what_is_no_longer_so(
    rep: Rep, desk: Desk, landed: NotificationDesk, clock: HandClock
) -> None:
    rep.nears()
    rep.wait(lambda: landed.shown)
    passes(rep, desk, clock, "2026-12-01 08:00")
    rep.wait(lambda: landed.closed)
    settle(rep, desk)
    assert (landed.closed, len(landed.shown)) == ([1], 1)


def test_during_a_call_it_waits_and_comes_as_one_summary(
    rep: Rep, desk: Desk, landed: NotificationDesk
) -> None:
    desk.window.page.call_started.emit(StartedCall("+12125550123", "browser", "outbound"))
    rep.wait(lambda: desk.figures.view and desk.figures.view.status.live)
    rep.nears()
    rep.console.done("log", "text", "--to", "+12125550123", "--from", "+14155550100",
                     "--at", "2026-11-20T09:00:00Z", "--segments", "230")  # fmt: skip
    rep.wait(lambda: left(desk) == 84)
    assert landed.shown == []
    view = desk.figures.view
    assert view is not None
    desk.window.page.call_ended.emit(view.status.live[0].id)
    rep.wait(lambda: landed.shown)
    assert landed.shown[0].title == "While you were on the call"
    # An answered call has used a minute, however short it was.
    assert landed.shown[0].body.startswith("83 minutes to your limit.\nTeam pool: ")
    assert "0123" not in landed.shown[0].body


def test_quiet_hours_end_with_what_still_holds(
    rep: Rep, desk: Desk, landed: NotificationDesk, clock: HandClock
) -> None:
    # The computer's clock shows 14:05.
    desk._preferences.change(quiet=QuietHours(13 * 60, 15 * 60))
    rep.nears()
    rep.wait(lambda: left(desk) == 84)
    settle(rep, desk)
    assert landed.shown == []
    passes(rep, desk, clock, "2026-11-21 15:00")
    rep.wait(lambda: landed.shown)
    assert landed.shown[0].title == "84 minutes to your limit"


def test_a_pause_holds_notices_until_it_ends(
    rep: Rep, desk: Desk, landed: NotificationDesk
) -> None:
    desk.pausing.pause_for_an_hour()
    rep.nears()
    rep.wait(lambda: left(desk) == 84)
    settle(rep, desk)
    assert landed.shown == []
    desk.pausing.resume()
    rep.wait(lambda: landed.shown)


def test_later_lets_the_banner_sleep_and_rings_again_in_an_hour(
    rep: Rep, desk: Desk, landed: NotificationDesk, clock: HandClock
) -> None:
    rep.nears()
    rep.wait(lambda: landed.shown)
    landed.press(1, LATER)
    rep.wait(lambda: desk.figures.view and not desk.figures.view.state.banners.banners)
    passes(rep, desk, clock, "2026-11-21 14:04")
    assert len(landed.shown) == 1
    passes(rep, desk, clock, "2026-11-21 14:05")
    rep.wait(lambda: len(landed.shown) == 2)


def test_quiet_until_reset_is_quiet_for_that_level_only(
    rep: Rep, desk: Desk, landed: NotificationDesk, clock: HandClock
) -> None:
    rep.nears()
    rep.wait(lambda: landed.shown)
    landed.press(1, QUIET)
    rep.wait(lambda: desk.figures.view and not desk.figures.view.state.banners.banners)
    passes(rep, desk, clock, "2026-11-29 14:05")
    assert len(landed.shown) == 1
    rep.uses(84, "2026-11-21T08:00:00Z")
    rep.wait(lambda: len(landed.shown) == 2)
    assert landed.shown[1].title == "Calls are now billed per minute through Twilio Connect"


def test_a_start_tells_nothing_of_what_it_finds(
    rep: Rep, landed: NotificationDesk, open_window: Open
) -> None:
    rep.nears()
    desk = desk_of(open_window())
    rep.wait(lambda: left(desk) == 84)
    for _ in range(3):
        settle(rep, desk)
    assert landed.shown == []
    rep.uses(84, "2026-11-21T08:00:00Z")
    rep.wait(lambda: landed.shown)
    assert landed.shown[0].title == "Calls are now billed per minute through Twilio Connect"


def test_what_nobody_wants_to_hear_does_not_ring(
    rep: Rep, desk: Desk, landed: NotificationDesk
) -> None:
    desk._preferences.change(notices=NoticeChoice(near=False))
    rep.nears()
    rep.wait(lambda: left(desk) == 84)
    settle(rep, desk)
    assert landed.shown == []


def test_the_end_of_the_program_takes_its_notices_along(
    rep: Rep, desk: Desk, landed: NotificationDesk
) -> None:
    rep.nears()
    rep.wait(lambda: landed.shown)
    desk.notices.close()
    rep.wait(lambda: landed.closed)


@pytest.fixture
def dunst(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Wire]:
    """A notification server that people use, on a screen in memory."""
    folder = home / "run"
    with ExitStack() as stack:
        address = stack.enter_context(session_bus(folder))
        on = stack.enter_context(screen(folder, DBUS_SESSION_BUS_ADDRESS=address))
        settings = folder / "dunstrc"
        settings.touch()
        bus = stack.enter_context(wired(address))
        stack.enter_context(running(["dunst", "-conf", str(settings)], on.environ))
        bus.wait_for(_SERVER[0])
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield bus


def displayed(dunst: Wire) -> int:
    """How many notices stand on the screen."""
    get, wanted = (
        "org.freedesktop.DBus.Properties.Get",
        ("org.dunstproject.cmd0", "displayedLength"),
    )
    ((_, number),) = dunst.ask(*_SERVER, get, "ss", *wanted)
    return int(number)


@pytest.mark.needs_tool("Xvfb", "openbox", "dunst")
def test_a_server_that_people_use_shows_it_and_a_click_opens_the_window(
    rep: Rep, dunst: Wire, open_window: Open
) -> None:
    desk = desk_of(open_window())
    rep.wait(lambda: left(desk) == 200)
    rep.nears()
    rep.wait(lambda: displayed(dunst) == 1)
    desk.window.window().hide()
    dunst.ask(*_SERVER, "org.dunstproject.cmd0.NotificationAction", "u", 0)
    rep.wait(child(desk.window, ReceiptPanel).isVisible)
    rep.wait(lambda: displayed(dunst) == 0)


@pytest.mark.needs_tool("Xvfb", "openbox", "dunst")
def test_a_server_that_people_use_takes_it_back_in_a_new_month(
    rep: Rep, dunst: Wire, clock: HandClock, open_window: Open
) -> None:
    desk = desk_of(open_window())
    rep.wait(lambda: left(desk) == 200)
    rep.nears()
    rep.wait(lambda: displayed(dunst) == 1)
    passes(rep, desk, clock, "2026-12-01 08:00")
    rep.wait(lambda: displayed(dunst) == 0)
