"""What the overview offers before all is known: who I am, and where calls come from."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from tests.journeys.conftest import OpenOf, desk_of
from tests.journeys.seat import Seat
from tests.support.ledgers import call, keep, ledger_with
from tests.support.widgets import child
from ui.accounts.connect import ConnectDialog
from ui.meters.card import MeterCard
from ui.people.dialog import WhoDialog

pytestmark = [pytest.mark.journey, pytest.mark.usefixtures("memory_keyring")]
QUESTION = "Several people are named here. Which one are you?"


@pytest.fixture
def named(folder: Path) -> None:
    """Ada and Jana have used minutes."""
    with ledger_with(folder, "hubspot-professional") as ledger:
        keep(ledger, call(agent="Ada", minutes=10), call(agent="Jana", minutes=20))


@pytest.fixture
def seat(qtbot: QtBot, open_window_of: OpenOf, folder: Path) -> Seat:
    return Seat(qtbot, desk_of(open_window_of(folder)))


@pytest.mark.usefixtures("named")
def test_of_several_people_one_says_on_the_page_who_one_is(seat: Seat) -> None:
    seat.sees(QUESTION)
    seat.press("Choose…")
    dialog = seat.dialog(WhoDialog)
    child(dialog, QComboBox).setCurrentText("Jana")
    seat.press("That is me", dialog)
    seat.wait(lambda: QUESTION not in seat.read())
    view = seat.desk.figures.view
    assert view is not None
    assert [meter.agent for meter in view.status.meters] == ["Jana"]


@pytest.mark.usefixtures("named")
def test_a_card_of_somebody_else_tells_why_of_theirs(seat: Seat) -> None:
    seat.sees("· Jana")
    child(seat.window.page, MeterCard).click()
    seat.sees("Why 1,980 minutes?")


def test_the_welcome_leads_to_an_account(seat: Seat) -> None:
    seat.press("Connect an account…", seat.window.page)
    assert seat.dialog(ConnectDialog).isVisible()
    seat.sees("Connect once, and the ledger keeps itself")
