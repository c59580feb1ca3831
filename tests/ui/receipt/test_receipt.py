"""The receipt of an entry and of a figure, and the panel that shows it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.change import Change, ChangeKind, Version
from app.domain.event import Method, Source
from app.domain.meter import Level
from app.domain.receipt import Other
from app.domain.twins import State
from app.wording.words import Words
from tests.support import states
from tests.support.ledgers import call
from tests.support.meters import NOW, minutes
from tests.support.widgets import child
from ui.receipt.panel import ReceiptPanel
from ui.receipt.state import ReceiptState, receipt_state, why_state
from ui.theme.theme import Theme


@pytest.fixture
def state(words: Words) -> ReceiptState:
    return receipt_state(words, states.call_receipt(method=Method.PHONE))


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme, state: ReceiptState) -> ReceiptPanel:
    panel = ReceiptPanel(theme)
    qtbot.addWidget(panel)
    panel.show_state(state)
    return panel


def test_an_entry_is_explained_down_to_its_rule(state: ReceiptState) -> None:
    assert (state.title, state.sum) == ("Why 8 minutes?", "4 + 4")
    assert state.rule == "Rule: HubSpot Professional, valid from 11 Jan 2019."


def _reported_by(provider: str, state: State = State.MATCHED) -> Other:
    return Other("18", call(NOW, seconds=184, source=Source(provider)), state)


def test_what_other_sources_report_is_told_and_can_be_parted(words: Words) -> None:
    receipt = replace(states.call_receipt(), others=(_reported_by("microsip"),))
    shown = receipt_state(words, receipt)
    told = dict(shown.rows)["Also reported by MicroSIP"]
    assert told.startswith("3 min 04 s, ")
    assert told.endswith(" · same call")
    assert ("apart:18", "Not the same…") in shown.actions


def test_of_several_others_each_can_be_parted_but_those_that_are(words: Words) -> None:
    others = (_reported_by("microsip"), _reported_by("hubspot"), _reported_by("hand", State.APART))
    shown = receipt_state(words, replace(states.call_receipt(), others=others))
    names = [label for key, label in shown.actions if key.startswith("apart:")]
    assert names == ["Not the same as MicroSIP…", "Not the same as HubSpot…"]


def test_a_figure_is_a_sum_written_out(words: Words) -> None:
    why = why_state(words, states.calling(84, Level.NEAR))
    assert (why.title, why.sum) == ("Why 84 minutes?", "2,000 − 1,916 = 84")
    assert ("Used", "1,916 min") in why.rows


def test_the_figure_of_one_of_several_people_names_whose_it_is(words: Words) -> None:
    meter = states.calling(84, Level.NEAR)
    assert why_state(words, meter, "Jana").title == "Why 84 minutes? · Jana"
    silent = replace(meter, level=Level.NO_DATA)
    assert why_state(words, silent, "Jana").title == "How is this figure made? · Jana"


def test_a_sum_never_ends_below_nothing(words: Words) -> None:
    why = why_state(words, states.billed_meter())
    assert why.sum == "2,000 − 2,003 → 0"
    assert why.sentence.startswith("A call that began within the allowance counts whole.")
    assert ("Price", "about $0.52") in why.rows


def test_a_figure_others_draw_on_says_what_was_not_seen(words: Words) -> None:
    why = why_state(words, states.sms(812, at_least=True))
    assert why.sentence.startswith("Others may have used more")


def test_what_is_outside_and_over_is_told(words: Words) -> None:
    rows = dict(why_state(words, replace(states.sms(812), outside=9, over=2)).rows)
    assert (rows["Outside the bundle"], rows["Over the limit"]) == ("9 segments", "2 segments")


def test_without_data_there_is_no_sum(words: Words) -> None:
    why = why_state(words, minutes(level=Level.NO_DATA))
    assert (why.sum, [name for name, _ in why.rows]) == ("–", ["Meter", "Included"])


def test_the_panel_is_read_aloud(panel: ReceiptPanel, state: ReceiptState) -> None:
    assert panel.accessibleName() == state.title
    assert state.sentence in panel.accessibleDescription()


def test_escape_closes_the_panel(qtbot: QtBot, panel: ReceiptPanel) -> None:
    with qtbot.waitSignal(panel.closed):
        QTest.keyClick(panel, Qt.Key.Key_Escape)


def test_another_receipt_replaces_the_rows(panel: ReceiptPanel, words: Words) -> None:
    panel.show_state(why_state(words, states.calling(84, Level.NEAR)))
    texts = [each.text() for each in panel.findChildren(QLabel)]
    assert "1,916 min" in texts
    assert "4 min" not in texts


def test_an_entry_that_was_changed_shows_its_history(words: Words) -> None:
    receipt = states.call_receipt(method=Method.PHONE)
    before = receipt.fact._replace(note="old")
    change = Change(4, NOW, ChangeKind.NOTE, {"note": None}, 1)
    versions = (Version(1, before, NOW, "calls.csv"), Version(2, receipt.fact, NOW, "", change))
    state = receipt_state(words, receipt, versions, before)
    assert [line.changed for line in state.history] == ["Note: old → –", ""]
    assert (state.undo_id, ("Note", "– (source: old)") in state.rows) == (4, True)


def test_what_was_undone_is_not_offered_to_be_undone(words: Words) -> None:
    receipt = states.call_receipt()
    change = Change(4, NOW, ChangeKind.NOTE, {"note": None}, 1, undone=NOW)
    versions = (Version(1, receipt.fact, NOW), Version(2, receipt.fact, NOW, "", change))
    assert receipt_state(words, receipt, versions).undo == ""


def test_a_letter_in_a_receipt_asks_for_a_note_or_tags(qtbot: QtBot, panel: ReceiptPanel) -> None:
    asked: list[str] = []
    panel.action_asked.connect(lambda key, _: asked.append(key))
    for key in (Qt.Key.Key_N, Qt.Key.Key_T):
        QTest.keyClick(panel, key)
    child(panel, QPushButton, "Correct…").click()
    assert asked == ["note", "tags", "correct"]
