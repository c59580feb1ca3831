"""Segments of a text message, against the recorded cases and by properties."""

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.domain import gsm7
from app.domain.segments import Costly, Counted, Encoding, costly, count, parts
from tests.support import vectors

CASES = vectors.read("segments")["vectors"]
GSM7_TEXT = st.text(st.sampled_from(gsm7.BASIC + gsm7.EXTENSION * 5), max_size=700)
JOINING = st.sampled_from(
    [
        "e",
        "\u0301",
        "\u200d",
        "👩",
        "🏽",
        "🇮",
        "🇹",
        "\r",
        "\n",
        "你",
        "\ud83d",
        "\ude00",
        "\u0301" * 70,
    ]
)
UCS2_TEXT = st.one_of(
    st.text(max_size=300),
    st.lists(JOINING, max_size=200).map("".join),
    st.text(st.sampled_from("я😀–"), max_size=300),
)
ANY_TEXT = st.one_of(GSM7_TEXT, UCS2_TEXT)


def units(text: str, encoding: Encoding) -> int:
    if encoding is Encoding.GSM7:
        return sum(2 if character in gsm7.EXTENSION else 1 for character in text)
    return sum(2 if ord(character) > 0xFFFF else 1 for character in text)


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["id"]))
def test_a_recorded_case_is_counted_alike(case: dict[str, Any]) -> None:
    counted = count(case["body"])
    assert counted.segments == case["segments"] if "segments" in case else True
    assert counted.encoding == case.get("encoding", counted.encoding)
    assert counted.characters == case.get("characters", counted.characters)
    assert len(case["body"]) == case.get("unicode_scalars", len(case["body"]))


@pytest.mark.parametrize(
    "case", [case for case in CASES if "message_bits" in case], ids=lambda case: str(case["id"])
)
def test_a_recorded_case_weighs_as_many_bits(case: dict[str, Any]) -> None:
    counted = count(case["body"])
    bits = counted.units * (7 if counted.encoding is Encoding.GSM7 else 16)
    header = 48 * counted.segments if counted.segments > 1 else 0
    assert (bits, bits + header) == (case["message_bits"], case["total_bits_with_udh"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Counted(Encoding.GSM7, 1, 0, 160, 0)),
        ("a" * 160, Counted(Encoding.GSM7, 1, 160, 160, 160)),
        ("a" * 161, Counted(Encoding.GSM7, 2, 161, 153, 161)),
        ("a" * 306, Counted(Encoding.GSM7, 2, 306, 153, 306)),
        ("a" * 307, Counted(Encoding.GSM7, 3, 307, 153, 307)),
        ("я" * 70, Counted(Encoding.UCS2, 1, 70, 70, 70)),
        ("я" * 71, Counted(Encoding.UCS2, 2, 71, 67, 71)),
        ("я" * 134, Counted(Encoding.UCS2, 2, 134, 67, 134)),
        ("я" * 135, Counted(Encoding.UCS2, 3, 135, 67, 135)),
        ("a\r\nb", Counted(Encoding.GSM7, 1, 4, 160, 4)),
        ("e\u0301", Counted(Encoding.UCS2, 1, 2, 70, 1)),
        ("\ud83d", Counted(Encoding.UCS2, 1, 1, 70, 1)),
    ],
)
def test_the_borders_of_a_segment(text: str, expected: Counted) -> None:
    assert count(text) == expected


def test_escape_pairs_that_leave_a_septet_empty_need_one_segment_more() -> None:
    assert count("€" * 153).segments == 3
    assert [len(part) for part in parts("€" * 153)] == [76, 76, 1]


def test_a_grapheme_at_a_border_moves_whole_to_the_next_segment() -> None:
    assert parts("я" * 66 + "😀" + "я" * 10) == ("я" * 66, "😀" + "я" * 10)
    assert parts("я" * 66 + "e\u0301" + "я" * 10) == ("я" * 66, "e\u0301" + "я" * 10)


def test_a_grapheme_longer_than_a_segment_is_cut_between_code_points() -> None:
    chain = "👩" + "\u200d👩" * 40
    assert [units(part, Encoding.UCS2) for part in parts(chain)] == [66, 56]


@given(ANY_TEXT)
def test_parts_join_to_the_text_and_are_as_many_as_counted(text: str) -> None:
    assert "".join(parts(text)) == text
    assert len(parts(text)) == count(text).segments


@given(ANY_TEXT)
def test_each_part_fits(text: str) -> None:
    counted = count(text)
    weights = [units(part, counted.encoding) for part in parts(text)]
    assert max(weights) <= counted.per_segment
    assert sum(weights) == counted.units


@given(ANY_TEXT, ANY_TEXT)
def test_a_longer_text_never_takes_fewer_segments_in_the_same_encoding(
    text: str, more: str
) -> None:
    before, after = count(text), count(text + more)
    assume(before.encoding is after.encoding)
    assert after.segments >= before.segments


def test_costly_characters_are_found_where_they_stand() -> None:
    assert costly("It’s e\u0301 你😀 [ok]") == (
        Costly("’", 2, "'"), Costly("e\u0301", 5, "é"), Costly("你", 8, None), Costly("😀", 9, ""),
    )  # fmt: skip


def test_a_gsm7_text_has_no_costly_characters() -> None:
    assert costly("Grüße für 5 €") == ()


@given(UCS2_TEXT)
def test_writing_every_plain_replacement_leaves_only_what_has_none(text: str) -> None:
    found = costly(text)
    assert bool(found) is (count(text).encoding is Encoding.UCS2)
    assert all(text[each.at :].startswith(each.char) for each in found)
    assert all(each.plain is None or gsm7.holds(each.plain) for each in found)
