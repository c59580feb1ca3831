"""A rep talks: the figures go on by the second, the limit falls, and a small window tells it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.domain.instant import SECOND, Instant
from app.domain.phone_choice import PhoneChoice
from tests.journeys.conftest import HandClock
from tests.support.console import Console
from ui.desk.desk import Desk
from ui.desk.look import View
from ui.live.start import StartedCall
from ui.live.state import LiveState
from ui.strip.window import StripWindow

pytestmark = pytest.mark.journey
NUMBER = "+14155550188"


def shown_words(widget: QWidget) -> list[str]:
    return [each.text() for each in widget.findChildren(QLabel)]


@dataclass
class Rep:
    """Talks at the window, at a clock that the test holds."""

    qtbot: QtBot
    console: Console
    clock: HandClock
    desk: Desk

    @property
    def view(self) -> View:
        view = self.desk.figures.view
        assert view is not None
        return view

    @property
    def rows(self) -> tuple[LiveState, ...]:
        return self.view.state.live

    @property
    def kinds(self) -> list[str]:
        return [banner.kind for banner in self.view.state.banners.banners]

    @property
    def strip(self) -> StripWindow | None:
        strip = self.desk.strip.strip
        return strip if strip is not None and strip.isVisible() else None

    @property
    def is_stripped(self) -> bool:
        """Whether the small window is shown."""
        return self.strip is not None

    @property
    def clocks(self) -> list[str]:
        """What the clocks on the overview say."""
        return [strip._clock.text() for strip in self.desk.window.page._strips]

    def wait(self, until: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(until()))

    def plans(self, *words: str, minutes: int) -> None:
        """Choose a plan and have used so many minutes of it."""
        prices = self.console.folder / "prices.csv"
        prices.write_text("to,rate,currency,valid from\n1415,0.0140,USD,2026-01-01\n", "utf-8")
        self.console.done("plan", "use", *words)
        self.console.done("prices", "use", prices)
        self.console.done("log", "call", "--to", "+12125550123", "--start",
                          "2026-11-03T09:00:00Z", "--seconds", str(minutes * 60))  # fmt: skip
        self.wait(lambda: bool(self.view.status.meters) and self.view.status.meters[0].used)

    def calls(self, number: str = NUMBER) -> None:
        before = len(self.rows)
        self.desk.window.page.call_started.emit(StartedCall(number, "browser", "outbound"))
        self.wait(lambda: len(self.rows) == before + 1)

    def talks(self, seconds: int) -> None:
        self.clock.at = Instant(self.clock.at + seconds * SECOND)

    def ends(self, row: int = 0) -> None:
        before = len(self.rows)
        self.desk.window.page.call_ended.emit(self.rows[row].call)
        self.wait(lambda: len(self.rows) == before - 1)

    def wait_for_detail(self, words: str) -> None:
        self.wait(lambda: words in self.view.state.banners.banners[0].detail)

    def waits_for_clock(self, shown: str) -> None:
        self.wait(lambda: self.clocks == [shown])

    def rests(self) -> None:
        """Wait until nothing more is to be read of what was done so far."""
        figures = self.desk.figures
        gathering = figures._watching._gathering
        self.wait(lambda: not (figures._busy or figures._stirred or gathering.isActive()))

    def wants_strip(self, when: str) -> None:
        self.desk._preferences.change(phone=PhoneChoice(strip=when))


@pytest.fixture
def rep(qtbot: QtBot, console: Console, clock: HandClock, opened: Desk) -> Rep:
    opened.schedule.close()  # a backup that is due would come in between
    return Rep(qtbot, console, clock, opened)


def test_a_call_goes_on_by_the_second_without_reading(rep: Rep) -> None:
    rep.plans("hubspot-professional", minutes=1_916)
    rep.calls()
    rep.rests()
    reads: list[object] = []
    rep.desk.figures.read.connect(reads.append)
    seen = rep.view
    for second, shown in ((7, "0:07"), (1, "0:08"), (33, "0:41")):
        rep.talks(second)
        rep.waits_for_clock(shown)
    assert rep.view is seen
    assert reads == []


def test_a_call_that_crosses_the_limit_of_a_blocked_plan_stays_included(rep: Rep) -> None:
    rep.plans("hubspot-starter", minutes=497)
    rep.calls()
    assert rep.kinds == ["near"]
    rep.talks(60)
    rep.wait(lambda: rep.clocks == ["1:00"])
    assert rep.rows[0].sum == "2 min left"
    rep.talks(61)
    rep.wait(lambda: rep.kinds == ["limit_in_call", "near"])
    assert rep.rows[0].how == "browser · included"
    assert rep.rows[0].second == "this call may finish, the next one is blocked"
    rep.talks(120)
    rep.wait(lambda: rep.clocks == ["4:01"])
    rep.ends()
    rep.wait(lambda: rep.kinds == ["blocked"])
    rep.calls("+14155550199")
    assert rep.rows[0].how == "browser · past the limit"
    assert "billed_call" not in rep.kinds
    rep.talks(65)
    rep.ends()
    meter = rep.view.status.meters[0]
    assert (meter.used, meter.over, meter.billed) == (502, 2, 0)


def test_a_call_that_crosses_the_limit_of_a_billed_plan_is_not_billed(rep: Rep) -> None:
    rep.plans("hubspot-professional", "--twilio-connect", minutes=1_997)
    rep.calls()
    rep.talks(121)
    rep.wait(lambda: rep.kinds[0] == "limit_in_call")
    assert rep.rows[0].how == "browser · included"
    assert rep.rows[0].second == "this call may finish, the next one is billed"
    rep.talks(600)
    rep.wait(lambda: rep.clocks == ["12:01"])
    rep.ends()
    rep.wait(lambda: rep.kinds == ["billed"])
    meter = rep.view.status.meters[0]
    assert (meter.used, meter.billed) == (2_010, 0)


def test_the_next_call_carries_the_billing_banner_from_its_answer_to_its_end(rep: Rep) -> None:
    rep.plans("hubspot-professional", "--twilio-connect", minutes=2_000)
    rep.wait(lambda: rep.kinds == ["billed"])
    rep.calls()
    assert rep.kinds == ["billed_call"]
    standing = rep.view.state.banners.standing
    assert standing is not None
    assert (standing.later, standing.snoozes, bool(standing.fold)) == ("", (), True)
    assert standing.detail == "$0.0140 a minute, about $0.01 so far."
    for minute, so_far in ((2, "$0.03"), (3, "$0.04"), (4, "$0.06")):
        rep.talks(60)
        rep.wait(lambda: rep.kinds == ["billed_call"])
        rep.talks(1)
        rep.wait_for_detail(so_far)
        assert rep.rows[0].first.startswith(f"{minute} billed min")
    rep.desk.window.page.folded.emit("billed_call")
    rep.talks(60)
    rep.wait(lambda: rep.rows[0].first.startswith("5 billed min"))
    assert rep.view.state.banners.standing is None
    assert [chip.kind for chip in rep.view.state.banners.chips] == ["billed_call"]
    rep.ends()
    rep.wait(lambda: rep.kinds == ["billed"])
    assert rep.view.status.meters[0].billed == 5


def test_two_calls_at_once_take_from_the_same_minutes(rep: Rep) -> None:
    rep.plans("hubspot-professional", "--twilio-connect", minutes=1_998)
    rep.calls()
    rep.talks(61)
    rep.wait(lambda: rep.kinds[0] == "limit_in_call")
    rep.calls("+14155550199")
    assert [row.how for row in rep.rows] == ["browser · included", "browser · billed"]
    assert rep.kinds == ["billed_call"]
    rep.ends(0)
    rep.wait(lambda: rep.kinds == ["billed_call"])
    rep.talks(1)
    rep.ends()
    meter = rep.view.status.meters[0]
    assert (meter.used, meter.billed) == (2_000, 1)


def test_the_small_window_stands_while_the_main_one_is_away(rep: Rep, folder: Path) -> None:
    rep.plans("hubspot-professional", minutes=1_916)
    rep.calls()
    top = rep.desk.window.window()
    assert not rep.is_stripped
    top.hide()
    rep.wait(lambda: rep.strip)
    assert rep.strip is not None
    assert "+1 415 555 0188" in rep.strip.accessibleName()
    rep.talks(5)
    rep.wait(lambda: rep.strip and "0:05" in shown_words(rep.strip))
    top.show()
    rep.wait(lambda: not rep.is_stripped)


def test_escape_hides_it_for_this_call_and_not_for_the_next(rep: Rep) -> None:
    rep.plans("hubspot-professional", minutes=100)
    rep.wants_strip("always")
    rep.calls()
    rep.wait(lambda: rep.strip)
    assert rep.strip is not None
    QTest.keyClick(rep.strip, Qt.Key.Key_Escape)
    rep.wait(lambda: not rep.is_stripped)
    rep.talks(61)
    rep.wait(lambda: rep.clocks == ["1:01"])
    assert not rep.is_stripped
    rep.ends()
    rep.calls("+14155550199")
    rep.wait(lambda: rep.strip)
    rep.ends()
    rep.wait(lambda: not rep.is_stripped)


def test_who_wants_no_small_window_has_none(rep: Rep) -> None:
    rep.plans("hubspot-professional", minutes=100)
    rep.wants_strip("never")
    rep.calls()
    rep.desk.window.window().hide()
    rep.talks(61)
    rep.wait(lambda: rep.rows[0].first.startswith("2 billed min"))
    assert not rep.is_stripped


def test_it_comes_back_to_where_it_was_moved(rep: Rep) -> None:
    rep.plans("hubspot-professional", minutes=100)
    rep.wants_strip("always")
    rep.calls()
    rep.wait(lambda: rep.strip)
    strip = rep.strip
    assert strip is not None
    with rep.qtbot.waitSignal(strip.came_to_rest):
        for _ in range(3):
            QTest.keyClick(strip, Qt.Key.Key_Up)
    place = strip.pos()
    rep.ends()
    rep.calls()
    rep.wait(lambda: rep.strip)
    assert strip.pos() == place


def test_a_call_is_ended_from_the_small_window(rep: Rep) -> None:
    rep.plans("hubspot-professional", minutes=100)
    rep.wants_strip("always")
    rep.calls()
    rep.wait(lambda: rep.strip)
    assert rep.strip is not None
    rep.talks(30)
    rep.strip.ended.emit(rep.rows[0].call)
    rep.wait(lambda: rep.rows == ())
    assert rep.view.status.meters[0].used == 101
