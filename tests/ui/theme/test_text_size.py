"""The size of all text: what stands already follows it, and keeps it in another theme."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.theme.fonts import Role, font
from ui.theme.motion import end_of_unknown
from ui.theme.theme import Choice, Theme
from ui.widgets.labels import label


@pytest.fixture
def dressed(theme: Theme, qapp: QApplication) -> Iterator[Theme]:
    theme.dress(qapp)
    yield theme
    theme.size_text(100)
    theme.rest(rests=False)


@pytest.fixture
def sized(qtbot: QtBot, dressed: Theme) -> QWidget:
    """A page with a label of a font of its own."""
    page = QWidget()
    qtbot.addWidget(page)
    QVBoxLayout(page).addWidget(label(Role.SMALL))
    page.show()
    return page


def points(page: QWidget) -> float:
    return page.findChildren(QWidget)[0].font().pointSizeF()


def test_text_that_stands_already_grows(dressed: Theme, sized: QWidget) -> None:
    before = points(sized)
    dressed.size_text(200)
    assert points(sized) == 2 * before
    assert font(Role.SMALL).pointSizeF() == 2 * before


def test_text_keeps_its_size_in_another_theme(dressed: Theme, sized: QWidget) -> None:
    before = points(sized)
    dressed.size_text(150)
    dressed.choose(Choice.DARK)
    assert points(sized) == 1.5 * before
    dressed.size_text(100)
    dressed.choose(Choice.LIGHT)
    assert points(sized) == before


def test_a_bar_of_unknown_length_stands_still_where_nothing_moves(dressed: Theme) -> None:
    assert end_of_unknown() == 0
    dressed.rest(rests=True)
    assert end_of_unknown() == 1
    dressed.rest(rests=False)
    assert end_of_unknown() == 0
