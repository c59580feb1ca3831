"""Graphemes: what a reader takes for one character."""

import regex
from hypothesis import given
from hypothesis import strategies as st

from app.domain.graphemes import graphemes, is_emoji

FAMILY = "👨\u200d👩\u200d👧"


def test_a_family_a_flag_and_an_accented_letter_are_one_each() -> None:
    assert list(graphemes(f"{FAMILY}🇮🇹e\u0301x")) == [FAMILY, "🇮🇹", "e\u0301", "x"]


def test_a_line_end_of_two_characters_counts_two() -> None:
    assert list(graphemes("я\r\n")) == ["я", "\r", "\n"]
    assert list(graphemes("e\u0301\r\n")) == ["e\u0301", "\r", "\n"]


def test_two_lone_surrogates_that_make_a_pair_stay_together() -> None:
    assert list(graphemes("a\ud83d\ude00\ud83d")) == ["a", "\ud83d\ude00", "\ud83d"]


def test_every_character_counted_without_tables_stands_alone_in_the_tables() -> None:
    lonely = [
        c for c in map(chr, range(0x20, 0x20000)) if len(regex.findall(r"\X", f"a{c}{c}a")) == 4
    ]
    assert all(c in lonely for c in "aéЖあ你😀–→€")
    joining = set(map(chr, range(0x20, 0x20000))).difference(lonely)
    assert not [c for c in joining if isinstance(graphemes(c), str)]


@given(st.text())
def test_graphemes_join_to_the_text(text: str) -> None:
    assert "".join(graphemes(text)) == text


MIXED = st.lists(
    st.sampled_from(
        [*"aя\r\n你©❤👩", "\u0301", "\u200d", "\ufe0f", "🏽", "🇮", "\u0600", "각", "ᄀ", "क", "्"]
    )
)


@given(MIXED)
def test_cutting_by_stretches_is_cutting_the_whole(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert list(graphemes(text)) == regex.findall(r"[\r\n]|\X", text)


def test_pictures_and_flags_are_emoji_and_letters_are_not() -> None:
    assert is_emoji("😀")
    assert is_emoji("🇩🇪")
    assert not is_emoji("你")
