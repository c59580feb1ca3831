"""What softphones say reaches the ledger in order, once, whatever the ledger is busy with."""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event
from typing import TypeVar

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.domain.problem import LedgerProblem, Problem
from app.ledger.ledger import ledger_path
from tests.support.ledgers import NOW
from ui.background.lane import Lane
from ui.desk.books import Books
from ui.desk.live import intake as waiting
from ui.desk.live.intake import Entry, Intake

Told = TypeVar("Told")
LOCKED = LedgerProblem("The ledger is locked.")


def noting(taken: list[Told], what: Told, *, news: bool = True) -> Entry:
    def entry(_: Books) -> bool:
        taken.append(what)
        return news

    return entry


@pytest.fixture
def lane() -> Iterator[Lane]:
    parent = QObject()
    lane = Lane(parent)
    yield lane
    lane.close()


@pytest.fixture
def books(tmp_path: Path, lane: Lane) -> Iterator[Books]:
    books = Books(tmp_path, lambda: NOW)
    yield books
    lane.close(books.close)


@pytest.fixture
def parent() -> QObject:
    return QObject()


@pytest.fixture
def intake(
    qtbot: QtBot, lane: Lane, books: Books, parent: QObject, monkeypatch: pytest.MonkeyPatch
) -> Intake:
    monkeypatch.setattr(waiting, "_FIRST_MS", 10)
    return Intake(books, lane, parent)


def test_what_is_said_is_taken_in_order(qtbot: QtBot, intake: Intake) -> None:
    taken: list[int] = []
    for number in range(50):
        intake.take(noting(taken, number))
    qtbot.waitUntil(lambda: len(taken) == 50)
    assert taken == [*range(50)]
    qtbot.waitUntil(lambda: intake.is_free)


def test_what_the_ledger_refuses_waits_and_is_told_once(qtbot: QtBot, intake: Intake) -> None:
    taken: list[str] = []
    told: list[bool] = []
    refusals = iter(range(3))
    intake.troubled.connect(lambda: told.append(intake.trouble is not None))

    def locked_at_first(_: Books) -> bool:
        if next(refusals, None) is not None:
            raise LOCKED
        taken.append("start")
        return True

    intake.take(locked_at_first)
    intake.take(noting(taken, "end"))
    qtbot.waitUntil(lambda: taken == ["start", "end"])
    qtbot.waitUntil(lambda: intake.trouble is None)
    assert told == [True, False]


def test_a_ledger_that_another_program_holds_gets_everything_later(
    qtbot: QtBot, intake: Intake, books: Books, lane: Lane, tmp_path: Path
) -> None:
    opened: list[object] = []
    lane.run(books.ledger, opened.append, opened.append)
    qtbot.waitUntil(lambda: bool(opened))
    other = sqlite3.connect(ledger_path(tmp_path), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    stored: list[str] = []
    asked = Event()

    def store(books: Books) -> bool:
        asked.set()
        with books.ledger().writing():
            stored.append("call")
        return True

    intake.take(store)
    asked.wait(30)
    assert stored == []
    other.execute("ROLLBACK")
    other.close()
    qtbot.waitUntil(lambda: stored == ["call"])


def test_what_changes_no_figure_is_taken_in_quietly(qtbot: QtBot, intake: Intake) -> None:
    taken: list[str] = []
    told: list[str] = []
    intake.stored.connect(lambda: told.append(taken[-1]))
    intake.take(noting(taken, "goes on", news=False))
    qtbot.waitUntil(lambda: intake.is_free)
    assert (taken, told) == (["goes on"], [])
    intake.take(noting(taken, "ends"))
    qtbot.waitUntil(lambda: told == ["ends"])


def test_what_cannot_be_taken_in_holds_nobody_up(qtbot: QtBot, intake: Intake) -> None:
    taken: list[str] = []

    def unknown(_: Books) -> bool:
        message = "No open call goes by {id}."
        raise Problem(message, id="+14155550188")

    intake.take(unknown)
    intake.take(noting(taken, "next"))
    qtbot.waitUntil(lambda: taken == ["next"])
    assert intake.trouble is None


def test_a_fault_of_the_program_loses_one_and_no_more(
    qtbot: QtBot, intake: Intake, lane: Lane, expected_log: Callable[[], list[str]]
) -> None:
    taken: list[str] = []
    faults: list[object] = []
    lane.broke.connect(faults.append)

    def broken(_: Books) -> bool:
        raise RuntimeError

    intake.hold()
    for entry in (noting(taken, "a"), broken, noting(taken, "b")):
        intake.take(entry)
    intake.resume()
    qtbot.waitUntil(lambda: taken == ["a", "b"])
    qtbot.waitUntil(lambda: len(faults) == 1)
    assert expected_log()


def test_nothing_is_sent_while_the_ledger_is_let_go_of(qtbot: QtBot, intake: Intake) -> None:
    taken: list[str] = []
    intake.hold()
    intake.take(noting(taken, "held"))
    assert taken == []
    assert not intake.is_free
    intake.resume()
    qtbot.waitUntil(lambda: taken == ["held"])


def test_what_came_last_is_stored_before_the_window_is_gone(
    qtbot: QtBot, intake: Intake, lane: Lane, books: Books
) -> None:
    taken: list[int] = []
    for number in range(5):
        intake.take(noting(taken, number))
    intake.close()
    lane.close(books.close)
    assert taken == [0, 1, 2, 3, 4]


def test_a_ledger_that_stays_away_fills_no_memory(
    intake: Intake, monkeypatch: pytest.MonkeyPatch, expected_log: Callable[[], list[str]]
) -> None:
    monkeypatch.setattr(waiting, "_MOST", 3)
    intake.hold()
    for _ in range(5):
        intake.take(noting([], ""))
    assert intake.is_incomplete
    assert len(expected_log()) == 1
