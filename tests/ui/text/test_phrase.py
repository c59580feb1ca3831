"""Phrases keep their strong words through sentences and translations."""

from hypothesis import given
from hypothesis import strategies as st

from ui.text.phrase import loose, plain, runs, side_by_side, stress, strong


def test_a_strong_figure_is_found_again() -> None:
    assert list(runs(f"{strong('84')} used")) == [("", False), ("84", True), (" used", False)]


def test_a_phrase_is_read_without_its_marks() -> None:
    assert plain(f"about {strong('$0.52')}") == "about $0.52"


def test_only_the_first_occurrence_is_stressed() -> None:
    assert [each for each, bold in runs(stress("14 of 14", "14")) if bold] == ["14"]


def test_a_line_breaks_only_between_phrases() -> None:
    assert side_by_side("1 used", "", "2 safe").count(" ") == 1


def test_a_line_may_break_after_a_dot_within_a_phrase() -> None:
    kept = "\N{NO-BREAK SPACE}"
    assert side_by_side("2 used · 3 with this call") == (
        f"2{kept}used{kept}· 3{kept}with{kept}this{kept}call"
    )


@given(st.text(st.characters(exclude_characters="\x02\x03\x04")))
def test_marking_changes_nothing_that_is_read(text: str) -> None:
    assert plain(strong(text)) == text
    assert "".join(each for each, _ in runs(strong(text))) == text


def test_a_long_phrase_breaks_behind_its_figure_and_is_read_as_any_other() -> None:
    phrase = loose(f"{strong('42 min')} with this call")
    kept = "42\N{NO-BREAK SPACE}min with\N{NO-BREAK SPACE}this\N{NO-BREAK SPACE}call"
    assert plain(side_by_side(phrase)) == kept
    assert plain(phrase) == "42 min with this call"
    assert list(runs(phrase)) == [("", False), ("42 min", True), (" with this call", False)]
