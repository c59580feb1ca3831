"""The GSM 7-bit alphabet."""

import pytest

from app.domain import gsm7
from tests.support import vectors

CODES = {
    chr(int(name.removeprefix("U+"), base=16)): codes
    for name, codes in vectors.read("gsm7_map")["map"].items()
}


def test_the_alphabet_is_the_recorded_one() -> None:
    assert set(gsm7.BASIC + gsm7.EXTENSION) == set(CODES)


@pytest.mark.parametrize("character", CODES)
def test_a_character_takes_as_many_septets_as_recorded(character: str) -> None:
    assert gsm7.septets(character) == len(CODES[character])


@pytest.mark.parametrize("character", ["`", "\t", "\u00a0", "á", "ç", "ê", "\x1b", "😀", "е"])
def test_what_is_outside_has_no_septets(character: str) -> None:
    assert gsm7.septets(character) is None


def test_the_escape_stands_before_each_extension_character() -> None:
    assert gsm7.escaped("a€[") == "a\x1b€\x1b["


@pytest.mark.parametrize(
    ("character", "replacement"),
    [
        ("’", "'"), ("“", '"'), ("–", "-"), ("…", "..."), ("\u00a0", " "), ("\t", " "), ("`", "'"),
        ("ﬁ", "fi"), ("œ", "oe"), ("ê", "e"), ("ç", "c"), ("Ł", "L"), ("½", "1/2"), ("©", "(c)"),
        ("™", "TM"), ("e\u0301", "é"), ("Ά", "A"), ("\u200b", ""), ("\x00", ""), ("\ud83d", ""),
        ("1\ufe0f\u20e3", "1"),
    ],
)  # fmt: skip
def test_a_plain_replacement_reads_the_same(character: str, replacement: str) -> None:
    assert gsm7.plain(character) == replacement


@pytest.mark.parametrize("character", ["Я", "你", "שׁ", "😀"])
def test_what_has_no_plain_form_has_none(character: str) -> None:
    assert gsm7.plain(character) is None
