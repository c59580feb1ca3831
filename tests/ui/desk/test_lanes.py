"""Lanes beside the ledger's: made when first needed, and never what a window waits for in vain."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.domain.instant import Instant
from app.domain.problem import Problem
from app.machine.secrets import RunSecrets
from tests.support.ledgers import NOW
from ui.background.lane import Lane
from ui.desk.company.network import Network
from ui.desk.company.side_lane import SideLane


@pytest.fixture
def side(qtbot: QtBot, tmp_path: Path) -> Iterator[SideLane]:
    parent = QObject()
    side = SideLane("beside", parent, folder=tmp_path, now=lambda: NOW)
    yield side
    side.close()


def test_a_lane_that_hangs_does_not_hold_the_window_back(qtbot: QtBot) -> None:
    parent, begun, release, ended = QObject(), Event(), Event(), Event()

    def hang() -> None:
        begun.set()
        release.wait()

    lane = Lane(parent, patience_seconds=0.01)
    lane.run(hang, lambda _: None, lambda _: None)
    begun.wait()
    lane.close(ended.set)  # returns although the work goes on
    assert not ended.is_set()
    release.set()
    ended.wait()


def test_whoever_waits_for_work_that_breaks_is_told(
    qtbot: QtBot, side: SideLane, expected_log: Callable[[], list[str]]
) -> None:
    broken: list[str] = []

    def fail(_: object) -> None:
        raise RuntimeError

    with qtbot.waitSignal(side.broke):
        side.run(fail, lambda _: None, lambda _: None, lambda: broken.append("told"))
    assert broken == ["told"]
    assert expected_log() == ["ERROR ui.background.lane: work in the background broke"]


def test_nothing_is_started_before_it_is_needed(side: SideLane) -> None:
    done: list[str] = []
    side.let_go(lambda: done.append("let go"))
    assert (done, side._lane) == (["let go"], None)


def test_work_comes_home_with_a_ledger_of_its_own(qtbot: QtBot, side: SideLane) -> None:
    found: list[object] = []
    side.run(lambda books: books.ledger().path, found.append, found.append)
    qtbot.waitUntil(lambda: bool(found))
    assert str(found[0]).endswith("ledger.db")


def test_a_ledger_that_was_let_go_of_is_opened_again_by_the_next_work(
    qtbot: QtBot, side: SideLane
) -> None:
    found: list[object] = []
    side.run(lambda books: books.ledger(), found.append, found.append)
    side.let_go(lambda: found.append("let go"))
    side.run(lambda books: books.ledger(), found.append, found.append)
    qtbot.waitUntil(lambda: len(found) == 3)
    assert found[1] == "let go"
    assert found[0] is not found[2]


def test_secrets_are_made_once_and_a_problem_comes_home(qtbot: QtBot, tmp_path: Path) -> None:
    parent = QObject()
    made: list[RunSecrets] = []
    problems: list[Problem] = []

    def secrets() -> RunSecrets:
        made.append(RunSecrets())
        return made[-1]

    def refuse(*_: object) -> None:
        raise Problem("No.")

    network = Network(tmp_path, lambda: Instant(NOW), secrets, parent)
    for _ in range(2):
        network.ask(refuse, lambda _: None, problems.append)
    qtbot.waitUntil(lambda: len(problems) == 2)
    network.lane.close()
    assert (len(made), str(problems[0])) == (1, "No.")
