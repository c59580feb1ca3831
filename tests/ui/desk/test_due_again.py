"""The Accounts page is read again once a round that it tells of should have begun."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.domain.accounts import AccountsPage
from app.domain.instant import MINUTE, SECOND, Instant
from tests.support.accounts_pages import aircall, hubspot
from tests.support.ledgers import NOW
from ui.desk.accounts.due_again import DueAgain


@pytest.fixture
def again(qtbot: QtBot) -> Iterator[DueAgain]:
    parent = QObject()
    yield DueAgain(parent)
    parent.deleteLater()


def page(due: Instant, *, paused: bool = False) -> AccountsPage:
    shown = hubspot()
    connection = replace(shown.connection, paused=paused)
    later = replace(aircall(), due=Instant(NOW + 50 * MINUTE))
    return AccountsPage(NOW, (later, replace(shown, due=due, connection=connection)))


def test_the_page_is_read_when_the_next_round_is_due(again: DueAgain) -> None:
    again.know(page(Instant(NOW + 20 * SECOND)), NOW, rests=False)
    assert again.wait_ms == 20_000


def test_what_is_overdue_is_looked_at_again_soon(again: DueAgain) -> None:
    again.know(page(Instant(NOW - MINUTE)), NOW, rests=False)
    assert again.wait_ms == 5_000


def test_what_stays_due_is_looked_at_once_a_minute(again: DueAgain) -> None:
    again.know(page(Instant(NOW - MINUTE)), NOW, rests=True)
    assert again.wait_ms == 60_000


def test_a_paused_connection_is_not_waited_for(again: DueAgain) -> None:
    again.know(page(Instant(NOW - MINUTE), paused=True), NOW, rests=False)
    assert again.wait_ms == 60_000


def test_a_page_that_nobody_sees_is_not_read(again: DueAgain) -> None:
    again.know(page(Instant(NOW + MINUTE)), NOW, rests=False)
    again.rest()
    assert again.wait_ms is None


def test_the_page_is_told_when_it_is_time(qtbot: QtBot, again: DueAgain) -> None:
    with qtbot.waitSignal(again.due):
        again.know(page(Instant(NOW + SECOND)), NOW, rests=False)
