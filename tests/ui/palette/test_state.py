"""What the palette says and offers."""

from app.wording.words import Words
from ui.palette.state import PaletteLine, Sought, number_typed, palette_state, with_synonyms

IMPORT = with_synonyms(PaletteLine("menu:import", "Import", "File", "Ctrl+I"))
PLAN = with_synonyms(PaletteLine("menu:page.plan", "Plan", "View", "Ctrl+3"))


def keys(words: Words, **sought: object) -> list[str]:
    state = palette_state(words, Sought(fixed=(IMPORT, PLAN), **sought))  # type: ignore[arg-type]
    return [line.key for line in state.lines]


def test_what_was_chosen_last_stands_on_top(words: Words) -> None:
    assert keys(words, used=("menu:page.plan", "menu:gone")) == ["menu:page.plan", "menu:import"]


def test_a_line_is_found_by_what_people_say_in_either_language(words: Words) -> None:
    assert keys(words, typed="einlesen") == ["menu:import"]
    assert keys(words, typed="allow") == ["menu:page.plan"]


def test_a_number_is_offered_to_be_looked_at_and_to_be_on_a_call_with(words: Words) -> None:
    state = palette_state(words, Sought(typed="+14155550188"))
    assert [line.title for line in state.lines] == [
        "Before you dial +1 415 555 0188",
        "Call +1 415 555 0188",
        "I’m on a call with +1 415 555 0188",
    ]


def test_only_what_is_written_like_a_whole_number_is_one() -> None:
    assert number_typed(" (415) 555-0188 ") == "(415) 555-0188"
    assert number_typed("555-018") == ""
    assert number_typed("room 415 555 0188") == ""


def test_entries_come_after_lines_of_the_window(words: Words) -> None:
    found = (PaletteLine("entry:1", "Import Ltd"),)
    assert keys(words, typed="imp", found=found) == ["menu:import", "entry:1"]


def test_nothing_is_said_to_be_missing_while_it_is_looked_for(words: Words) -> None:
    assert palette_state(words, Sought("xyz", searching=True)).nothing == "Searching…"
    assert palette_state(words, Sought("xyz")).nothing == "Nothing found."
    assert not palette_state(words, Sought("imp", (IMPORT,))).nothing


def test_a_line_is_read_aloud_with_its_shortcut() -> None:
    assert IMPORT.spoken == "Import, File, Ctrl+I"
