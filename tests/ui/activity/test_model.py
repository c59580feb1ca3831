"""The model of the list as Qt itself tests models, and its pages that come and go."""

from PySide6.QtTest import QAbstractItemModelTester

from app.wording.words import Words
from tests.ui.activity.conftest import COUNT, lines_of
from ui.activity.model import PAGE, ROW, ActivityModel
from ui.activity.page import ActivityPage
from ui.activity.state import Found, activity_state


def test_the_model_is_sound_while_lists_and_pages_come(page: ActivityPage, words: Words) -> None:
    headings = activity_state(words, Found()).headings
    model = ActivityModel()
    model.show_headings(headings)
    model.start(2 * PAGE + 3)
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Warning, page
    )
    model.put(1, lines_of(words))
    model.put(2, lines_of(words)[:3])
    model.start(1)
    model.show_headings(headings[:3])
    assert tester.model() is model


def test_a_line_whose_page_is_on_its_way_is_empty(page: ActivityPage) -> None:
    lines = page.table.lines
    index = lines.index(COUNT // 2, 0)
    assert index.data(ROW) is None
    assert index.data() is None
    assert lines.missing(COUNT // 2, COUNT // 2) == [COUNT // 2 // PAGE]


def test_pages_far_away_are_let_go(page: ActivityPage, words: Words) -> None:
    lines: ActivityModel = page.table.lines
    for number in range(100):
        lines.put(number, lines_of(words))
    assert lines.missing(0, 0) == [0]
    assert lines.missing(99 * PAGE, 99 * PAGE) == []
