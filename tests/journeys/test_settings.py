"""The Settings page in the real window: a choice holds at once, and after the next start."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.journeys.conftest import OpenOf, desk_of
from tests.journeys.seat import Seat
from tests.support.console import Console
from tests.support.ledgers import call, keep, ledger_with
from tests.support.widgets import child
from ui.desk.desk import Desk
from ui.settings.row import RowShown
from ui.theme.theme import Theme
from ui.widgets.switch import SwitchBox

pytestmark = [pytest.mark.journey, pytest.mark.usefixtures("memory_keyring")]
NUMBER, MASKED = "+1 415 555 0188", "+1 415 ··· ··88"


@pytest.fixture
def used(folder: Path) -> None:
    """One call to a number."""
    with ledger_with(folder, "hubspot-professional") as ledger:
        keep(ledger, call(far="+14155550188", minutes=10))


@pytest.fixture(autouse=True)
def usual_text(qapp: QApplication) -> Iterator[None]:
    """What the application holds for all windows is given back."""
    yield
    Theme().size_text(100)


def seat_of(qtbot: QtBot, open_window_of: OpenOf, folder: Path) -> Seat:
    seat = Seat(qtbot, desk_of(open_window_of(folder)))
    seat.window.page_chosen.emit("settings")
    seat.sees("General")
    return seat


@pytest.fixture
def seat(qtbot: QtBot, open_window_of: OpenOf, folder: Path) -> Seat:
    return seat_of(qtbot, open_window_of, folder)


def row(desk: Desk, key: str) -> RowShown:
    return desk.settings.page.row(key)


def choose(desk: Desk, key: str, name: str) -> None:
    """Choose what has a name in the box of a row, as a person does."""
    box = child(row(desk, key), QComboBox)
    place = box.findText(name)
    assert place >= 0, [box.itemText(each) for each in range(box.count())]
    box.setCurrentIndex(place)
    box.activated.emit(place)


def write(desk: Desk, key: str, text: str) -> None:
    line = child(row(desk, key), QLineEdit)
    line.setText(text)
    line.editingFinished.emit()


def flip(desk: Desk, key: str) -> None:
    child(row(desk, key), SwitchBox).click()


def test_the_page_speaks_another_language_while_it_is_open(seat: Seat) -> None:
    choose(seat.desk, "general.language", "Deutsch")
    seat.sees("Einstellungen")
    choose(seat.desk, "general.language", "English")
    seat.sees("Settings")


def test_choices_are_still_there_after_the_next_start(
    seat: Seat, qtbot: QtBot, open_window_of: OpenOf, folder: Path
) -> None:
    choose(seat.desk, "general.text", "130 %")
    write(seat.desk, "warnings.minutes", "250")
    flip(seat.desk, "notices.ahead")
    flip(seat.desk, "quiet.on")
    seat.window.window().close()
    again = seat_of(qtbot, open_window_of, folder).desk
    assert child(row(again, "general.text"), QComboBox).currentText() == "130 %"
    assert child(row(again, "warnings.minutes"), QLineEdit).text() == "250"
    assert not child(row(again, "notices.ahead"), SwitchBox).isChecked()
    assert child(row(again, "quiet.hours"), QComboBox).currentText() == "20:00"


@pytest.mark.usefixtures("used")
def test_numbers_are_masked_at_once_and_no_old_picture_stays(seat: Seat, folder: Path) -> None:
    (folder / "last-page.png").write_bytes(b"shows a number")
    seat.window.page_chosen.emit("overview")
    seat.sees(NUMBER)
    seat.window.page_chosen.emit("settings")
    flip(seat.desk, "privacy.mask")
    assert not (folder / "last-page.png").exists()
    seat.window.page_chosen.emit("overview")
    seat.sees(MASKED)
    assert NUMBER not in seat.read()
    seat.window.window().close()
    kept = (folder / "snapshot.json").read_text(encoding="utf-8")
    assert MASKED in kept
    assert NUMBER not in kept


def test_what_is_said_of_me_reaches_the_ledger(seat: Seat, console: Console) -> None:
    seat.wait(lambda: child(row(seat.desk, "me.name"), QLineEdit).isEnabled())
    write(seat.desk, "me.name", "Ada Rep")
    write(seat.desk, "me.aliases", "A. Rep")
    write(seat.desk, "me.numbers", "+1 415 555 0100")
    seat.sees("Remove +1 415 555 0100")
    choose(seat.desk, "me.method", "From the phone")
    seat.wait(lambda: console.done("me", "--json").json["method"] == "phone")
    me = console.done("me", "--json").json
    assert (me["name"], me["aliases"], me["numbers"]) == ("Ada Rep", ["A. Rep"], ["+14155550100"])


def test_a_number_that_is_none_is_refused_at_its_field(seat: Seat, console: Console) -> None:
    seat.wait(lambda: child(row(seat.desk, "me.name"), QLineEdit).isEnabled())
    write(seat.desk, "me.phone", "12")
    seat.sees("12 is not a phone number.")
    assert console.done("me", "--json").json["phone"] is None


def test_what_the_command_line_says_of_me_shows_up(seat: Seat, console: Console) -> None:
    console.done("me", "--name", "Ada Rep")
    seat.wait(lambda: child(row(seat.desk, "me.name"), QLineEdit).text() == "Ada Rep")


def test_a_theme_chosen_in_the_menu_shows_up(seat: Seat) -> None:
    seat.window.theme_chosen.emit("dark")
    assert child(row(seat.desk, "general.theme"), QComboBox).currentText() == "Dark"
    choose(seat.desk, "general.theme", "Light")
    assert not seat.desk._theme.tokens.dark


def test_the_palette_leads_to_a_row_with_the_keyboard(seat: Seat) -> None:
    seat.window.page_chosen.emit("overview")
    seat.desk.palette.setting_asked.emit("connection.proxy")
    assert seat.desk.pages.front == "settings"
    assert child(row(seat.desk, "connection.proxy"), QLineEdit).hasFocus()
    keys = {line.key for add in seat.desk.palette.more for line in add()}
    assert "setting:privacy.mask" in keys


def test_the_page_leads_to_the_doctor_and_to_the_accounts(seat: Seat) -> None:
    child(row(seat.desk, "connection.accounts"), QPushButton).click()
    assert seat.desk.pages.front == "accounts"
