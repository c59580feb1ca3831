"""The filter of time: a range of days, in the zone of the cycles."""

from datetime import date

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.cycle import day_start
from app.domain.filters import Choices, Filters
from app.wording.words import Words
from tests.support.widgets import child
from ui.activity.days import DaysDialog
from ui.activity.filters import filter_menus, narrowed
from ui.activity.periods import days_key, days_state

ZONE = "America/New_York"
FIRST, LAST = date(2026, 10, 30), date(2026, 11, 2)
NOVEMBER = (day_start(date(2026, 11, 1), ZONE), day_start(date(2026, 12, 1), ZONE), ZONE)
CHOICES = Choices(cycles=(NOVEMBER,))


@pytest.mark.parametrize("key", [days_key(FIRST, LAST), days_key(LAST, FIRST)])
def test_both_days_belong_to_the_range_in_either_order(key: str) -> None:
    found = narrowed(Filters(), CHOICES, key)
    wanted = (day_start(FIRST, ZONE), day_start(date(2026, 11, 3), ZONE))
    assert (found.since, found.until) == wanted


def test_a_range_of_days_is_told_on_its_button(words: Words) -> None:
    filters = narrowed(Filters(), CHOICES, days_key(FIRST, LAST))
    period = filter_menus(words, filters, CHOICES)[0]
    assert (period.chosen, period.narrowed) == ("30 Oct – 2 Nov", True)


def test_the_line_that_asks_for_days_changes_nothing_by_itself() -> None:
    assert narrowed(Filters(words="x"), CHOICES, "days") == Filters(words="x")


def test_the_dialog_begins_with_this_cycle_or_with_what_is_chosen(words: Words) -> None:
    state = days_state(words, Filters(), CHOICES)
    assert (state.first, state.last) == (date(2026, 11, 1), date(2026, 11, 30))
    again = days_state(words, narrowed(Filters(), CHOICES, days_key(FIRST, LAST)), CHOICES)
    assert (again.first, again.last) == (FIRST, LAST)


def test_the_dialog_answers_with_both_days(qtbot: QtBot, words: Words) -> None:
    dialog = DaysDialog(days_state(words, Filters(), CHOICES))
    qtbot.addWidget(dialog)
    first, last = dialog.findChildren(QDateEdit)
    first.setDate(QDate(2026, 10, 30))
    last.setDate(QDate(2026, 11, 2))
    with qtbot.waitSignal(dialog.chosen) as told:
        child(dialog, QPushButton, "Show").click()
    assert told.args == [days_key(FIRST, LAST)]
