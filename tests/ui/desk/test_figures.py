"""Figures are read one after another; nothing that is wanted meanwhile is lost."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.domain.instant import MINUTE, Instant
from app.domain.problem import Problem
from app.machine.settings import Settings
from app.wording.language import Language
from app.wording.words import words_in
from tests.support.ledgers import NOW
from ui.desk.figures import Figures
from ui.desk.look import Look
from ui.desk.snoozes import Snoozes

LOCKED = Problem("The ledger is locked.")


class HandLane:
    """A lane whose work a test brings home."""

    def __init__(self) -> None:
        self.jobs: list[tuple[Callable[[Any], None], Callable[[Problem], None]]] = []

    def run(
        self, _: object, done: Callable[[Any], None], failed: Callable[[Problem], None]
    ) -> None:
        self.jobs.append((done, failed))

    def read(self) -> None:
        """Bring home the figures."""
        status = SimpleNamespace(meters=(), live=())
        self.jobs.pop(0)[0](SimpleNamespace(now=NOW, status=status, use=None))

    def tell(self, *, news: bool) -> None:
        """Bring home whether anybody wrote."""
        self.jobs.pop(0)[0](news)

    def fail(self) -> None:
        self.jobs.pop(0)[1](LOCKED)


@pytest.fixture
def lane() -> HandLane:
    return HandLane()


@pytest.fixture
def figures(qtbot: QtBot, lane: HandLane, tmp_path: Path) -> Figures:
    books = SimpleNamespace(now=lambda: NOW, folder=tmp_path)
    look = Look(words_in(Language()), Snoozes({}))
    parent = QObject()
    made = Figures(lane, books, look, parent)  # type: ignore[arg-type]  # what it asks is there
    made.setParent(None)
    return made


@pytest.fixture
def settled(figures: Figures, lane: HandLane) -> Figures:
    """Figures that were read, first in short and then whole."""
    figures.start()
    lane.read()
    lane.read()
    lane.tell(news=False)
    assert lane.jobs == []
    return figures


def test_what_is_wanted_during_a_reading_is_read_after_it(settled: Figures, lane: HandLane) -> None:
    settled.refresh()
    settled.judge(Settings(working_weekdays=frozenset({0})))
    lane.read()
    assert len(lane.jobs) == 1
    lane.read()
    assert lane.jobs == []
    settled.stop()


def test_a_write_during_a_reading_is_looked_for_after_it(settled: Figures, lane: HandLane) -> None:
    settled.refresh()
    settled.look()
    lane.read()
    lane.tell(news=True)
    lane.read()
    assert lane.jobs == []
    settled.stop()


def test_settings_that_judge_alike_read_nothing(settled: Figures, lane: HandLane) -> None:
    settled.judge(Settings(theme="dark"))
    assert lane.jobs == []
    settled.stop()


def test_trouble_that_lasts_is_told_once(qtbot: QtBot, settled: Figures, lane: HandLane) -> None:
    told: list[Problem] = []
    settled.failed.connect(told.append)
    for _ in range(3):
        settled._on_minute()
        lane.fail()
    assert told == [LOCKED]
    settled._on_minute()
    lane.read()
    settled._on_minute()
    lane.fail()
    assert told == [LOCKED, LOCKED]
    settled.stop()


def test_a_first_reading_that_failed_is_tried_again(figures: Figures, lane: HandLane) -> None:
    figures.start()
    lane.fail()
    figures._on_minute()
    lane.read()
    assert figures.view is not None
    figures.stop()


def test_nothing_is_read_once_the_ledger_is_let_go(settled: Figures, lane: HandLane) -> None:
    settled.refresh()
    settled.look()
    settled.stop()
    lane.read()
    settled.look()
    assert lane.jobs == []
    assert not settled._minute.isActive()


def test_a_clock_set_back_a_year_does_not_keep_the_minute_waiting(settled: Figures) -> None:
    settled._books.now = lambda: Instant(NOW - 525_600 * MINUTE)
    settled._on_minute()
    assert settled._minute.interval() <= 60_100
    settled.stop()


def test_nothing_is_read_while_the_ledger_is_let_go(settled: Figures, lane: HandLane) -> None:
    settled.stop()
    settled.snooze(Snoozes({}))
    assert lane.jobs == []
    settled.start()
    assert len(lane.jobs) == 1
    settled.stop()
