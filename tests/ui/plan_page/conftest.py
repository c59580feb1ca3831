"""The plan page of a company's owner, open in a place that scrolls."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.wording.words import Words
from tests.support import plan_pages
from tests.support.meters import NOW
from ui.plan_page.page import PlanPage
from ui.plan_page.state import plan_page_state
from ui.theme.theme import Theme
from ui.widgets.scroll import scrolling


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, words: Words) -> Iterator[PlanPage]:
    page = PlanPage(theme)
    page.show_state(plan_page_state(words, plan_pages.owner(), NOW))
    area = scrolling(page)
    qtbot.addWidget(area)
    area.resize(1000, 700)
    with qtbot.waitActive(area):
        area.show()
        area.activateWindow()
    yield page
    area.close()
