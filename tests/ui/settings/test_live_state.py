"""The rows about live calls: only what matters now, and no token unless it was asked for."""

from dataclasses import replace

import pytest

from app.domain.beat import Beat
from app.domain.call_report import Contact, SourceNews
from app.domain.phone_choice import PhoneChoice
from app.domain.problem import EnvironmentProblem, UsageProblem
from app.machine.settings import Settings
from app.wording.words import Words
from tests.support.meters import NOW
from tests.support.settings_pages import USUAL
from ui.settings.answers import change_of
from ui.settings.live_state import live_calls
from ui.settings.rows import Acts, Row, Written
from ui.settings.seen import Phones

UNKNOWN, SHOWN = Phones(), "as it is kept"


def rows(words: Words, choice: PhoneChoice, phones: Phones = UNKNOWN) -> dict[str, Row]:
    seen = replace(USUAL, settings=Settings(phone=choice), phones=phones)
    return {row.key: row for row in live_calls(words, seen).rows}


def phones(source: str, contact: Contact) -> Phones:
    return Phones((SourceNews(source, contact, Beat(NOW), "127.0.0.1:4444"),))


def test_places_are_asked_for_only_where_something_is_wanted(words: Words) -> None:
    assert set(rows(words, PhoneChoice())) == {"live.baresip", "live.hook", "live.strip"}
    wanted = rows(words, PhoneChoice(baresip=True, hook=True))
    assert {"live.baresip_at", "live.hook_port", "live.address"} <= set(wanted)
    assert wanted["live.hook_port"].control == Written("47612", "47612", most=5, narrow=True)


def test_a_taken_line_can_be_taken_back_and_an_absent_one_tried_again(words: Words) -> None:
    choice = PhoneChoice(baresip=True)
    taken = rows(words, choice, phones("baresip", Contact.TAKEN))["live.again"]
    assert taken.control == Acts((("live.take.baresip", "Take back"),))
    absent = rows(words, choice, phones("baresip", Contact.ABSENT))
    assert absent["live.again"].control == Acts((("live.take.baresip", "Try again"),))
    assert absent["live.baresip"].note == "Nobody answers at 127.0.0.1:4444."
    assert "live.again" not in rows(words, choice, phones("baresip", Contact.LISTENING))


def test_the_token_is_shown_only_where_it_was_asked_for(words: Words) -> None:
    choice = PhoneChoice(hook=True)
    hidden = rows(words, choice)["live.address"]
    assert "token=···&number=…" in _read(hidden)
    shown = rows(words, choice, Phones(token=SHOWN))["live.address"]
    assert f"token={SHOWN}&number=…" in _read(shown)
    assert isinstance(shown.control, Acts)
    assert dict(shown.control.acts)["live.show"] == "Hide"


def _read(row: Row) -> str:
    """What a row says, without the places where an address may go on in the next line."""
    return row.note.replace("\u200b", "")


def test_a_keyring_that_is_locked_says_so_at_the_switch(words: Words) -> None:
    problem = EnvironmentProblem("The keyring is locked.")
    refused = phones("hook", Contact.REFUSED)
    seen = replace(refused, problems={"hook": problem})
    assert rows(words, PhoneChoice(hook=True), seen)["live.hook"].note == "The keyring is locked."


@pytest.mark.parametrize("place", ["192.168.1.7:4444", "example.org", "127.0.0.1:99999", "::"])
def test_an_address_of_another_computer_is_not_taken(place: str) -> None:
    with pytest.raises(UsageProblem):
        change_of(Settings(), "live.baresip_at", place)


@pytest.mark.parametrize(("said", "port"), [("5000", 5000), ("", 47612), (" 47,613 ", 47613)])
def test_a_port_is_taken_as_it_is_written(said: str, port: int) -> None:
    assert change_of(Settings(), "live.hook_port", said)["phone"].hook_port == port


@pytest.mark.parametrize("said", ["80", "65536", "x", "-1"])
def test_a_port_that_cannot_be_is_not_taken(said: str) -> None:
    with pytest.raises(UsageProblem):
        change_of(Settings(), "live.hook_port", said)
