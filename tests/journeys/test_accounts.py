"""Connecting accounts, reading them and letting them go, at the window, with providers nearby."""

import threading
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.instant import SECOND
from tests.journeys.conftest import OpenOf, desk_of
from tests.journeys.seat import Seat
from tests.support.console import Console
from tests.support.ledgers import NOW
from tests.support.providers.hubspot import KEY, RECORDS, HubSpot, hubspot
from tests.support.providers.invented import (
    AIRCALL_ID,
    AIRCALL_TOKEN,
    SID,
    TOKEN,
    invented,
)
from tests.support.providers.place import Asked, Place, Told, placed
from tests.support.widgets import child
from ui.accounts.card import AccountCard
from ui.accounts.connect import ConnectDialog
from ui.accounts.naming import NameDialog
from ui.accounts.new_key import NewKeyDialog
from ui.accounts.people import PeopleFold
from ui.accounts.removing import RemoveDialog
from ui.accounts.who import WhoPart
from ui.widgets.link import LinkButton
from ui.widgets.tick import TickBox

# A provider, a window and its rounds take longer than other tests on a busy machine.
pytestmark = [
    pytest.mark.journey,
    pytest.mark.usefixtures("memory_keyring"),
    pytest.mark.timeout(240),
]
HUBSPOT_WORD = "Service key, or access token of a private app"
KEYS = {
    "hubspot": {HUBSPOT_WORD: KEY},
    "aircall": {"API ID": AIRCALL_ID, "API token": AIRCALL_TOKEN},
    "twilio": {"Account SID": SID, "Secret of the API key, or auth token": TOKEN},
}
NEW_KEY = "pat-na1-11111111-0000-4000-8000-000000000000"


@dataclass
class Portal:
    """A HubSpot account on loopback, which can be made to stand still."""

    account: HubSpot
    place: Place
    moving: threading.Event

    def hold(self) -> None:
        """Answer nothing after the first page of calls."""
        pages = iter(range(1_000))

        def spoil(_number: int, asked: Asked, _told: Told) -> None:
            reads = asked.path.endswith("calls/search") and asked.document["limit"] > 1
            if reads and next(pages):
                self.moving.wait()

        self.place.spoil = spoil

    def go_on(self) -> None:
        """Answer everything again."""
        self.place.spoil = None
        self.moving.set()


@pytest.fixture
def portal() -> Iterator[Portal]:
    """An account with 240 calls of four people."""
    account = hubspot(lambda: NOW / SECOND)
    account.book.add(240)
    with placed(account) as place:
        made = Portal(account, place, threading.Event())
        yield made
        made.go_on()


@pytest.fixture
def seat(qtbot: QtBot, open_window_of: OpenOf, console: Console) -> Seat:
    """A window with the Accounts page in front, on the console's folder."""
    seat = Seat(qtbot, desk_of(open_window_of(console.folder)))
    seat.window.page_chosen.emit("accounts")
    seat.sees("Connect once, and the ledger keeps itself")
    return seat


def connect(seat: Seat, portal: Portal, key: str = KEY) -> ConnectDialog:
    """Hand a key in; the dialog that is returned tells what came of it."""
    seat.window.accounts_page().connect_asked.emit("hubspot")
    dialog = seat.dialog(ConnectDialog)
    fill(dialog, portal.place.address, {HUBSPOT_WORD: key})
    seat.press("Test and connect", dialog)
    return dialog


def fill(dialog: ConnectDialog, address: str, parts: Mapping[str, str]) -> None:
    """Write the parts of a key by the names of their fields, and the address behind "More"."""
    child(dialog, LinkButton, "More").click()
    said = {**parts, "Address of a gateway (may stay empty)": address}
    for box in dialog.findChildren(QLineEdit):
        if box.accessibleName() in said and dialog.isAncestorOf(box) and not box.isHidden():
            box.setText(said[box.accessibleName()])


