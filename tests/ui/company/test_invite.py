"""Inviting asks for a name, and shows the link once with a button that copies it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.company import Licence, Role
from app.domain.instant import DAY, Instant
from app.wording.words import Words
from tests.support.meters import NOW
from tests.support.widgets import child
from ui.company.invite import InviteDialog
from ui.company.invite_state import InviteAsked, invite_state, link_state
from ui.theme.theme import Theme

LINK = "https://plan.example/join#secret"


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme, words: Words) -> InviteDialog:
    dialog = InviteDialog(theme, invite_state(words))
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def show_link(dialog: InviteDialog, words: Words) -> None:
    dialog.show_link(link_state(words, "Lea", LINK, Instant(NOW + 7 * DAY), "Europe/Berlin"))


def test_who_is_invited_needs_a_name(dialog: InviteDialog) -> None:
    make = child(dialog, QPushButton, "Make a link")
    assert not make.isEnabled()
    QTest.keyClicks(dialog._name, "Lea")
    assert make.isEnabled()


def test_an_agent_on_a_committed_seat_for_a_week_is_proposed(
    qtbot: QtBot, dialog: InviteDialog
) -> None:
    QTest.keyClicks(dialog._name, "Lea")
    with qtbot.waitSignal(dialog.asked) as asked:
        QTest.keyClick(dialog._name, Qt.Key.Key_Return)
    assert asked.args == [InviteAsked("Lea", Role.AGENT, Licence.COMMITTED, 7)]


def test_the_link_is_copied_by_enter_alone(dialog: InviteDialog, words: Words) -> None:
    show_link(dialog, words)
    QTest.keyClick(dialog._copy, Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == LINK
    assert dialog.told.text == "Copied."


def test_the_link_is_gone_when_another_person_is_invited(
    dialog: InviteDialog, words: Words
) -> None:
    show_link(dialog, words)
    child(dialog, QPushButton, "Invite another").click()
    assert all(LINK not in each.text() for each in dialog.findChildren(QLineEdit))
    assert dialog._name.isVisible()


def test_what_was_typed_stays_when_it_is_refused(dialog: InviteDialog) -> None:
    QTest.keyClicks(dialog._name, "Lea")
    dialog.show_making()
    dialog.show_refused("The plan server cannot be reached.")
    assert dialog._name.text() == "Lea"
    assert child(dialog, QPushButton, "Make a link").isEnabled()
