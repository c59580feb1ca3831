"""Time passes while the window is open: months turn, computers sleep, clocks and zones change."""

from pathlib import Path
from threading import enumerate as enumerate_threads

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from typing_extensions import override

from app.domain.instant import DAY, MINUTE, Instant
from app.domain.own_warnings import OwnWarnings
from app.ledger.connections.health import note_round
from app.ledger.ledger import Ledger, ledger_path
from tests.journeys.conftest import HandClock, Open
from tests.journeys.resting import rest
from tests.support.connections import connect
from tests.support.console import Console
from tests.support.ledgers import at
from ui.banners.banner import Snooze
from ui.desk.desk import Desk
from ui.desk.look import View
from ui.desk.watching import Watching

PATIENCE_MS = 30_000
USED = ("log", "call", "--to", "+12125550123", "--start", "2026-11-03T09:00:00Z", "--seconds")


def view(desk: Desk) -> View:
    assert desk.figures.view is not None
    return desk.figures.view


def left(desk: Desk) -> int:
    return view(desk).status.meters[0].remaining


def kinds(desk: Desk) -> set[str]:
    return {banner.kind.value for banner in view(desk).status.banners}


def minute_begins(desk: Desk, clock: HandClock, now: Instant) -> None:
    """Set the clock, and do what the timer of the minute does."""
    clock.at = now
    desk.figures._on_minute()


@pytest.fixture
def used(qtbot: QtBot, console: Console, opened: Desk) -> Desk:
    """A window on 1950 used minutes of 2000, whose cycle ends with November in Berlin."""
    console.done("plan", "use", "hubspot-professional")
    console.done(*USED, str(1950 * 60))
    qtbot.waitUntil(lambda: bool(view(opened).status.meters) and left(opened) == 50,
                    timeout=PATIENCE_MS)  # fmt: skip
    return opened


def test_figures_and_banners_begin_anew_when_the_month_turns(
    qtbot: QtBot, clock: HandClock, used: Desk
) -> None:
    minute_begins(used, clock, at("2026-11-30 22:59"))
    qtbot.waitUntil(lambda: view(used).now == clock.at, timeout=PATIENCE_MS)
    assert (left(used), "near" in kinds(used)) == (50, True)
    minute_begins(used, clock, at("2026-11-30 23:00"))  # midnight in Berlin
    qtbot.waitUntil(lambda: left(used) == 2000, timeout=PATIENCE_MS)
    assert "near" not in kinds(used)


def test_a_computer_that_slept_over_the_reset_shows_the_new_cycle(
    qtbot: QtBot, clock: HandClock, used: Desk
) -> None:
    minute_begins(used, clock, Instant(clock.at + 20 * DAY))
    qtbot.waitUntil(lambda: left(used) == 2000, timeout=PATIENCE_MS)


def test_whoever_comes_back_to_the_window_need_not_wait_for_the_minute(
    qtbot: QtBot, clock: HandClock, used: Desk
) -> None:
    clock.at = Instant(clock.at + 20 * DAY)
    used.figures._on_state(Qt.ApplicationState.ApplicationActive)
    qtbot.waitUntil(lambda: left(used) == 2000, timeout=PATIENCE_MS)


def test_a_clock_set_back_shows_the_cycle_it_tells(
    qtbot: QtBot, clock: HandClock, used: Desk
) -> None:
    minute_begins(used, clock, at("2026-12-05 12:00"))
    qtbot.waitUntil(lambda: left(used) == 2000, timeout=PATIENCE_MS)
    minute_begins(used, clock, at("2026-11-21 12:00"))
    qtbot.waitUntil(lambda: left(used) == 50, timeout=PATIENCE_MS)


