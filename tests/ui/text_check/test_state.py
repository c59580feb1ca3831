"""What the text check says of a text."""

import pytest

from app.actions.count_segments import check_text
from app.domain.next_text import NextText, TextRoom
from app.domain.plan import MeterKind, Scope
from app.domain.receipt import Outcome
from app.wording.language import Language
from app.wording.words import words_in
from ui.text_check.state import Checked, TextState, text_state
from ui.theme.tone import Tone

WORDS = words_in(Language("en", "US"))
ROOM = TextRoom(Scope.POOL, 1250, 61, Outcome.BILLED)
POOL = NextText({MeterKind.SMS: ROOM}, "Aircall")
FAMILY = "👩‍👩‍👧‍👦"


def state(text: str, pool: NextText | None = POOL, media: int = 0) -> TextState:
    return text_state(WORDS, Checked(text, *check_text(text)), pool, media)


def test_the_number_its_encoding_and_its_units_stand_side_by_side() -> None:
    shown = state("x" * 161)
    assert (shown.figure, shown.label) == ("2", "segments, GSM-7")
    assert (shown.units, shown.room) == ("161 of 306 units", "145 to the next segment")
    assert shown.parts == "Parts: 153 + 8 units"


def test_marks_are_counted_as_qt_counts() -> None:
    assert state("🎉a’").marks == ((0, 2), (3, 1))


def test_a_family_is_one_character_and_marked_whole() -> None:
    assert state(f"a{FAMILY}b").marks == ((1, 11),)
    assert len(state(FAMILY).lines) == 1


@pytest.mark.parametrize(
    ("text", "button"),
    [
        ("I’ll", "Replace"),
        ("‘I’", "Replace both"),
        ("‘I’ 🎉", "Replace all"),
        ("I", ""),
        ("中", ""),
    ],
)
def test_the_button_says_how_much_it_replaces(text: str, button: str) -> None:
    assert state(text).replace_all == button


def test_the_pool_after_the_text_has_an_icon_and_words() -> None:
    shown = state("hi")
    assert shown.after == "Team pool after this text: 60 of 1,250 left"
    assert (shown.after_mark, shown.after_tone) == ("pool", Tone.PLAIN)


def test_what_is_billed_is_told_in_words_and_with_its_icon() -> None:
    shown = state("hi", NextText({MeterKind.SMS: ROOM}, "Aircall", inside=False))
    assert shown.after.startswith("Outside the bundle")
    assert (shown.after_mark, shown.after_tone) == ("billed", Tone.BILLED)


def test_without_a_plan_that_is_said() -> None:
    assert state("hi", NextText({})).after.startswith("No plan for texts is chosen")
    assert state("hi", POOL, media=1).after == "Aircall includes no such messages."


def test_before_the_plan_was_read_nothing_is_said_of_it() -> None:
    assert state("hi", None).after == ""


@pytest.mark.parametrize(
    ("pool", "planned"), [(POOL, True), (None, True), (NextText({}, "Aircall"), True),
                          (NextText({}), False)],
)  # fmt: skip
def test_a_plan_can_be_chosen_where_there_is_none(pool: NextText | None, *, planned: bool) -> None:
    assert state("Hello", pool).planned is planned
