"""The palette as it is used: typed in, moved in, chosen from, closed."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.wording.words import Words
from tests.support.widgets import child
from ui.palette.field import PaletteField
from ui.palette.lines import LineList
from ui.palette.overlay import Palette
from ui.palette.state import PaletteLine, Sought, palette_state
from ui.theme.theme import Theme
from ui.window.window import MainWindow

LINES = tuple(PaletteLine(f"menu:{n}", f"Line {n}") for n in range(30))
Key = Qt.Key


@pytest.fixture
def palette(window: MainWindow, theme: Theme, words: Words) -> Palette:
    made = Palette(theme, window)
    made.open()
    made.show_state(palette_state(words, Sought(fixed=LINES)))
    return made


def field(palette: Palette) -> PaletteField:
    return child(palette, PaletteField)


def press(palette: Palette, key: Qt.Key) -> None:
    QTest.keyClick(field(palette), key)


def chosen(palette: Palette) -> str:
    line = child(palette, LineList).line
    return line.key if line else ""


def test_it_opens_with_the_keyboard_in_its_field(palette: Palette, window: MainWindow) -> None:
    assert window.focusWidget() is field(palette)
    assert chosen(palette) == "menu:0"


def test_arrows_move_and_go_around_pages_stop_at_the_end(palette: Palette) -> None:
    press(palette, Key.Key_Up)
    assert chosen(palette) == "menu:29"
    press(palette, Key.Key_Down)
    press(palette, Key.Key_Tab)
    assert chosen(palette) == "menu:1"
    press(palette, Key.Key_PageDown)
    assert chosen(palette) not in ("menu:1", "menu:2")
    press(palette, Key.Key_PageUp)
    press(palette, Key.Key_PageUp)
    assert chosen(palette) == "menu:0"


def test_enter_chooses_after_the_keyboard_is_back(
    palette: Palette, window: MainWindow, qtbot: QtBot
) -> None:
    before = palette._back
    with qtbot.waitSignal(palette.chosen) as signal:
        press(palette, Key.Key_Return)
    assert signal.args == ["menu:0"]
    assert not palette.isVisible()
    assert window.focusWidget() is before


def test_escape_closes_and_chooses_nothing(
    palette: Palette, window: MainWindow, qtbot: QtBot
) -> None:
    before = palette._back
    with qtbot.assertNotEmitted(palette.chosen), qtbot.waitSignal(palette.closed):
        press(palette, Key.Key_Escape)
    assert window.focusWidget() is before


def test_a_press_beside_it_closes_it(palette: Palette) -> None:
    QTest.mouseClick(palette, Qt.MouseButton.LeftButton, pos=QPoint(2, palette.height() - 2))
    assert not palette.isVisible()


def test_it_closes_where_the_keyboard_goes_elsewhere(palette: Palette, window: MainWindow) -> None:
    window.page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    window.page.setFocus()
    assert not palette.isVisible()
    assert window.focusWidget() is window.page


def test_the_chosen_line_is_said_to_a_screen_reader(palette: Palette) -> None:
    press(palette, Key.Key_Down)
    assert field(palette).accessibleDescription() == "Line 1"


def test_what_comes_late_leaves_the_chosen_line_chosen(palette: Palette, words: Words) -> None:
    press(palette, Key.Key_Down)
    more = (*LINES, PaletteLine("entry:1", "Jana"))
    palette.show_state(palette_state(words, Sought(fixed=more)), keep=True)
    assert chosen(palette) == "menu:1"


def test_it_stays_inside_a_small_window(palette: Palette, window: MainWindow) -> None:
    window.resize(480, 360)
    card = child(palette, LineList).parentWidget()
    assert card is not None
    assert palette.rect().contains(card.geometry())
    assert child(palette, LineList).height() > 100
