"""A page of the list, open, with a hundred lines of which the first have come."""

from collections.abc import Iterator
from itertools import cycle, islice

import pytest
from pytestqt.qtbot import QtBot

from app.domain.filters import Choices
from app.wording.words import Words
from tests.support import states
from ui.activity.model import PAGE
from ui.activity.page import ActivityPage
from ui.activity.rows import ActivityRow, activity_rows
from ui.activity.state import Found, Place, activity_state
from ui.theme.theme import Theme

COUNT = 1_000_000
CHOICES = Choices(agents=("Jana", "me"), sources=("aircall", "hubspot"))


def lines_of(words: Words, count: int = PAGE) -> tuple[ActivityRow, ...]:
    """So many lines, the entries of the other tests again and again."""
    return tuple(activity_rows(words, islice(cycle(states.entries()), count)))


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, words: Words) -> Iterator[ActivityPage]:
    """A page of a million lines, of which those in sight have come."""
    page = ActivityPage(theme)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show_state(activity_state(words, Found(count=COUNT, total=COUNT, choices=CHOICES)))
    page.table.lines.expect(0, lines_of(words))
    page.table.start(COUNT, Place())
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.table.setFocus()
    yield page
    page.close()