def accept(seat: Seat, dialog: ConnectDialog) -> None:
    """Close the dialog once an account is connected."""
    seat.wait(lambda: "is connected" in dialog.windowTitle())
    dialog.accept()


def connected(seat: Seat, portal: Portal) -> AccountCard:
    """Connect, wait for the first round, and return the card."""
    dialog = connect(seat, portal)
    accept(seat, dialog)
    seat.sees("240 calls")
    rest(seat)
    return card_of(seat)


def card_of(seat: Seat) -> AccountCard:
    return child(seat.window.accounts_page(), AccountCard)


def rest(seat: Seat) -> None:
    """Wait until no round is under way."""
    seat.wait(lambda: seat.desk.accounts.rounds.running is None)


def choose(seat: Seat, name: str) -> None:
    """Choose a line of the card's menu."""
    lines = {each.text(): each for each in card_of(seat).findChildren(QAction)}
    lines[name].trigger()


def test_a_key_pasted_once_brings_every_call(seat: Seat, portal: Portal) -> None:
    dialog = connect(seat, portal, f'  "Bearer {KEY}"\n')
    seat.wait(lambda: "12345678 is connected" in dialog.windowTitle())
    assert "America/New_York" in dialog.told.text
    seat.sees("240 calls")
    seat.sees("up to date")


def test_the_wrong_thing_pasted_is_told_in_the_dialog(seat: Seat, portal: Portal) -> None:
    dialog = connect(seat, portal, "jana@example.com")
    seat.wait(lambda: "e-mail" in dialog.told.text)
    assert portal.place.asked == []


def test_a_key_that_is_not_accepted_connects_nothing(seat: Seat, portal: Portal) -> None:
    dialog = connect(seat, portal, NEW_KEY)
    seat.wait(lambda: "does not accept" in dialog.told.text)
    dialog.reject()
    assert "Connect once, and the ledger keeps itself" in seat.read()


def test_one_says_who_one_is_while_the_dialog_is_open(seat: Seat, portal: Portal) -> None:
    dialog = connect(seat, portal)
    seat.wait(lambda: dialog.findChild(WhoPart) is not None)
    seat.press("This is me", dialog)
    seat.wait(lambda: not dialog.isVisible())
    child(child(card_of(seat), PeopleFold), LinkButton).click()
    seat.sees("You")


def test_a_first_round_is_stopped_and_goes_on_where_it_was(seat: Seat, portal: Portal) -> None:
    portal.account.book.add(400, seed=2)
    portal.hold()
    connect(seat, portal)
    seat.wait(lambda: "HubSpot · calls: " in seat.read(card_of(seat)))
    seat.sees("· first reading under way")
    seat.press("Stop", card_of(seat))
    seat.sees("Stopping after this page…")
    portal.go_on()
    rest(seat)
    assert "640 calls" not in seat.read()
    seat.press("Sync now", card_of(seat))
    seat.sees("640 calls")


def test_a_provider_that_is_busy_is_waited_for_until_it_is_stopped(
    seat: Seat, portal: Portal
) -> None:
    connected(seat, portal)
    body = {"status": "error", "errorType": "RATE_LIMIT", "policyName": "TEN_SECONDLY_ROLLING"}
    portal.place.spoil = lambda *_: Told(429, body, {"Retry-After": "50"})
    seat.press("Sync now", card_of(seat))
    seat.sees("HubSpot asks to wait ")
    seat.press("Stop", card_of(seat))
    rest(seat)
    seat.sees("up to date")


def test_what_is_signed_out_leads_from_the_overview_to_the_page(seat: Seat, portal: Portal) -> None:
    connected(seat, portal)
    portal.account.revoke()
    seat.window.company_asked.emit("sync")
    seat.sees("key needed")
    seat.window.page_chosen.emit("overview")
    seat.window.page.sign_in_asked.emit()
    seat.press("New key…", card_of(seat))
    assert seat.dialog(NewKeyDialog).isVisible()


