"""Rounds come when they are due, one at a time, and tell only a person who asked what failed."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.actions.sync_now import Synced
from app.domain.instant import SECOND, Instant
from app.domain.problem import Problem
from tests.support.ledgers import NOW
from ui.desk.company.sync import Sync


class HandNetwork:
    """A network whose clock and answers a test sets."""

    def __init__(self) -> None:
        self.at = NOW
        self.asked: list[tuple[Callable[[Synced], None], Callable[[Problem], None]]] = []

    def now(self) -> Instant:
        return self.at

    def ask(
        self,
        _: object,
        done: Callable[[Synced], None],
        failed: Callable[[Problem], None],
    ) -> None:
        self.asked.append((done, failed))

    def answer(self, problem: Problem | None = None, *, next_in: int = 300) -> None:
        self.asked[-1][0](Synced(self.at, problem, (), 0, next_in))


@pytest.fixture
def network() -> HandNetwork:
    return HandNetwork()


@pytest.fixture
def sync(qtbot: QtBot, network: HandNetwork) -> Sync:
    parent = QObject()
    sync = Sync(network, parent)  # type: ignore[arg-type]  # what it asks of a network is there
    sync.setParent(None)
    return sync


def pass_seconds(network: HandNetwork, seconds: int) -> None:
    network.at = Instant(network.at + seconds * SECOND)


def test_the_next_round_comes_when_the_last_one_said(sync: Sync, network: HandNetwork) -> None:
    sync.ask()
    network.answer(next_in=300)
    pass_seconds(network, 299)
    sync.look()
    assert len(network.asked) == 1
    pass_seconds(network, 1)
    sync.look()
    assert len(network.asked) == 2


def test_a_computer_that_slept_asks_as_soon_as_it_looks(sync: Sync, network: HandNetwork) -> None:
    sync.ask()
    network.answer()
    pass_seconds(network, 8 * 3_600)
    sync.look()
    assert len(network.asked) == 2


def test_a_second_wish_waits_for_the_round_under_way(sync: Sync, network: HandNetwork) -> None:
    sync.ask()
    sync.ask()
    assert len(network.asked) == 1


def test_only_a_person_who_asked_is_told_of_trouble(
    qtbot: QtBot, sync: Sync, network: HandNetwork
) -> None:
    sync.ask()
    with qtbot.waitSignal(sync.failed):
        network.answer(Problem("The plan server cannot be reached."))
    pass_seconds(network, 300)
    sync.look()
    with qtbot.assertNotEmitted(sync.failed):
        network.answer(Problem("The plan server cannot be reached."))


def test_a_ledger_that_is_let_go_of_is_not_asked_for(sync: Sync, network: HandNetwork) -> None:
    sync.hold()
    sync.ask()
    assert network.asked == []
    sync.go_on()
    sync.ask()
    assert len(network.asked) == 1


def test_after_leaving_no_round_is_due(sync: Sync, network: HandNetwork) -> None:
    sync.ask()
    network.answer()
    sync.stop()
    pass_seconds(network, 3_600)
    sync.look()
    assert len(network.asked) == 1


def test_it_is_slept_until_the_next_round_but_a_minute_at_most(
    sync: Sync, network: HandNetwork
) -> None:
    sync.start(after_ms=60_000)
    sync.ask()
    network.answer(next_in=20)
    assert sync._timer.interval() == 20_000
    pass_seconds(network, 20)
    sync.look()
    network.answer(next_in=3_600)
    assert sync._timer.interval() == 60_000
    sync.stop()


def test_a_round_that_ends_after_the_last_begins_no_other(sync: Sync, network: HandNetwork) -> None:
    sync.start(after_ms=60_000)
    sync.ask()
    sync.stop()
    network.answer()
    assert not sync._timer.isActive()


def test_in_a_pause_no_round_begins_by_itself(sync: Sync, network: HandNetwork) -> None:
    sync.ask()
    network.answer(next_in=300)
    sync.is_paused = lambda: True
    pass_seconds(network, 400)
    sync.look()
    assert len(network.asked) == 1


def test_in_a_pause_a_person_has_a_round(sync: Sync, network: HandNetwork) -> None:
    sync.is_paused = lambda: True
    sync.ask()
    assert len(network.asked) == 1


def test_a_start_in_a_pause_waits_for_its_end(
    sync: Sync, network: HandNetwork, qtbot: QtBot
) -> None:
    paused = True
    sync.is_paused = lambda: paused
    sync.start(after_ms=0)
    qtbot.wait(10)
    assert not network.asked
    paused = False
    sync.look()
    assert len(network.asked) == 1
    sync.stop()
