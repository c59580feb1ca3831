"""Lines that fly past are not read; those where the list comes to rest are."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.domain.filters import Filters, Order
from app.wording.words import Words
from ui.activity.state import Found, Place, activity_state
from ui.activity.table import ActivityTable
from ui.theme.theme import Theme

LINES = 100_000


@pytest.fixture
def table(qtbot: QtBot, theme: Theme, words: Words) -> Iterator[ActivityTable]:
    table = ActivityTable(theme)
    qtbot.addWidget(table)
    table.resize(700, 400)
    found = Found(Filters(), Order.NEWEST, LINES, LINES)
    table.show_headings(activity_state(words, found).headings)
    table.start(LINES, Place())
    table.show()
    yield table
    table.close()


def asked_of(table: ActivityTable) -> list[int]:
    asked: list[int] = []
    table.rows_wanted.connect(lambda first, _: asked.append(first))
    return asked


def test_a_step_of_the_wheel_asks_at_once(table: ActivityTable) -> None:
    asked = asked_of(table)
    table.verticalScrollBar().setValue(3)
    assert asked == [3]


def test_of_a_pulled_scroll_bar_only_the_end_is_read(qtbot: QtBot, table: ActivityTable) -> None:
    asked = asked_of(table)
    for place in (10_000, 30_000, 50_000):
        table.verticalScrollBar().setValue(place)
    assert asked == []
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == [50_000]