def test_all_three_are_read_one_after_another(seat: Seat) -> None:
    there = invented(clock=lambda: NOW / SECOND)
    with ExitStack() as stack:
        for provider, parts in KEYS.items():
            place = stack.enter_context(placed(getattr(there, provider)))
            seat.window.accounts_page().connect_asked.emit(provider)
            dialog = seat.dialog(ConnectDialog)
            fill(dialog, place.address, parts)
            seat.press("Test and connect", dialog)
            accept(seat, dialog)
            seat.wait(lambda: seat.desk.accounts.dialogs.connecting._dialog is None)
        seat.wait(lambda: seat.read().count(", up to date") == 3)
        rest(seat)


def test_a_key_that_was_taken_back_is_replaced_on_the_page(seat: Seat, portal: Portal) -> None:
    connected(seat, portal)
    portal.account.revoke()
    seat.press("Sync now", card_of(seat))
    seat.sees("key needed")
    portal.account.let_in(NEW_KEY, *_scopes())
    seat.press("New key…", card_of(seat))
    dialog = seat.dialog(NewKeyDialog)
    _word(dialog).setText(NEW_KEY)
    seat.press("Test and keep", dialog)
    seat.sees("up to date")


def test_a_connection_is_called_otherwise(seat: Seat, portal: Portal) -> None:
    connected(seat, portal)
    choose(seat, "Rename…")
    dialog = seat.dialog(NameDialog)
    child(dialog, QLineEdit).setText("Our portal")
    seat.press("Rename", dialog)
    seat.sees("Our portal")


def test_the_page_is_read_again_when_a_round_is_due_while_one_looks(
    seat: Seat, portal: Portal
) -> None:
    connected(seat, portal)
    rest(seat)
    seat.wait(lambda: seat.desk.accounts._due.wait_ms is not None)
    with seat.qtbot.waitSignal(seat.desk.accounts._due.due):
        seat.desk.accounts._due._timer.start(0)
    seat.wait(lambda: seat.desk.accounts._due.wait_ms is not None)
    seat.window.page_chosen.emit("overview")
    assert seat.desk.accounts._due.wait_ms is None


def test_a_pause_asks_the_provider_nothing(seat: Seat, portal: Portal) -> None:
    connected(seat, portal)
    seat.press("Pause", card_of(seat))
    seat.sees("paused")
    asked = len(portal.place.asked)
    seat.desk.accounts.sync()
    seat.desk.accounts.rounds.look()
    seat.press("Resume", card_of(seat))
    seat.wait(lambda: child(card_of(seat), QPushButton, "Pause").isVisible())
    assert len(portal.place.asked) == asked


def test_who_a_user_is_can_be_said_on_the_page(seat: Seat, portal: Portal) -> None:
    connected(seat, portal)
    page = seat.window.accounts_page()
    page.identified.emit(1, "102", "")
    people = child(card_of(seat), PeopleFold)
    child(people, LinkButton).click()
    seat.wait(lambda: "Ben Berg counts for You" in spoken(people))


def spoken(people: PeopleFold) -> str:
    state = people._state
    return "\n".join(line.spoken for line in state.table.lines) if state else ""


@pytest.mark.parametrize("entries", [True, False])
def test_a_connection_is_removed_with_or_without_its_entries(
    seat: Seat, portal: Portal, console: Console, *, entries: bool
) -> None:
    connected(seat, portal)
    choose(seat, "Remove…")
    dialog = seat.dialog(RemoveDialog)
    child(dialog, TickBox).setChecked(entries)
    seat.press("Remove", dialog)
    seat.sees("Connect once, and the ledger keeps itself")
    left = console.done("verify", "--json").json["entries"]
    assert left == (0 if entries else 240)


def _scopes() -> tuple[str, ...]:
    return (RECORDS, "crm.objects.owners.read", "oauth")


def _word(dialog: NewKeyDialog) -> QLineEdit:
    return dialog._form._word.box
