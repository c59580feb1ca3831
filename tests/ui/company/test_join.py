"""Joining asks for a link that can be one, keeps it when it is refused, and says what follows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.company import Role
from app.domain.rollout import Rollout
from app.wording.words import Words
from tests.support.widgets import child
from ui.company.join import JoinDialog
from ui.company.join_state import CompanysPlan, JoinedState, join_state, joined_state
from ui.theme.theme import Theme

LINK = "https://plan.example/join#abcdefghijklmnopqrstuvwxyz"


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme, words: Words) -> JoinDialog:
    dialog = JoinDialog(theme, join_state(words, "desk-3"))
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def connect(dialog: JoinDialog) -> QPushButton:
    return child(dialog, QPushButton, "Connect")


def told(dialog: JoinDialog) -> str:
    return " ".join(each.text() for each in dialog.findChildren(QLabel) if each.isVisible())


def test_half_a_link_cannot_be_handed_in_and_is_told(dialog: JoinDialog) -> None:
    QTest.keyClicks(dialog._link, "https://plan.example/join")
    assert not connect(dialog).isEnabled()
    assert "This is no invitation link." in told(dialog)


def test_enter_hands_in_the_link_with_the_name_of_the_computer(
    qtbot: QtBot, dialog: JoinDialog
) -> None:
    QTest.keyClicks(dialog._link, f" {LINK} ")
    with qtbot.waitSignal(dialog.asked) as asked:
        QTest.keyClick(dialog._link, Qt.Key.Key_Return)
    assert asked.args == [LINK, "desk-3"]


def rolled_out(qtbot: QtBot, theme: Theme, words: Words, server: str) -> JoinDialog:
    dialog = JoinDialog(theme, join_state(words, "desk-3", offered=Rollout(server=server)))
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_where_the_server_is_known_a_code_is_enough(
    qtbot: QtBot, theme: Theme, words: Words
) -> None:
    server, _, code = LINK.partition("/join#")
    dialog = rolled_out(qtbot, theme, words, server)
    assert "invitation to plan.example" in told(dialog)
    assert not connect(dialog).isEnabled()
    QTest.keyClicks(dialog._link, code)
    with qtbot.waitSignal(dialog.asked) as asked:
        QTest.keyClick(dialog._link, Qt.Key.Key_Return)
    assert asked.args == [LINK, "desk-3"]


def test_an_invitation_of_the_computer_stands_there_already(
    qtbot: QtBot, theme: Theme, words: Words
) -> None:
    dialog = rolled_out(qtbot, theme, words, LINK)
    assert dialog.focusWidget() is connect(dialog)
    with qtbot.waitSignal(dialog.asked) as asked:
        QTest.keyClick(connect(dialog), Qt.Key.Key_Space)
    assert asked.args == [LINK, "desk-3"]


def test_whoever_signs_in_again_needs_a_new_invitation(words: Words) -> None:
    state = join_state(words, "desk-3", again=True, offered=Rollout(server=LINK))
    assert (state.invitation, state.server) == ("", "https://plan.example")


def test_while_it_connects_nothing_can_be_handed_in_twice(dialog: JoinDialog) -> None:
    dialog._link.setText(LINK)
    dialog.show_joining()
    assert not connect(dialog).isEnabled()
    assert "Connecting…" in told(dialog)


def test_a_link_that_is_refused_stays_in_its_field(dialog: JoinDialog) -> None:
    dialog._link.setText(LINK)
    dialog.show_joining()
    dialog.show_refused("The link was used already.")
    assert dialog._link.text() == LINK
    assert connect(dialog).isEnabled()
    assert "The link was used already." in told(dialog)


def test_after_joining_it_says_who_one_is_and_where(dialog: JoinDialog, words: Words) -> None:
    joined = joined_state(words, company="Acme", member="Jana", role=Role.OWNER, kept_for_run=False)
    dialog.show_joined(joined)
    assert "Connected to Acme" in told(dialog)
    assert "Jana is signed in as an owner." in told(dialog)
    assert "keyring" not in told(dialog)


def test_a_keyring_that_cannot_keep_the_sign_in_is_said_plainly(
    dialog: JoinDialog, words: Words
) -> None:
    joined = joined_state(words, company="Acme", member="Lea", role=Role.AGENT, kept_for_run=True)
    dialog.show_joined(joined)
    assert "It is kept until Talktally is closed" in told(dialog)


def test_a_company_without_a_plan_can_be_given_the_one_entered_here(
    qtbot: QtBot, dialog: JoinDialog, words: Words
) -> None:
    dialog.show_joined(joined_to_share(words))
    qtbot.waitUntil(lambda: "Acme has no plan yet." in told(dialog))
    with qtbot.waitSignal(dialog.sharing):
        child(dialog, QPushButton, "Give it the plan entered here").click()
    assert "Giving it the plan…" in told(dialog)
    dialog.show_shared("Acme has the plan.")
    assert "Acme has the plan." in told(dialog)
    assert not dialog._share.isVisible()


def test_a_plan_that_could_not_be_given_can_be_given_again(
    dialog: JoinDialog, words: Words
) -> None:
    dialog.show_joined(joined_to_share(words))
    share = child(dialog, QPushButton, "Give it the plan entered here")
    share.click()
    assert not share.isEnabled()
    dialog.show_not_shared("The server is gone.")
    assert share.isEnabled()


def test_where_the_company_has_a_plan_none_is_offered(
    qtbot: QtBot, dialog: JoinDialog, words: Words
) -> None:
    joined = joined_state(words, company="Acme", member="Jana", role=Role.OWNER, kept_for_run=False)
    dialog.show_joined(joined)
    qtbot.waitUntil(lambda: "The company’s plan now holds here." in told(dialog))
    assert not dialog._share.isVisible()


def joined_to_share(words: Words) -> JoinedState:
    plan = CompanysPlan(there=False, to_share=True)
    return joined_state(
        words, company="Acme", member="Jana", role=Role.OWNER, kept_for_run=False, plan=plan
    )
