"""What the mapping dialog says."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.actions.preview_mapping import Previewed
from app.domain.event import Call, Direction, Source, Text
from app.domain.instant import instant
from app.domain.problem import Problem
from app.exchange.dates import AMBIGUOUS
from app.exchange.mapping import Mapping
from app.wording.words import Words
from tests.support.looks import first_look
from ui.mapping.preview import preview_failed, preview_state
from ui.mapping.state import lacking, mapping_state
from ui.theme.tone import Tone

START = instant(datetime(2026, 11, 2, 14, 4, 5, tzinfo=UTC))
CALL = Call(Source("file"), "1", START, 61_000_000, Direction.OUTBOUND, "101", "+14155550123")
ZONE = "Europe/Berlin"


def test_the_file_is_described_in_a_line(words: Words) -> None:
    state = mapping_state(words, "anlage.csv", first_look(), ZONE)
    assert state.about == "anlage.csv · 6 columns · separated by semicolons"


def test_each_column_is_offered_with_its_first_value(words: Words) -> None:
    state = mapping_state(words, "anlage.csv", first_look(), ZONE)
    start = next(each for each in state.questions if each.key == "start")
    assert [each.text for each in start.choices][:3] == ["–", "Wann: 02.11.2026 15:04", "Art: out"]


def test_columns_without_names_are_counted(words: Words) -> None:
    look = first_look()
    look = replace(look, guess=replace(look.guess, header=look.glimpse.header))
    state = mapping_state(words, "anlage.csv", look, ZONE)
    assert state.names_shown[:2] == ("Column 1", "Column 2")
    assert state.answers["names"] == "no"


def test_sheets_and_kept_mappings_are_asked_for_where_there_are_any(words: Words) -> None:
    plain = mapping_state(words, "a.csv", first_look(), ZONE)
    assert [each.key for each in plain.layout] == ["names"]
    kept = Mapping(name="old", columns={"start": "Wann"})
    look = first_look(kept, sheets=("Calls", "Notes"))
    full = mapping_state(words, "a.xlsx", look, ZONE)
    assert [each.key for each in full.layout] == ["sheet", "names", "kept"]
    assert full.kept["old"]["start"] == "Wann"


@pytest.mark.parametrize(
    ("open_answer", "sentence"),
    [
        ({"start": ""}, "Say which column holds the date and time."),
        ({"first": "", "second": ""}, "Say which column holds a phone number."),
        ({"duration": ""}, "Say which column holds the length of a call."),
        ({"duration": "", "kind": "texts"}, ""),
        ({"name": " "}, "Give it a name, to use it again."),
        ({}, ""),
    ],
)
def test_what_is_missing_is_said(words: Words, open_answer: dict[str, str], sentence: str) -> None:
    answers = mapping_state(words, "a.csv", first_look(), ZONE).answers
    assert lacking(words, {**answers, **open_answer}) == sentence


def test_lines_are_shown_as_they_would_be_kept(words: Words) -> None:
    state = preview_state(words, [Previewed(2, CALL, None)], ZONE)
    (row,) = state.rows
    assert row.cells == (
        "2",
        "2 Nov 2026 15:04:05",
        "Outbound",
        "101",
        "+14155550123",
        "1 min 01 s",
    )
    assert (state.summary, state.usable) == ("All of the first lines can be read.", True)


def test_texts_show_their_segments(words: Words) -> None:
    text = Text(Source("file"), "1", START, Direction.INBOUND, counted=2)
    (row,) = preview_state(words, [Previewed(2, text, None)], ZONE).rows
    assert row.cells[2::3] == ("Inbound", "2 segments")


def test_a_refused_line_says_why(words: Words) -> None:
    refused = Previewed(3, None, Problem("“{value}” is not a duration", value="tall"))
    state = preview_state(words, [Previewed(2, CALL, None), refused], ZONE)
    assert state.rows[1].refused == "“tall” is not a duration"
    assert state.summary == "1 of the first lines can be read · 1 is refused"
    assert state.tone is Tone.NEAR


def test_a_file_of_which_no_line_can_be_read_is_not_imported(words: Words) -> None:
    state = preview_state(words, [Previewed(2, None, Problem("No."))], ZONE)
    assert not state.usable


def test_dates_of_two_meanings_are_asked_about(words: Words) -> None:
    state = preview_failed(words, Problem(AMBIGUOUS, value="1/2/2026", format="mapped"))
    assert state.summary == "Every date can be read in two ways. Say what comes first in them."
