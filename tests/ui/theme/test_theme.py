"""The theme follows the person, else the desktop, and says when it changed."""

import gc

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.theme.icons import icon
from ui.theme.strokes import STROKES
from ui.theme.theme import Choice, Theme
from ui.theme.tokens import DARK, DARK_CONTRAST, LIGHT


@pytest.mark.parametrize(("choice", "tokens"), [(Choice.LIGHT, LIGHT), (Choice.DARK, DARK)])
def test_a_choice_wins_over_the_desktop(qtbot: QtBot, choice: Choice, tokens: object) -> None:
    assert Theme(choice, contrast=False).tokens == tokens


def test_another_choice_is_news(qtbot: QtBot) -> None:
    theme = Theme(Choice.LIGHT, contrast=False)
    with qtbot.waitSignal(theme.changed):
        theme.choose(Choice.DARK)
    assert theme.tokens == DARK


def test_the_same_choice_is_no_news(qtbot: QtBot) -> None:
    theme = Theme(Choice.LIGHT, contrast=False)
    with qtbot.assertNotEmitted(theme.changed):
        theme.choose(Choice.LIGHT)


def test_a_theme_that_asks_the_desktop_can_change_again_and_again(qtbot: QtBot) -> None:
    theme = Theme(Choice.LIGHT)
    gc.collect()
    theme.choose(Choice.DARK)
    theme.choose(Choice.LIGHT)
    assert not theme.tokens.dark


def test_high_contrast_has_tokens_of_its_own(qtbot: QtBot) -> None:
    assert Theme(Choice.DARK, contrast=True).tokens == DARK_CONTRAST


def test_the_application_is_dressed_in_the_tokens(qtbot: QtBot, qapp: QApplication) -> None:
    Theme(Choice.DARK, contrast=False).dress(qapp)
    assert QGuiApplication.palette().window().color().name() == DARK.ground
    assert DARK.card in qapp.styleSheet()


@pytest.mark.parametrize("name", sorted(STROKES))
def test_every_icon_draws_something(qtbot: QtBot, name: str) -> None:
    image = icon(name, LIGHT.text).pixmap(20).toImage()
    drawn = {image.pixelColor(x, y).alpha() for x in range(20) for y in range(20)}
    assert max(drawn) > 0
