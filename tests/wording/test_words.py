"""Saying a sentence, and writing lengths, numbers of phones and countries."""

from datetime import date

import pytest

from app.domain.instant import SECOND
from app.domain.problem import Problem
from tests.support.wordings import ENGLISH, GERMAN


def test_whole_numbers_in_a_sentence_are_grouped() -> None:
    told = ENGLISH.say("{left} of {included} min left", left=84, included=2000)
    assert told == "84 of 2,000 min left"


def test_a_sentence_without_places_keeps_its_braces() -> None:
    assert ENGLISH.say("a {brace}") == "a {brace}"


@pytest.mark.parametrize(
    ("n", "english", "german"),
    [
        (0, "0 minutes", "0 Minuten"),
        (1, "1 minute", "1 Minute"),
        (1200, "1,200 minutes", "1.200 Minuten"),
    ],
)
def test_the_number_chooses_the_form(n: int, english: str, german: str) -> None:
    assert ENGLISH.say_many("{n} minute", "{n} minutes", n) == english
    assert GERMAN.say_many("{n} minute", "{n} minutes", n) == german


def test_what_has_no_translation_is_said_in_english() -> None:
    assert GERMAN.say("A sentence nobody wrote down") == "A sentence nobody wrote down"


def test_a_german_date_at_the_end_brings_its_own_full_stop() -> None:
    december, may = date(2026, 12, 1), date(2026, 5, 1)
    assert GERMAN.say("Resets {day}.", day=GERMAN.day(december)) == "Neuer Zeitraum ab 1. Dez."
    assert GERMAN.say("Resets {day}.", day=GERMAN.day(may)) == "Neuer Zeitraum ab 1. Mai."


def test_a_problem_is_told_in_the_language() -> None:
    problem = Problem("Field {field} is missing.", field="name")
    assert ENGLISH.problem(problem) == "Field name is missing."
    assert GERMAN.problem(problem) == "Das Feld name fehlt."


def test_numbers_in_a_problem_are_not_grouped() -> None:
    assert ENGLISH.problem(Problem("Line {line}.", line=12345)) == "Line 12345."


def test_a_problem_without_places_may_hold_braces() -> None:
    assert ENGLISH.problem(Problem("Write {}.")) == "Write {}."


@pytest.mark.parametrize(
    ("seconds", "clock", "words"),
    [
        (0, "0:00", "0 s"),
        (42, "0:42", "42 s"),
        (120, "2:00", "2 min"),
        (185, "3:05", "3 min 05 s"),
        (3723, "1:02:03", "62 min 03 s"),
    ],
)
def test_a_length_is_told_as_a_clock_and_in_words(seconds: int, clock: str, words: str) -> None:
    assert ENGLISH.duration(seconds * SECOND) == clock
    assert ENGLISH.duration_words(seconds * SECOND) == words


def test_the_part_of_a_second_that_starts_a_minute_is_told() -> None:
    assert ENGLISH.duration_words(60_001_000) == "1 min 00.001 s"
    assert GERMAN.duration_words(60_001_000) == "1 min 00,001 s"
    assert ENGLISH.duration_words(120_000_012) == "2 min 00.00001 s"
    assert ENGLISH.duration_words(993_797) == "< 1 s"


def test_the_part_of_a_second_that_starts_no_minute_is_dropped() -> None:
    assert ENGLISH.duration_words(23_993_797) == "23 s"
    assert ENGLISH.duration_words(66_200_000) == "1 min 06 s"
    assert ENGLISH.duration_words(66_200_000, turn=6) == "1 min 06.2 s"


@pytest.mark.parametrize(
    ("number", "told"),
    [
        ("+14155550188", "+1 415 555 0188"),
        ("+49305550142", "+49 30 5550142"),
        ("sip:sales@example.com", "sip:sales@example.com"),
        ("+x", "+x"),
        ("erased:known:US:+1", "Erased number (US)"),
        ("erased:withheld::", "Erased number"),
        ("erased:somebody", "erased:somebody"),
        ("", ""),
    ],
)
def test_a_number_is_spaced_as_it_is_dialled_from_abroad(number: str, told: str) -> None:
    assert ENGLISH.phone(number) == told


def test_a_country_has_its_name_in_the_language() -> None:
    assert ENGLISH.region("DE") == "Germany"
    assert GERMAN.region("US") == "Vereinigte Staaten"


def test_a_code_that_is_no_country_stays_as_it_is() -> None:
    assert ENGLISH.region("X9") == "X9"
