"""What is typed finds lines by their beginnings before anything else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.palette.ranking import bare, ranked
from ui.palette.state import PaletteLine


def titles(typed: str, *lines: PaletteLine | str) -> list[str]:
    made = tuple(PaletteLine(str(n), each) if isinstance(each, str) else each
                 for n, each in enumerate(lines))  # fmt: skip
    return [line.title for line in ranked(typed, made)]


def test_a_beginning_comes_before_a_word_and_a_word_before_any_part() -> None:
    assert titles("pla", "Explained", "Edit the plan", "Plan") == [
        "Plan",
        "Edit the plan",
        "Explained",
    ]


def test_initials_find_a_line_of_several_words() -> None:
    assert titles("byd", "Back up now", "Before you dial") == ["Before you dial"]


def test_other_words_come_after_titles() -> None:
    synonym = PaletteLine("a", "Before you dial", also=("Nummer prüfen",))
    assert titles("nummer", synonym, "Nummern verbergen") == [
        "Nummern verbergen",
        "Before you dial",
    ]


@pytest.mark.parametrize("typed", ["uber", "Über", "ÜBER", "u\u0308ber", " über "])
def test_accents_and_case_make_no_difference(typed: str) -> None:
    assert titles(typed, "Import", "Über Talktally") == ["Über Talktally"]


def test_several_words_are_found_in_any_order() -> None:
    assert titles("dial bef", "Before you dial", "Dialog") == ["Before you dial"]


def test_nothing_typed_leaves_every_line_where_it_is() -> None:
    assert titles("  ", "Zoo", "Ape") == ["Zoo", "Ape"]


@given(st.text(max_size=20), st.text(max_size=20))
def test_whatever_is_typed_is_ranked_without_trouble(typed: str, title: str) -> None:
    found = titles(typed, title)
    assert found in ([], [title])
    assert bare(bare(title)) == bare(title)


@given(st.text(st.characters(categories=("Lu", "Ll", "Nd")), min_size=1, max_size=20))
def test_a_title_finds_itself(title: str) -> None:
    assert not bare(title) or titles(title, "?", title) == [title]
