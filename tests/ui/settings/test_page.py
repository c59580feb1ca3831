"""The Settings page as a person uses it: every control, the keyboard, and what is read aloud."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.wording.language import Language
from app.wording.words import Words, words_in
from tests.support.looking import cut
from tests.support.settings_pages import page_of
from tests.support.widgets import child
from ui.settings.page import SettingsPage
from ui.theme.theme import Theme
from ui.widgets.buttons import IconButton
from ui.widgets.reading_order import hands_keys_on
from ui.widgets.scroll import scrolling
from ui.widgets.switch import SwitchBox


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, words: Words) -> Iterator[SettingsPage]:
    """The page with much chosen, in front."""
    page = SettingsPage(theme)
    page.show_state(page_of(words, "chosen"))
    area = scrolling(page)
    qtbot.addWidget(area)
    area.resize(700, 400)
    with qtbot.waitActive(area):
        area.show()
        area.activateWindow()
    yield page
    area.close()


@pytest.fixture
def said(page: SettingsPage) -> dict[str, Any]:
    """What was said, by row."""
    told: dict[str, Any] = {}
    page.said.connect(told.__setitem__)
    return told


def part(page: SettingsPage, key: str, kind: type[Any], name: str = "") -> Any:
    return child(page.row(key), kind, name)


def test_a_choice_is_told_once_and_the_same_again_is_none(
    page: SettingsPage, said: dict[str, Any]
) -> None:
    box = part(page, "general.theme", QComboBox)
    box.activated.emit(0)
    assert said == {}
    box.activated.emit(2)
    assert said == {"general.theme": "dark"}


def test_the_wheel_scrolls_and_changes_nothing(page: SettingsPage, said: dict[str, Any]) -> None:
    box = part(page, "general.theme", QComboBox)
    here = QPointF(5, 5)
    turned = QWheelEvent(
        here, here, QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(box, turned)
    assert not turned.isAccepted()
    assert (said, box.currentIndex()) == ({}, 0)


def test_a_switch_is_flipped_by_the_space_bar(page: SettingsPage, said: dict[str, Any]) -> None:
    QTest.keyClick(part(page, "notices.near", SwitchBox), Qt.Key.Key_Space)
    assert said == {"notices.near": False}


def test_what_is_written_is_told_with_enter_and_once(
    page: SettingsPage, said: dict[str, Any]
) -> None:
    line = part(page, "warnings.minutes", QLineEdit)
    line.selectAll()
    QTest.keyClicks(line, "300")
    assert said == {}
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert said.pop("warnings.minutes") == "300"
    line.editingFinished.emit()
    assert said == {}


def test_escape_brings_back_what_is_kept(page: SettingsPage, said: dict[str, Any]) -> None:
    line = part(page, "me.name", QLineEdit)
    QTest.keyClicks(line, "!")
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert (line.text(), said) == ("Ada Rep", {})


def test_days_are_pressed_and_told_together(page: SettingsPage, said: dict[str, Any]) -> None:
    part(page, "quiet.days", QPushButton, "Sat").click()
    assert said == {"quiet.days": frozenset({5, 6})}


def test_hours_are_told_together(page: SettingsPage, said: dict[str, Any]) -> None:
    _, end = page.row("quiet.hours").findChildren(QComboBox)
    end.setCurrentText("08:30")
    end.activated.emit(end.currentIndex())
    assert said == {"quiet.hours": (20 * 60, 8 * 60 + 30)}


def test_names_are_added_and_taken_away(page: SettingsPage, said: dict[str, Any]) -> None:
    part(page, "me.aliases", IconButton).click()
    assert said == {"me.aliases": ("remove", "A. Rep")}
    line = part(page, "me.aliases", QLineEdit)
    QTest.keyClicks(line, " Ada B. Rep ")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert said == {"me.aliases": ("add", "Ada B. Rep")}


def test_the_keyboard_stays_in_the_row_when_a_name_goes(page: SettingsPage, words: Words) -> None:
    part(page, "me.aliases", IconButton).setFocus()
    page.show_state(page_of(words, "nameless"))
    assert part(page, "me.aliases", QLineEdit).hasFocus()


def test_a_region_is_found_by_its_name_and_another_word_is_none(
    page: SettingsPage, said: dict[str, Any]
) -> None:
    line = part(page, "working.holidays", QLineEdit)
    line.setText("austria")
    line.editingFinished.emit()
    assert said == {"working.holidays": "AT"}
    line.setText("Atlantis")
    line.editingFinished.emit()
    assert said == {"working.holidays": None}


def test_things_to_do_are_asked_for_by_their_key(qtbot: QtBot, page: SettingsPage) -> None:
    with qtbot.waitSignal(page.asked) as asked:
        part(page, "data.backup", QPushButton, "Back up now").click()
    assert asked.args == ["keep.backup"]


def test_what_is_being_written_outlives_news(page: SettingsPage, words: Words) -> None:
    line = part(page, "me.name", QLineEdit)
    line.setText("Ada B")
    page.show_state(page_of(words, "chosen"))
    assert line.text() == "Ada B"


def test_the_page_changes_its_language_in_its_place(page: SettingsPage) -> None:
    row = page.row("general.theme")
    page.show_state(page_of(words_in(Language("de", "DE")), "chosen"))
    assert page.row("general.theme") is row
    assert child(row, QComboBox).itemText(1) == "Hell"


def test_tab_goes_down_the_rows_and_each_stop_has_a_name(page: SettingsPage) -> None:
    first: QWidget | None = page.row("general.language").control.stop
    stop, names = first, list[str]()
    while stop is not None and not (names and stop is first):
        if page.isAncestorOf(stop) and _takes_tab(stop):
            names.append(stop.accessibleName())
        stop = stop.nextInFocusChain()
    assert "" not in names
    titles = ["General", "Me", "Warnings", "Notices", "Quiet hours", "Working days", "Privacy"]
    places = [next(at for at, name in enumerate(names) if name.startswith(t)) for t in titles]
    assert places == sorted(places)
    assert "Warnings: Minutes left, minutes" in names


def test_a_row_is_brought_into_sight_with_the_keyboard(qtbot: QtBot, page: SettingsPage) -> None:
    page.bring("connection.proxy")
    line = part(page, "connection.proxy", QLineEdit)
    assert line.hasFocus()
    qtbot.waitUntil(lambda: not line.visibleRegion().isEmpty())


@pytest.fixture(params=[100, 200])
def large(request: pytest.FixtureRequest, theme: Theme, qapp: QApplication) -> Iterator[None]:
    """Text of a size in percent."""
    theme.dress(qapp)
    theme.size_text(request.param)
    yield
    theme.size_text(100)


#: What a page leaves free at its side at least, in px.
_SIDE = 16


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize("width", [400, 680])
def test_rows_about_softphones_are_whole_where_narrow_also_in_large_text(
    qtbot: QtBot, theme: Theme, words: Words, width: int
) -> None:
    page, state = SettingsPage(theme), page_of(words, "listening")
    told = {"me", "live", "dialling", "logs"}
    sections = tuple(each for each in state.sections if each.key in told)
    page.show_state(replace(state, sections=sections))
    area = scrolling(page)
    qtbot.addWidget(area)
    area.resize(width, 400)
    area.show()
    qtbot.waitUntil(lambda: cut(page) == [])
    lines = [each for each in page.findChildren(QLineEdit) if each.isVisible()]
    assert lines
    for line in lines:
        assert line.mapTo(page, line.rect().topRight()).x() < page.width() - _SIDE
        assert line.height() >= line.sizeHint().height()


def _takes_tab(widget: QWidget) -> bool:
    policy = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    return bool(policy) and not hands_keys_on(widget) and widget.isVisible()
