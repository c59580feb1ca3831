"""People and access: nothing ends that was not agreed to, and everything goes by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.company import Licence, Role
from app.wording.words import Words
from ui.company.access import AccessDialog
from ui.company.access_state import (
    AccessEnded,
    AccessPart,
    AccessRow,
    AccessState,
    AccessWords,
    MemberChanged,
    Part,
)
from ui.company.invite_state import licence_names, role_names
from ui.theme.theme import Theme


def person(member: str, name: str, *, removable: bool = True) -> AccessRow:
    return AccessRow(member, name, (name, "Agent"), ask=f"Remove {name}?", removable=removable)


def state_of(words: Words, *people: AccessRow) -> AccessState:
    around = AccessWords(
        "People and access", "", "Role", role_names(words), "Licence", licence_names(words),
        "Apply", "Keep", "Invite…", "Close", "One moment…",
    )  # fmt: skip
    link = AccessRow("i1", "Omar", ("Omar",), ask="Withdraw it?")
    parts = (
        AccessPart(Part.PEOPLE, "People", ("Name", "Role"), people, "Nobody.", "Remove…", "Remove"),
        AccessPart(
            Part.INVITATIONS, "Invitations", ("Name",), (link,), "", "Withdraw…", "Withdraw"
        ),
        AccessPart(Part.DEVICES, "Devices", ("Person",), (), "No device.", "Sign out…", "Sign out"),
    )
    return AccessState(around, parts)


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme, words: Words) -> AccessDialog:
    people = (person("m1", "Jana", removable=False), person("m2", "Lea"))
    dialog = AccessDialog(theme, state_of(words, *people))
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_a_person_is_removed_only_after_a_second_question(
    qtbot: QtBot, dialog: AccessDialog
) -> None:
    QTest.keyClick(dialog._table, Qt.Key.Key_Down)
    with qtbot.assertNotEmitted(dialog.ended):
        dialog._actions._end.click()
    assert dialog._actions._ask.text() == "Remove Lea?"
    with qtbot.waitSignal(dialog.ended) as ended:
        dialog._actions._sure.click()
    assert ended.args == [AccessEnded(Part.PEOPLE, "m2")]


def test_oneself_cannot_be_removed(dialog: AccessDialog) -> None:
    assert not dialog._actions._end.isEnabled()


def test_another_role_is_applied_and_the_licence_stays(qtbot: QtBot, dialog: AccessDialog) -> None:
    assert not dialog._actions._apply.isEnabled()
    QTest.keyClick(dialog._table, Qt.Key.Key_Down)
    dialog._actions._role.setCurrentIndex(1)
    with qtbot.waitSignal(dialog.changed) as changed:
        dialog._actions._apply.click()
    assert changed.args == [MemberChanged("m2", Role.OWNER, None)]


def test_an_open_link_is_withdrawn(qtbot: QtBot, dialog: AccessDialog) -> None:
    dialog._segments._buttons[Part.INVITATIONS].click()
    dialog._actions._end.click()
    with qtbot.waitSignal(dialog.ended) as ended:
        dialog._actions._sure.click()
    assert ended.args == [AccessEnded(Part.INVITATIONS, "i1")]


def test_an_empty_list_says_so(dialog: AccessDialog) -> None:
    dialog._segments._buttons[Part.DEVICES].click()
    assert (dialog._empty.text(), dialog._actions.isVisible()) == ("No device.", False)


def test_the_chosen_person_stays_chosen_after_a_change(dialog: AccessDialog, words: Words) -> None:
    QTest.keyClick(dialog._table, Qt.Key.Key_Down)
    people = (person("m1", "Jana"), person("m3", "Ada"), person("m2", "Lea"))
    dialog.show_state(state_of(words, *people))
    assert dialog._table.chosen == "m2"


def test_licences_are_told_by_name(dialog: AccessDialog) -> None:
    box = dialog._actions._licence
    assert box.itemText(box.findData(Licence.ANNUAL)) == "Annual seat"
