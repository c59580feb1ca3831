"""Answers and mappings: each stands for the other."""

from dataclasses import replace

from app.exchange.mapping import TEXTS, Mapping
from tests.support.looks import HEADER, first_look
from ui.mapping.answers import answers_of, asked_for, mapping_of

GUESS = replace(first_look().guess, zone="Europe/Berlin")


def test_a_mapping_and_its_answers_stand_for_each_other() -> None:
    full = replace(
        GUESS,
        outbound=("out", "dialled"),
        inbound=("in",),
        answered=("ANSWERED",),
        duration_unit="min",
        decimal_comma=True,
        dates="day first",
    )
    assert mapping_of(answers_of(full, HEADER, "UTC"), full) == full


def test_the_machines_zone_stands_in_where_the_mapping_names_none() -> None:
    answers = answers_of(replace(GUESS, zone=""), HEADER, "America/New_York")
    assert mapping_of(answers, GUESS).zone == "America/New_York"


def test_columns_that_the_file_lacks_are_left_open() -> None:
    answers = answers_of(replace(GUESS, columns={"start": "When"}), HEADER, "UTC")
    assert answers["start"] == ""


def test_a_time_in_a_column_of_its_own_makes_the_start_a_date() -> None:
    answers = answers_of(GUESS, HEADER, "UTC") | {"start": "Wann", "time": "Status"}
    columns = mapping_of(answers, GUESS).columns
    assert (columns["date"], columns["time"], "start" in columns) == ("Wann", "Status", False)
    assert answers_of(mapping_of(answers, GUESS), HEADER, "UTC")["start"] == "Wann"


def test_numbers_are_turned_by_whose_they_are() -> None:
    answers = answers_of(GUESS, HEADER, "UTC") | {"ends": "own_far", "first": "Nebenstelle"}
    assert mapping_of(answers, GUESS).columns["own"] == "Nebenstelle"


def test_texts_have_no_length_and_calls_no_body() -> None:
    calls = answers_of(GUESS, HEADER, "UTC")
    texts = {**calls, "kind": TEXTS, "body": "Art"}
    assert {"duration", "unit"}.isdisjoint(asked_for(texts))
    assert {"body", "segments"}.isdisjoint(asked_for(calls))
    assert mapping_of(texts, GUESS).columns.get("body") == "Art"
    assert "duration" not in mapping_of(texts, GUESS).columns


def test_words_are_asked_for_only_beside_their_column() -> None:
    answers = answers_of(Mapping(), HEADER, "UTC")
    assert {"outbound", "answered_words", "unit", "comma"}.isdisjoint(asked_for(answers))
    more = {"direction": "Art", "answered": "Status", "duration": "Dauer"}
    assert {"inbound", "answered_words", "unit", "comma"} <= asked_for({**answers, **more})


def test_hours_with_colons_have_no_comma() -> None:
    answers = answers_of(GUESS, HEADER, "UTC") | {"unit": "h:m:s"}
    assert "comma" not in asked_for(answers)
