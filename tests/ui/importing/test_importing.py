"""Importing: what the row tells, and files dropped on the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QProgressBar, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.problem import Problem
from app.wording.words import Words
from tests.support.widgets import child
from ui.importing.drop import DropZone
from ui.importing.row import ImportRow
from ui.importing.state import (
    Counts,
    import_done,
    import_failed,
    import_running,
    partly_failed,
)
from ui.theme.theme import Theme
from ui.theme.tone import Tone

_COPY, _LEFT = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
_NO_KEY = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def row(qtbot: QtBot, theme: Theme) -> ImportRow:
    row = ImportRow(theme)
    qtbot.addWidget(row)
    row.show()
    return row


def test_progress_is_told_in_percent(words: Words) -> None:
    state = import_running(words, "calls.csv", done=326)
    assert (state.title, state.detail) == ("Importing calls.csv", "Done so far: 32 %")
    assert state.done == 326


def test_without_a_known_length_there_is_no_share(words: Words) -> None:
    assert import_running(words, "calls.csv", done=None).done is None


def test_the_result_tells_new_known_and_refused(words: Words) -> None:
    state = import_done(words, "calls.csv", Counts(9, 7, 1, 1))
    assert state.title == "calls.csv: 7 new entries."
    assert state.detail == "9 lines read · 1 already known · 1 refused"
    assert (state.refusals, state.tone) == ("Show refused lines", Tone.NEAR)


def test_the_same_file_again_is_no_failure(words: Words) -> None:
    state = import_done(words, "calls.csv", Counts(9, 0, 9, 0))
    assert state.title == "calls.csv: everything in it was known already."
    assert (state.mark, state.refusals) == ("done", "")


def test_unknown_columns_can_be_explained(qtbot: QtBot, row: ImportRow, words: Words) -> None:
    row.show_state(import_failed(words, "a.csv", Problem("Unknown."), columns_unknown=True))
    with qtbot.waitSignal(row.mapping_asked):
        child(row, QPushButton, "Say what the columns mean…").click()
    row.show_state(import_failed(words, "a.csv", Problem("Empty.")))
    assert not row._mapping.isVisible()


def test_a_file_that_failed_is_told_beside_those_that_did_not(words: Words) -> None:
    failed = import_failed(words, "b.csv", Problem("It is empty."))
    state = partly_failed(import_done(words, "a.csv, b.csv", Counts(9, 9, 0, 0)), failed)
    assert state.detail == "9 lines read\nb.csv was not imported. It is empty."
    assert state.tone is Tone.NEAR


def test_a_failure_says_what_to_do(words: Words) -> None:
    state = import_failed(words, "a.csv", Problem("It has no column {name}.", name="Date"))
    assert (state.detail, state.tone) == ("It has no column Date.", Tone.STOP)


def test_a_running_import_can_be_cancelled(qtbot: QtBot, row: ImportRow, words: Words) -> None:
    row.show_state(import_running(words, "calls.csv", done=None))
    with qtbot.waitSignal(row.cancelled):
        QTest.mouseClick(button(row, "Cancel"), _LEFT)


def test_a_result_can_be_put_away_and_its_refusals_seen(
    qtbot: QtBot, row: ImportRow, words: Words
) -> None:
    row.show_state(import_done(words, "calls.csv", Counts(9, 7, 1, 1)))
    assert not child(row, QProgressBar).isVisible()
    with qtbot.waitSignal(row.refusals_asked):
        QTest.mouseClick(button(row, "Show refused lines"), _LEFT)
    with qtbot.waitSignal(row.put_away):
        QTest.mouseClick(button(row, "OK"), _LEFT)


def test_files_dropped_on_the_window_are_news(qtbot: QtBot, tmp_path: Path) -> None:
    window, zone = window_with_zone(qtbot)
    file = tmp_path / "calls.csv"
    file.touch()
    dragged = mime(file, tmp_path)
    enter(window, dragged)
    assert zone.isVisible()
    with qtbot.waitSignal(zone.files_dropped) as dropped:
        drop(window, dragged)
    assert dropped.args == [(file,)]
    assert not zone.isVisible()


def test_folders_are_not_taken(qtbot: QtBot, tmp_path: Path) -> None:
    window, zone = window_with_zone(qtbot)
    enter(window, mime(tmp_path))
    assert not zone.isVisible()


def test_files_that_leave_again_leave_no_trace(qtbot: QtBot, tmp_path: Path) -> None:
    window, zone = window_with_zone(qtbot)
    file = tmp_path / "calls.csv"
    file.touch()
    dragged = mime(file)
    enter(window, dragged)
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert not zone.isVisible()


def window_with_zone(qtbot: QtBot) -> tuple[QWidget, DropZone]:
    window = QWidget()
    qtbot.addWidget(window)
    zone = DropZone(window)
    zone.set_hint("Drop the files to import them")
    window.show()
    return window, zone


def mime(*paths: Path) -> QMimeData:
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return dragged


def enter(window: QWidget, dragged: QMimeData) -> None:
    place = QPointF(5, 5).toPoint()
    QApplication.sendEvent(window, QDragEnterEvent(place, _COPY, dragged, _LEFT, _NO_KEY))


def drop(window: QWidget, dragged: QMimeData) -> None:
    QApplication.sendEvent(window, QDropEvent(QPointF(5, 5), _COPY, dragged, _LEFT, _NO_KEY))


def button(row: ImportRow, text: str) -> QPushButton:
    return next(each for each in row.findChildren(QPushButton) if each.text() == text)
