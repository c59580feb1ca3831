"""The dialogs: what is typed becomes what is asked, and nothing is lost when it is refused."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.connection import AccountFound, Key, NewConnection, Options, Provider, Right
from app.domain.problem import Problem
from app.wording.words import Words
from tests.support.accounts_pages import hubspot, twilio, users
from tests.support.widgets import child
from ui.accounts.connect import ConnectDialog
from ui.accounts.connect_state import connect_state, found_state, who_state
from ui.accounts.dialog_states import (
    new_key_state,
    options_state,
    other_person_state,
    remove_state,
    rename_state,
)
from ui.accounts.masked import MaskedField
from ui.accounts.naming import NameDialog
from ui.accounts.new_key import NewKeyDialog
from ui.accounts.options import OptionsDialog
from ui.accounts.removing import RemoveDialog
from ui.accounts.who import WhoPart
from ui.theme.theme import Theme
from ui.widgets.choice import ChoiceBox
from ui.widgets.link import LinkButton
from ui.widgets.tick import TickBox

SID, TOKEN = "AC" + "0" * 32, "e" * 32


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme, words: Words) -> ConnectDialog:
    dialog = ConnectDialog(theme, connect_state(words))
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def fields(dialog: ConnectDialog | NewKeyDialog) -> list[QLineEdit]:
    return [each for each in dialog.findChildren(QLineEdit) if each.isVisible()]


def asked_by(qtbot: QtBot, dialog: ConnectDialog) -> NewConnection:
    with qtbot.waitSignal(dialog.asked) as asked:
        child(dialog, QPushButton, "Test and connect").click()
    new = asked.args[0]
    assert isinstance(new, NewConnection)
    return new


def test_a_hubspot_key_is_one_field(qtbot: QtBot, dialog: ConnectDialog) -> None:
    fields(dialog)[0].setText("  Bearer pat-eu1-token ")
    assert asked_by(qtbot, dialog) == NewConnection(Provider.HUBSPOT, Key("", "pat-eu1-token"))


def test_a_twilio_account_is_told_beside_its_key(qtbot: QtBot, dialog: ConnectDialog) -> None:
    child(dialog, QPushButton, "Twilio").click()
    account, _, word = fields(dialog)
    account.setText(SID)
    word.setText(TOKEN)
    child(dialog, TickBox).setChecked(True)
    new = asked_by(qtbot, dialog)
    assert (new.account, new.key) == (SID, Key(SID, TOKEN))
    assert new.options.behind_connect


def test_the_wrong_thing_is_told_before_anybody_is_asked(
    qtbot: QtBot, dialog: ConnectDialog
) -> None:
    fields(dialog)[0].setText("jana@example.com")
    with qtbot.waitSignal(dialog.wrong) as wrong, qtbot.assertNotEmitted(dialog.asked):
        child(dialog, QPushButton, "Test and connect").click()
    assert isinstance(wrong.args[0], Problem)


def test_nothing_can_be_tried_without_a_key(dialog: ConnectDialog) -> None:
    assert not child(dialog, QPushButton, "Test and connect").isEnabled()


def test_the_steps_to_a_key_open_the_providers_page(qtbot: QtBot, dialog: ConnectDialog) -> None:
    with qtbot.waitSignal(dialog.page_opened) as opened:
        child(dialog, LinkButton, "Open HubSpot").click()
    assert opened.args[0].startswith("https://app.hubspot.com")


def test_a_key_is_masked_until_it_is_asked_for(dialog: ConnectDialog) -> None:
    masked = child(dialog.form, MaskedField)
    before = masked.is_masked
    child(masked, LinkButton, "Show").click()
    assert (before, masked.is_masked) == (True, False)
    assert child(masked, LinkButton, "Hide").isVisible()


def test_what_was_typed_stays_when_it_is_refused(dialog: ConnectDialog) -> None:
    fields(dialog)[0].setText("pat-eu1-token")
    dialog.show_testing()
    assert not dialog.form.isEnabled()
    dialog.show_refused("HubSpot does not accept this key.")
    assert fields(dialog)[0].text() == "pat-eu1-token"
    assert dialog.told.text == "HubSpot does not accept this key."


def test_each_provider_keeps_what_was_typed_for_it(dialog: ConnectDialog) -> None:
    fields(dialog)[0].setText("pat-eu1-token")
    child(dialog, QPushButton, "Aircall").click()
    assert [each.text() for each in fields(dialog)] == ["", ""]
    child(dialog, QPushButton, "HubSpot").click()
    assert fields(dialog)[0].text() == "pat-eu1-token"


def test_enter_tries_the_key(qtbot: QtBot, dialog: ConnectDialog) -> None:
    fields(dialog)[0].setText("pat-eu1-token")
    with qtbot.waitSignal(dialog.asked):
        QTest.keyClick(fields(dialog)[0], Qt.Key.Key_Return)


def test_what_was_found_is_told_and_the_key_forgotten(dialog: ConnectDialog, words: Words) -> None:
    fields(dialog)[0].setText("pat-eu1-token")
    found = AccountFound("4711", "Example Works", "Europe/Berlin", "EUR", (Right.PEOPLE,))
    state = found_state(words, hubspot().connection, found, kept_for_run=False)
    dialog.show_found(state)
    assert dialog.windowTitle() == "Sales portal is connected"
    assert dialog.told.text == "HubSpot · Example Works (4711) · Europe/Berlin · EUR"
    assert not any(each.text() for each in dialog.findChildren(QLineEdit))


def test_a_dialog_that_has_less_to_say_is_smaller(
    qtbot: QtBot, dialog: ConnectDialog, words: Words
) -> None:
    dialog.show()
    before = dialog.height()
    found = AccountFound("4711", "Example Works")
    dialog.show_found(found_state(words, hubspot().connection, found, kept_for_run=False))
    qtbot.waitUntil(lambda: dialog.height() < before - 100)


def test_which_user_one_is_is_asked_once(qtbot: QtBot, dialog: ConnectDialog, words: Words) -> None:
    found = AccountFound("4711", "Example Works")
    dialog.show_found(found_state(words, hubspot().connection, found, kept_for_run=False))
    dialog.show_who(who_state(words, users()))
    dialog.show_who(who_state(words, users()))
    (who,) = dialog.findChildren(WhoPart)
    box = child(who, ChoiceBox)
    box.setCurrentIndex(box.findText("Omar"))
    with qtbot.waitSignal(dialog.me_chosen) as chosen:
        child(dialog, QPushButton, "This is me").click()
    assert chosen.args == ["102"]


def test_a_new_key_is_asked_for_without_its_account(
    qtbot: QtBot, theme: Theme, words: Words
) -> None:
    dialog = NewKeyDialog(theme, new_key_state(words, twilio().connection))
    qtbot.addWidget(dialog)
    dialog.show()
    user, word = fields(dialog)
    assert user.text() == ""
    word.setText(TOKEN)
    with qtbot.waitSignal(dialog.asked) as asked:
        child(dialog, QPushButton, "Test and keep").click()
    assert asked.args == [Key(twilio().connection.account, TOKEN)]


def test_a_name_is_kept_without_odd_spaces(qtbot: QtBot, theme: Theme, words: Words) -> None:
    dialog = NameDialog(theme, rename_state(words, hubspot().connection))
    qtbot.addWidget(dialog)
    child(dialog, QLineEdit).setText("  Our   portal ")
    with qtbot.waitSignal(dialog.chosen) as chosen:
        child(dialog, QPushButton, "Rename").click()
    assert chosen.args == ["Our portal"]


def test_no_name_is_no_answer(qtbot: QtBot, theme: Theme, words: Words) -> None:
    dialog = NameDialog(theme, other_person_state(words, "Omar"))
    qtbot.addWidget(dialog)
    assert not child(dialog, QPushButton, "Choose").isEnabled()


def test_options_begin_with_what_holds(qtbot: QtBot, theme: Theme, words: Words) -> None:
    state = options_state(words, twilio().connection, (("hubspot-starter", "HubSpot Starter"),))
    dialog = OptionsDialog(theme, state)
    qtbot.addWidget(dialog)
    assert dialog.options == twilio().connection.options
    child(dialog, ChoiceBox).setCurrentIndex(2)
    child(dialog, TickBox, state.subaccounts).setChecked(False)
    with qtbot.waitSignal(dialog.chosen) as chosen:
        child(dialog, QPushButton, "Save").click()
    assert chosen.args == [Options("", True, False, "hubspot-starter")]


def test_a_version_of_the_api_is_asked_of_hubspot_alone(
    qtbot: QtBot, theme: Theme, words: Words
) -> None:
    dialog = OptionsDialog(theme, options_state(words, hubspot().connection, ()))
    qtbot.addWidget(dialog)
    version = next(
        each for each in dialog.findChildren(ChoiceBox) if "API" in each.accessibleName()
    )
    version.setCurrentIndex(version.findText("v3"))
    assert dialog.options == Options(version="v3")


def test_removing_keeps_the_entries_unless_it_is_said(
    qtbot: QtBot, theme: Theme, words: Words
) -> None:
    dialog = RemoveDialog(theme, remove_state(words, hubspot()))
    qtbot.addWidget(dialog)
    for ticked in (False, True):
        child(dialog, TickBox).setChecked(ticked)
        with qtbot.waitSignal(dialog.agreed) as agreed:
            child(dialog, QPushButton, "Remove").click()
        assert agreed.args == [ticked]


def test_enter_removes_nothing(qtbot: QtBot, theme: Theme, words: Words) -> None:
    dialog = RemoveDialog(theme, remove_state(words, hubspot()))
    qtbot.addWidget(dialog)
    dialog.show()
    with qtbot.assertNotEmitted(dialog.agreed):
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_removing_shows_how_far_it_is(qtbot: QtBot, theme: Theme, words: Words) -> None:
    dialog = RemoveDialog(theme, remove_state(words, hubspot()))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.show_removing(40, 100)
    assert child(dialog, QProgressBar).value() == 40
    with qtbot.waitSignal(dialog.stopped):
        child(dialog, QPushButton, "Stop").click()