def test_within_a_minute_nothing_is_read_again(qtbot: QtBot, clock: HandClock, used: Desk) -> None:
    rest(qtbot, used)  # what was written before is read
    with qtbot.assertNotEmitted(used.figures.read):
        minute_begins(used, clock, Instant(clock.at + MINUTE // 60))
        rest(qtbot, used)


@pytest.mark.parametrize("second", [0, 1, 59])
def test_the_timer_of_the_minute_never_sleeps_longer(
    clock: HandClock, used: Desk, second: int
) -> None:
    minute_begins(used, clock, Instant(clock.at // MINUTE * MINUTE + second * MINUTE // 60))
    slept = used.figures._minute.interval()
    assert (60 - second) * 1_000 <= slept <= (60 - second) * 1_000 + 100


def test_a_snoozed_banner_comes_back_in_its_minute(
    qtbot: QtBot, clock: HandClock, used: Desk
) -> None:
    banner = view(used).state.banners.banners[0]
    until = banner.snoozes[0].until
    used.window.page.snoozed.emit(Snooze(banner.kind, banner.meter, until))
    qtbot.waitUntil(lambda: "near" not in kinds(used), timeout=PATIENCE_MS)
    minute_begins(used, clock, Instant(until))
    qtbot.waitUntil(lambda: "near" in kinds(used), timeout=PATIENCE_MS)


def test_a_forecast_follows_the_working_days_as_they_are_chosen(
    qtbot: QtBot, clock: HandClock, used: Desk
) -> None:
    def days_left() -> int:
        forecast = view(used).status.meters[0].forecast
        return forecast.working_days_left if forecast else -1

    before = days_left()
    used._preferences.change(working_weekdays=frozenset(range(7)))
    qtbot.waitUntil(lambda: days_left() > before, timeout=PATIENCE_MS)


def test_a_write_is_shown_without_looking_for_it(
    qtbot: QtBot, console: Console, used: Desk
) -> None:
    assert used.findChild(Watching) is not None
    assert used.figures._watching.is_told
    console.done(*USED, "60")
    qtbot.waitUntil(lambda: left(used) == 49, timeout=PATIENCE_MS)


def test_another_zone_of_the_computer_is_taken_up(
    qtbot: QtBot, clock: HandClock, used: Desk, tmp_path: Path
) -> None:
    activity = used.pages.activity
    work = activity._work
    used.pages.go_to("activity")
    qtbot.waitUntil(lambda: activity._found.count == 1, timeout=PATIENCE_MS)
    assert not work.changed()
    used._preferences._environ = {"TZ": "Asia/Tokyo"}
    assert work.changed()


def test_a_warning_of_ones_own_holds_at_once_and_is_told_on_the_plan_page(
    qtbot: QtBot, used: Desk
) -> None:
    used.pages.go_to("plan")
    qtbot.waitUntil(lambda: used.pages.planning._seen is not None, timeout=PATIENCE_MS)
    used._preferences.change(warnings=OwnWarnings(minutes=30))
    qtbot.waitUntil(lambda: "near" not in kinds(used), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: "(own setting)" in readable(used), timeout=PATIENCE_MS)


def readable(desk: Desk) -> str:
    return "\n".join(label.text() for label in desk.window.plan_page().findChildren(QLabel))


def test_an_account_counts_down_to_its_next_round(
    qtbot: QtBot, clock: HandClock, used: Desk, folder: Path
) -> None:
    with Ledger(ledger_path(folder)) as ledger:
        connected = connect(ledger)
        with ledger.writing() as writing:
            due = Instant(clock.at + 10 * MINUTE)
            note_round(writing, connected.id, clock.at, trouble=None, due=due)
    used.pages.go_to("accounts")
    page = used.window.accounts_page()

    def told() -> str:
        return "\n".join(label.text() for label in page.findChildren(QLabel))

    qtbot.waitUntil(lambda: "10 min" in told(), timeout=PATIENCE_MS)
    minute_begins(used, clock, Instant(clock.at + 3 * MINUTE))
    qtbot.waitUntil(lambda: "7 min" in told(), timeout=PATIENCE_MS)


class Painted(QObject):
    """Counts what is painted."""

    count = 0

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_a_window_hidden_in_the_tray_goes_on_and_paints_nothing(
    qtbot: QtBot, qapp: QApplication, clock: HandClock, used: Desk
) -> None:
    used.window.window().hide()
    painted = Painted()
    qapp.installEventFilter(painted)
    minute_begins(used, clock, Instant(clock.at + 20 * DAY))
    qtbot.waitUntil(lambda: left(used) == 2000, timeout=PATIENCE_MS)
    qapp.removeEventFilter(painted)
    assert painted.count == 0
    used.window.window().show()


def test_a_program_whose_display_is_gone_ends_as_a_closed_window_does(
    qtbot: QtBot, open_window: Open
) -> None:
    opening = open_window()
    with qtbot.waitSignal(opening.closed, timeout=PATIENCE_MS):
        opening.end()
    with qtbot.assertNotEmitted(opening.closed):
        opening.end()
    assert "ledger-lane" not in {thread.name for thread in enumerate_threads()}
