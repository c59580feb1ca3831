"""The Accounts page with three connections, open in a place that scrolls."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.wording.words import Words
from tests.support import accounts_pages
from ui.accounts.page import AccountsPage
from ui.theme.theme import Theme
from ui.widgets.scroll import scrolling


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, words: Words) -> Iterator[AccountsPage]:
    page = AccountsPage(theme)
    page.show_state(accounts_pages.shown(words, "fine"))
    area = scrolling(page)
    qtbot.addWidget(area)
    area.resize(1000, 700)
    with qtbot.waitActive(area):
        area.show()
        area.activateWindow()
    yield page
    area.close()
