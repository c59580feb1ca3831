"""Rounds with accounts come when they are due or wanted, one after another, and can be stopped."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.domain.accounts import AccountsPage
from app.domain.connection import Progress
from app.domain.instant import DAY, MINUTE, SECOND, Instant
from app.domain.problem import Problem
from app.sync.accounts.outcome import AccountOutcome
from tests.support.accounts_pages import aircall, hubspot
from tests.support.ledgers import NOW
from ui.desk.accounts import requests
from ui.desk.accounts.often import Often
from ui.desk.accounts.rounds import Rounds


class HandLane:
    """A lane that is never closing."""

    def is_closing(self) -> bool:
        return False


class HandNetwork:
    """A network whose clock and answers a test sets."""

    def __init__(self) -> None:
        self.at = NOW
        self.lane = HandLane()
        self.asked: list[tuple[Callable[[object], None], Callable[[Problem], None]]] = []
        self.breaks: list[Callable[[], None]] = []

    def now(self) -> Instant:
        return self.at

    def ask(
        self,
        _: object,
        done: Callable[[object], None],
        failed: Callable[[Problem], None],
        broken: Callable[[], None],
    ) -> None:
        self.asked.append((done, failed))
        self.breaks.append(broken)

    def answer(self, *, next_in: int | None = 300) -> None:
        outcome = AccountOutcome(hubspot().connection, self.at, next_in=next_in)
        self.asked[-1][0](outcome)


@pytest.fixture
def network() -> HandNetwork:
    return HandNetwork()


@pytest.fixture
def wanted(monkeypatch: pytest.MonkeyPatch) -> list[requests.Round]:
    """The rounds that were begun."""
    found: list[requests.Round] = []
    monkeypatch.setattr(requests, "round_with", lambda each, _now: found.append(each))
    return found


@pytest.fixture
def rounds(qtbot: QtBot, network: HandNetwork, wanted: list[requests.Round]) -> Iterator[Rounds]:
    parent = QObject()
    rounds = Rounds(network, parent)  # type: ignore[arg-type]  # what it asks of it is there
    rounds.setParent(None)
    rounds.know(page_due_at(Instant(NOW + MINUTE)))
    yield rounds
    rounds.close()


def test_a_round_that_breaks_lets_the_next_one_begin(rounds: Rounds, network: HandNetwork) -> None:
    first, second = (each.connection.id for each in (hubspot(), aircall()))
    rounds.ask(first, second)
    network.breaks[0]()
    assert (rounds.running, rounds.waiting) == (second, ())


def page_due_at(due: Instant) -> AccountsPage:
    return AccountsPage(NOW, (replace(hubspot(), due=due), replace(aircall(), due=due)))


def ids(wanted: list[requests.Round]) -> list[int]:
    return [each.connection_id for each in wanted]


def test_nothing_is_asked_before_it_is_due(rounds: Rounds, network: HandNetwork) -> None:
    rounds.look()
    assert network.asked == []


def test_what_a_clock_gone_wrong_planned_is_due(rounds: Rounds, network: HandNetwork) -> None:
    rounds.know(page_due_at(Instant(NOW + 3 * DAY)))
    rounds.look()
    assert len(network.asked) == 1


def test_what_is_due_comes_one_after_another(
    rounds: Rounds, network: HandNetwork, wanted: list[requests.Round]
) -> None:
    network.at = Instant(NOW + MINUTE)
    rounds.look()
    assert (ids(wanted), rounds.running, rounds.waiting) == ([1], 1, (2,))
    network.answer()
    assert (ids(wanted), rounds.running, rounds.waiting) == ([1, 2], 2, ())


def test_a_computer_that_slept_asks_as_soon_as_it_looks(
    rounds: Rounds, network: HandNetwork, wanted: list[requests.Round]
) -> None:
    network.at = Instant(NOW + 480 * MINUTE)
    rounds.look()
    assert ids(wanted) == [1]


def test_what_just_ended_is_not_due_before_it_was_read_again(
    rounds: Rounds, network: HandNetwork, wanted: list[requests.Round]
) -> None:
    network.at = Instant(NOW + MINUTE)
    rounds.ask(1)
    network.answer()
    rounds.look()
    assert ids(wanted) == [1, 2]


def test_a_person_can_ask_for_all_that_are_not_paused(
    rounds: Rounds, network: HandNetwork, wanted: list[requests.Round]
) -> None:
    paused = replace(hubspot(), connection=replace(hubspot().connection, paused=True))
    rounds.know(AccountsPage(NOW, (paused, aircall())))
    rounds.ask()
    network.answer()
    assert ids(wanted) == [2]


def test_a_second_wish_waits_for_the_round_under_way(rounds: Rounds, network: HandNetwork) -> None:
    rounds.ask(1)
    rounds.ask(1)
    assert (len(network.asked), rounds.waiting) == (1, ())


def test_a_stop_ends_the_round_that_runs(rounds: Rounds, wanted: list[requests.Round]) -> None:
    rounds.ask(1)
    before = wanted[0].cancelled()
    rounds.stop(1)
    assert (before, wanted[0].cancelled()) == (False, True)
    assert rounds.is_stopping


def test_a_stop_lets_one_that_waits_not_begin(
    rounds: Rounds, network: HandNetwork, wanted: list[requests.Round]
) -> None:
    rounds.ask(1, 2)
    rounds.stop(2)
    network.answer()
    assert ids(wanted) == [1]


def test_progress_of_the_running_round_is_told(
    qtbot: QtBot, rounds: Rounds, wanted: list[requests.Round]
) -> None:
    rounds.ask(1)
    with qtbot.waitSignal(rounds.changed):
        wanted[0].told(Progress(1, "calls", 200, 1_000))
    assert rounds.progress == Progress(1, "calls", 200, 1_000)


def test_a_ledger_that_is_let_go_of_is_not_asked_for(
    rounds: Rounds, network: HandNetwork, wanted: list[requests.Round]
) -> None:
    rounds.ask(1)
    rounds.hold()
    assert wanted[0].cancelled()
    network.answer()
    rounds.ask(2)
    assert len(network.asked) == 1
    rounds.go_on()
    rounds.look()
    assert len(network.asked) == 2


def test_only_a_person_who_asked_is_told_of_a_ledger_in_trouble(
    qtbot: QtBot, rounds: Rounds, network: HandNetwork
) -> None:
    rounds.ask(1)
    with qtbot.waitSignal(rounds.failed):
        network.asked[-1][1](Problem("The ledger is locked."))
    network.at = Instant(NOW + 60 * MINUTE)
    rounds.look()
    with qtbot.assertNotEmitted(rounds.failed):
        network.asked[-1][1](Problem("The ledger is locked."))


def test_no_more_is_told_than_a_screen_can_show() -> None:
    told: list[int] = []
    clock = iter([0.0, 0.05, 0.1, 0.12])
    often = Often(told.append, seconds=0.1, clock=lambda: next(clock))
    for value in range(3):
        often(value)
    often(3, at_once=True)
    assert told == [0, 2, 3]


def test_the_next_look_comes_when_the_next_round_is_due(
    rounds: Rounds, network: HandNetwork
) -> None:
    rounds._begin()
    assert rounds._timer.interval() == 60_000
    network.at = Instant(NOW + MINUTE - 10 * SECOND)
    rounds.look()
    assert rounds._timer.interval() == 10_000


def test_while_rounds_rest_it_is_looked_once_a_minute(rounds: Rounds, network: HandNetwork) -> None:
    rounds.is_paused = lambda: True
    network.at = Instant(NOW + 2 * MINUTE)
    rounds._begin()
    assert rounds._timer.interval() == 60_000
    assert network.asked == []


def test_nobody_looks_after_the_end(rounds: Rounds, network: HandNetwork) -> None:
    rounds._begin()
    rounds.ask(1)
    rounds.close()
    network.answer()
    assert not rounds._timer.isActive()


def test_in_a_pause_no_round_begins_by_itself(rounds: Rounds, network: HandNetwork) -> None:
    rounds.is_paused = lambda: True
    network.at = Instant(NOW + DAY)
    rounds.look()
    assert not network.asked


def test_in_a_pause_a_person_has_a_round(rounds: Rounds, network: HandNetwork) -> None:
    rounds.is_paused = lambda: True
    rounds.ask(hubspot().connection.id)
    assert rounds.running == hubspot().connection.id


def test_a_pause_lets_a_round_end_and_none_follow(rounds: Rounds, network: HandNetwork) -> None:
    network.at = Instant(NOW + DAY)
    rounds.look()
    rounds.is_paused = lambda: True
    network.answer()
    assert (rounds.running, rounds.waiting, len(network.asked)) == (None, (), 1)
