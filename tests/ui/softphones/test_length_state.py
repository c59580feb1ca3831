"""What a typed length is taken for, and what is said of one that cannot be."""

import pytest

from app.domain.call_report import Guess, UnsureEnd
from app.domain.instant import DAY, MINUTE, SECOND, Instant
from app.wording.words import Words
from tests.support.meters import NOW
from tests.ui.softphones.test_state import ANNA
from ui.softphones.length_state import LengthRead, length_state, read_length

LATER = Instant(NOW + 120 * MINUTE)


def read(words: Words, text: str, end: UnsureEnd = ANNA, now: Instant = LATER) -> LengthRead:
    return read_length(words, end, text, now)


def test_it_says_who_when_and_why_and_begins_with_the_estimate(words: Words) -> None:
    state = length_state(words, ANNA, LATER, "UTC")
    began = words.time(NOW, "UTC")
    assert state.about == f"Call with Anna, begun {began}. The softphone ended during the call."
    assert state.text == "12:00"


def test_a_call_with_nobody_known_is_told_by_its_time(words: Words) -> None:
    nobody = ANNA._replace(number="", name="")
    assert length_state(words, nobody, LATER, "UTC").about.startswith("Call begun ")


def test_a_masked_number_stays_masked(words: Words) -> None:
    masked = words.masking(masked=True)
    about = length_state(masked, ANNA._replace(name=""), LATER, "UTC").about
    assert "5550123" not in about.replace(" ", "")


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("12:30", 750),
        (" 1:02:03 ", 3723),
        ("12", 720),
        ("0", 0),
        ("0:05", 5),
        ("75:00", 4500),
        ("2:00:00", 7200),
    ],
)
def test_a_length_is_read(words: Words, text: str, seconds: int) -> None:
    assert read(words, text).talk_us == seconds * SECOND


def test_what_is_understood_is_said(words: Words) -> None:
    assert read(words, "62:03").note == "The call lasted 62 min 03 s."


@pytest.mark.parametrize(
    "text", ["x", "12:5", "1:60", "1:60:00", "-3", "12,5", "1:2:3:4", "1e2", "1_0", "۱۲", "12345"]
)
def test_what_is_no_length_is_told_how_to_be_written(words: Words, text: str) -> None:
    found = read(words, text)
    assert found.talk_us is None
    assert found.note.startswith(f"“{text}” is no length. Write minutes and seconds such as 12:30")


def test_an_empty_field_is_told_how_to_be_written(words: Words) -> None:
    assert read(words, " ").note.startswith("Write minutes")


def test_no_length_is_longer_than_what_has_gone_by(words: Words) -> None:
    assert read(words, "2:00:01") == LengthRead(
        None, "Since it began, 2:00:00 have gone by: it cannot be longer."
    )


def test_no_length_is_longer_than_a_day(words: Words) -> None:
    late = Instant(NOW + 3 * DAY)
    assert read(words, "24:00:00", now=late).talk_us == DAY
    assert read(words, "24:00:01", now=late).note == "A call cannot be longer than a day."


def test_the_estimate_as_it_stands_loses_no_part_of_a_second(words: Words) -> None:
    end = ANNA._replace(talk_us=12 * MINUTE + 1)
    state = length_state(words, end, LATER, "UTC")
    assert read(words, state.text, end).talk_us == 12 * MINUTE + 1


def test_an_estimate_is_never_too_long(words: Words) -> None:
    turned_back = Instant(NOW - 60 * MINUTE)
    assert read(words, "12:00", now=turned_back).talk_us == ANNA.talk_us
    told = read(words, "12:01", now=turned_back)
    assert told.note == "Since it began, 12:00 have gone by: it cannot be longer."


def test_every_guess_can_be_asked_about(words: Words) -> None:
    asked = {length_state(words, ANNA._replace(guess=each), LATER, "UTC").about for each in Guess}
    assert len(asked) == len(Guess)
