"""The mapping dialog: by keyboard, with a preview that follows the answers."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.actions.preview_mapping import Previewed
from app.domain.problem import Problem
from app.exchange.mapping import Mapping
from app.wording.words import Words
from tests.support.looks import first_look
from tests.support.widgets import child
from tests.ui.mapping.test_state import CALL, ZONE
from ui.mapping.dialog import MappingDialog
from ui.mapping.preview import preview_missing, preview_state
from ui.mapping.state import mapping_state
from ui.mapping.tables import LinesTable
from ui.theme.theme import Theme


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme, words: Words) -> MappingDialog:
    kept = Mapping(name="old", columns={"start": "Wann", "far": "Ziel", "duration": "Dauer"})
    look = first_look(kept, sheets=("Calls", "Notes"))
    dialog = MappingDialog(theme, mapping_state(words, "anlage.csv", look, ZONE))
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    return dialog


def box(dialog: MappingDialog, key: str) -> QComboBox:
    found = dialog.findChild(QComboBox, key)
    assert isinstance(found, QComboBox)
    return found


def choose(dialog: MappingDialog, key: str, answer: str) -> None:
    box(dialog, key).setCurrentIndex(box(dialog, key).findData(answer))


def save(dialog: MappingDialog) -> QPushButton:
    return child(dialog, QPushButton, "Keep and import")


def readable(words: Words) -> Any:
    return preview_state(words, [Previewed(2, CALL, None)], ZONE)


def test_what_the_columns_seem_to_mean_is_filled_in(dialog: MappingDialog) -> None:
    answers = dialog.answers
    assert (answers["start"], answers["second"], answers["duration"]) == ("Wann", "Ziel", "Dauer")
    assert (answers["zone"], answers["name"]) == (ZONE, "anlage")


def test_nothing_can_be_imported_before_its_preview(dialog: MappingDialog, words: Words) -> None:
    assert not save(dialog).isEnabled()
    dialog.show_preview(readable(words))
    assert save(dialog).isEnabled()
    dialog.show_preview(preview_missing("Say more."))
    assert not save(dialog).isEnabled()


def test_an_answer_asks_for_a_preview_once_it_rests(dialog: MappingDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.changed) as asked:
        choose(dialog, "answered", "")
        choose(dialog, "unit", "min")
    assert (asked.args[0]["answered"], asked.args[0]["unit"]) == ("", "min")


def test_only_what_matters_is_asked(dialog: MappingDialog) -> None:
    assert not box(dialog, "body").isVisible()
    choose(dialog, "kind", "texts")
    assert (box(dialog, "body").isVisible(), box(dialog, "duration").isVisible()) == (True, False)


def test_another_sheet_wants_another_look(dialog: MappingDialog) -> None:
    spy = QSignalSpy(dialog.layout_changed)
    choose(dialog, "sheet", "Notes")
    choose(dialog, "names", "no")
    assert [spy.at(place) for place in range(spy.count())] == [[True, "Notes"], [False, "Notes"]]


def test_a_kept_mapping_can_be_started_from(dialog: MappingDialog) -> None:
    choose(dialog, "kept", "old")
    assert (dialog.answers["name"], dialog.answers["answered"]) == ("old", "")


def test_the_answers_are_carried_when_they_are_kept(dialog: MappingDialog, words: Words) -> None:
    name = dialog.findChild(QLineEdit, "name")
    assert isinstance(name, QLineEdit)
    dialog.show_preview(readable(words))
    spy = QSignalSpy(dialog.chosen)
    save(dialog).click()
    assert spy.at(0)[0]["name"] == name.text() == "anlage"


def test_a_refused_line_shows_its_reason_in_place_of_its_cells(
    dialog: MappingDialog, words: Words
) -> None:
    lines = [Previewed(2, CALL, None), Previewed(3, None, Problem("It has no date."))]
    dialog.show_preview(preview_state(words, lines, ZONE))
    table = dialog.findChildren(LinesTable)[1]
    assert table.columnSpan(1, 1) == 5
    told = table.item(1, 1)
    assert told is not None
    assert told.text() == "⚠ It has no date."


def test_every_field_is_reached_by_tab_and_has_a_name(dialog: MappingDialog) -> None:
    reached: list[str] = []
    for _ in range(60):
        focus = QApplication.focusWidget()
        assert focus is not None
        holder = focus.parentWidget()
        inner = holder.accessibleName() if holder else ""
        reached.append(focus.accessibleName() or inner or getattr(focus, "text", str)())
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    wanted = {"The first lines of the file", "Sheet", "Date and time", "Keep it under the name"}
    assert wanted <= set(reached)
    assert "" not in reached


def test_it_fits_a_small_screen(dialog: MappingDialog) -> None:
    dialog.resize(480, 360)
    assert (dialog.width(), dialog.height()) == (480, 360)
    assert box(dialog, "start").width() <= 460
