"""Numbers offered while one is typed."""

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.domain.number_card import RecentNumber
from app.wording.language import Language
from app.wording.words import words_in
from ui.dial.offered import Offered
from ui.dial.state import offers

KNOWN = [RecentNumber("+14155550188", "Anna Brandt"), RecentNumber("+12125550123", "")]


@pytest.fixture
def field(qtbot: QtBot) -> QLineEdit:
    made = QLineEdit()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def offered(field: QLineEdit) -> Offered:
    made = Offered(field)
    made.show_offers(offers(words_in(Language("en", "US")), KNOWN))
    return made


@pytest.mark.parametrize("typed", ["bran", "415555", "(415) 555-01", "+1 415"])
def test_a_part_of_name_or_number_finds_it_and_types_the_number(
    offered: Offered, typed: str
) -> None:
    offered.setCompletionPrefix(typed)
    assert offered.completionCount() == 1
    assert offered.pathFromIndex(offered.currentIndex()) == "+14155550188"


def test_what_nobody_has_offers_nothing(offered: Offered) -> None:
    offered.setCompletionPrefix("nobody")
    assert offered.completionCount() == 0


@pytest.mark.parametrize("typed", ["+1 415 555 0188", "(415) 555-0188", "14155550188"])
def test_a_whole_number_offers_nothing_that_would_cover_its_answer(
    offered: Offered, typed: str
) -> None:
    offered.setCompletionPrefix(typed)
    assert offered.completionCount() == 0
