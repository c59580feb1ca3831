"""The rows about dialling: what is chosen, what is true of links, and what cannot dial."""

import sys
from dataclasses import replace

import pytest

from app.domain.phone_choice import PhoneChoice
from app.domain.problem import UsageProblem
from app.machine.settings import Settings
from tests.support.settings_pages import USUAL
from tests.support.wordings import ENGLISH
from ui.settings.answers import change_of
from ui.settings.dialling_state import dialling
from ui.settings.rows import Choice, Row, Switch, Written
from ui.settings.seen import Known, LinksSeen

LINE = f"{sys.executable} {{number}}"


def rows(choice: PhoneChoice, links: LinksSeen | None) -> dict[str, Row]:
    seen = replace(USUAL, settings=Settings(phone=choice), known=Known(links=links))
    return {row.key.partition(".")[2]: row for row in dialling(ENGLISH, seen).rows}


def dialler(choice: str, key: str, said: str) -> str:
    settings = Settings(phone=PhoneChoice(dialler=choice))
    changed = change_of(settings, key, said)["phone"]
    assert isinstance(changed, PhoneChoice)
    return changed.dialler


def test_the_program_that_opens_links_dials_unless_another_is_chosen() -> None:
    who = rows(PhoneChoice(), LinksSeen(holder="Twinkle", before="Twinkle"))["dialler"].control
    assert isinstance(who, Choice)
    assert (dict(who.options)[who.chosen], len(who.options)) == ("Twinkle, as for such links", 2)


def test_a_command_is_shown_and_chosen() -> None:
    made = rows(PhoneChoice(dialler=LINE), LinksSeen())
    who, command = made["dialler"].control, made["command"].control
    assert isinstance(who, Choice)
    assert isinstance(command, Written)
    assert (who.chosen, command.text) == ("command", LINE)


@pytest.mark.parametrize(
    ("links", "on", "note"),
    [
        (LinksSeen(ours=True, holder="Talktally", before="Twinkle"), True, "open Twinkle again"),
        (LinksSeen(ours=True, holder="Talktally"), True, "open Talktally."),
        (LinksSeen(holder="Twinkle", before="Twinkle"), False, "open Twinkle now"),
        (LinksSeen(), False, "open nothing now"),
    ],
)
def test_the_switch_of_links_shows_what_is_true(links: LinksSeen, note: str, *, on: bool) -> None:
    row = rows(PhoneChoice(), links)["links"]
    assert row.control == Switch(on)
    assert note in row.note


def test_windows_leaves_the_last_word_to_its_person() -> None:
    assert "windows" in rows(PhoneChoice(), LinksSeen(asks_person=True))
    assert "windows" not in rows(PhoneChoice(), LinksSeen())


def test_before_links_were_read_nothing_is_said_of_them() -> None:
    assert "links" not in rows(PhoneChoice(), None)


def test_who_dials_is_kept() -> None:
    assert dialler("previous", "dialling.dialler", "nobody") == ""
    assert dialler(LINE, "dialling.dialler", "previous") == "previous"
    assert dialler(LINE, "dialling.dialler", "command") == LINE
    assert dialler("previous", "dialling.command", f" {LINE} ") == LINE


def test_a_command_that_is_emptied_dials_no_longer() -> None:
    assert dialler(LINE, "dialling.command", "") == ""
    assert dialler("previous", "dialling.command", "") == "previous"


@pytest.mark.parametrize(
    "line", ["twinkle", "no-such-program {number}", f"'{LINE}", f"{sys.executable} -m ui {{link}}"]
)
def test_a_command_that_cannot_dial_is_refused(line: str) -> None:
    with pytest.raises(UsageProblem):
        dialler("previous", "dialling.command", line)


def test_a_switch_lets_numbers_go_on_without_a_question() -> None:
    changed = change_of(Settings(), "dialling.at_once", True)["phone"]
    assert changed == PhoneChoice(at_once=True)
