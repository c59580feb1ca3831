"""Open calls go on by the clocks: once a second where it is seen, and never by reading."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from app.domain.beat import Beat
from app.domain.instant import MINUTE, SECOND, Instant
from app.domain.live import status_at
from app.domain.meter import Level, Status
from tests.support import states
from tests.support.meters import NOW
from ui.desk.ticking import Ticking

BOOT = "one-start"
RUNNING = 77 * SECOND + 123_456
ANSWERED = Beat(NOW, BOOT, RUNNING, RUNNING)


@dataclass
class Clocks:
    """All clocks, a while after the answer."""

    since_us: int = 0
    wall_jump_us: int = 0

    def look(self) -> Beat:
        wall = Instant(NOW + self.since_us + self.wall_jump_us)
        running = RUNNING + self.since_us
        return Beat(wall, BOOT, running, running)


class Shown(QObject):
    """Figures that were read once; counts the steps."""

    read = Signal(object)

    def __init__(self, status: Status) -> None:
        super().__init__()
        self.view: Any = SimpleNamespace(status=status)
        self.steps = 0

    def status_at(self, at: Beat) -> Status:
        return status_at(self.view.status, at)

    def step(self, at: Beat) -> Any:
        self.steps += 1
        self.view = SimpleNamespace(status=self.status_at(at))
        return self.view


@dataclass
class Made:
    ticking: Ticking
    figures: Shown
    clocks: Clocks
    ticked: list[int]

    def at(self, since_us: int) -> None:
        self.clocks.since_us = since_us
        self.ticking.tick()


@pytest.fixture
def made(qtbot: QtBot) -> Iterator[Made]:
    made = make(left=84)
    yield made
    made.ticking.close()


def make(left: int) -> Made:
    call = replace(states.open_call(0), answered=ANSWERED, left=left)
    figures, clocks = Shown(states.status(states.calling(left, Level.NEAR), live=(call,))), Clocks()
    ticking = Ticking(figures, clocks.look, figures)  # type: ignore[arg-type]  # has what it asks
    ticked: list[int] = []
    ticking.ticked.connect(lambda status: ticked.append(status.live[0].elapsed_us // SECOND))
    return Made(ticking, figures, clocks, ticked)


def test_a_second_is_told_while_somebody_looks(made: Made) -> None:
    made.at(0)
    for second in (1, 2, 3):
        made.at(second * SECOND + 400)
    assert made.ticked[-3:] == [1, 2, 3]


def test_nothing_is_told_while_nobody_looks(made: Made) -> None:
    made.at(0)
    made.ticked.clear()
    made.ticking.seen = lambda: False
    made.at(5 * SECOND)
    assert made.ticked == []
    assert made.ticking._timer.interval() > 50_000


@given(st.integers(0, 20 * MINUTE))
def test_the_next_look_is_just_after_the_next_second(since_us: int) -> None:
    made = make(left=84)
    made.at(since_us)
    woken = since_us + made.ticking._timer.interval() * 1_000
    assert woken // SECOND == since_us // SECOND + 1
    assert woken % SECOND <= 2_000
    made.ticking.close()


@given(st.integers(0, 20 * MINUTE))
def test_where_nobody_looks_the_next_minute_is_not_missed(since_us: int) -> None:
    made = make(left=84)
    made.ticking.seen = lambda: False
    made.at(since_us)
    woken = since_us + made.ticking._timer.interval() * 1_000
    assert 0 < woken - (since_us // MINUTE + 1) * MINUTE <= 2_000 or since_us % MINUTE == 0
    made.ticking.close()


def test_a_minute_that_begins_makes_the_page_anew_once(made: Made) -> None:
    made.at(0)
    steps = made.figures.steps
    for since_us in (MINUTE, MINUTE + 1, MINUTE + SECOND, 2 * MINUTE - 1):
        made.at(since_us)
    assert made.figures.steps == steps + 1
    assert made.figures.view.status.live[0].minutes == 2


def test_the_limit_is_shown_as_it_falls(made: Made) -> None:
    few = make(left=2)
    few.at(0)
    steps = few.figures.steps
    few.at(MINUTE + 1)
    kinds = [banner.kind for banner in few.figures.view.status.banners]
    assert (few.figures.steps, kinds[0]) == (steps + 1, "limit_in_call")
    few.ticking.close()


def test_a_wall_clock_that_is_set_moves_no_call(made: Made) -> None:
    made.at(30 * SECOND)
    made.clocks.wall_jump_us = -86_400 * SECOND
    made.at(31 * SECOND)
    assert made.ticked[-1] == 31


def test_it_stops_when_the_last_call_ends(made: Made) -> None:
    made.at(0)
    assert made.ticking.is_on
    made.figures.view = SimpleNamespace(status=states.status(states.calling(84, Level.NEAR)))
    made.figures.read.emit(made.figures.view)
    assert not made.ticking.is_on


def test_it_begins_with_the_first_figures_that_have_a_call(made: Made) -> None:
    assert not made.ticking.is_on
    made.figures.read.emit(made.figures.view)
    assert made.ticking.is_on
