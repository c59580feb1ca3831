"""What tests of widgets share: a theme that no desktop decides, and English words."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.wording.language import Language
from app.wording.words import Words, words_in
from tests.support import states
from tests.support.meters import NOW
from ui.overview.state import Beside, OverviewState, overview_state
from ui.theme.theme import Choice, Theme
from ui.window.state import window_state
from ui.window.window import MainWindow


@pytest.fixture
def words() -> Words:
    return words_in(Language())


@pytest.fixture
def theme(qtbot: QtBot) -> Theme:
    return Theme(Choice.LIGHT, contrast=False)


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, words: Words) -> Iterator[MainWindow]:
    """The window near the limit, open, with the keyboard in it."""
    window = MainWindow(theme)
    qtbot.addWidget(window)
    window.show_window(window_state(words, states.statuses()["near"]))
    window.show_overview(overview_of(words, "near"))
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield window
    window.close()


def overview_of(words: Words, name: str) -> OverviewState:
    """The overview in a state of tests/support/states.py."""
    status = states.statuses()[name]
    return overview_state(words, status, states.entries(), NOW, beside=Beside(states.use()))
