"""The columns: which are shown, how wide, and what their heads sort by."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.filters import Order
from app.wording.words import Words
from ui.activity.columns import COLUMNS, FIXED, KEYS, ColumnChoice, choice_of, names, order_after

CHOICES = st.builds(
    lambda others, at, widths: ColumnChoice(
        (*others[:at], FIXED, *others[at:]), tuple(widths.items())
    ),
    st.lists(st.sampled_from([key for key in KEYS if key != FIXED]), unique=True),
    st.integers(0, len(KEYS)),
    st.dictionaries(st.sampled_from(KEYS), st.integers(30, 1_000)),
)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.sampled_from(KEYS),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)


@given(CHOICES)
def test_a_choice_is_read_as_it_was_written(choice: ColumnChoice) -> None:
    assert choice_of(json.loads(json.dumps(choice.written()))) == choice


@given(ANYTHING | st.fixed_dictionaries({"shown": ANYTHING, "widths": ANYTHING}))
def test_whatever_stands_in_the_settings_gives_columns(written: object) -> None:
    choice = choice_of(written)
    assert FIXED in choice.shown
    assert set(choice.shown) <= set(KEYS)
    assert all(30 <= width <= 1_000 for _, width in choice.widths)


def test_a_column_comes_last_and_goes_again() -> None:
    shown = ColumnChoice().toggled("tags")
    assert shown.shown[-1] == "tags"
    assert shown.toggled("tags") == ColumnChoice()


def test_whom_it_was_with_is_always_shown() -> None:
    assert FIXED in ColumnChoice().toggled(FIXED).shown


def test_a_width_by_hand_replaces_the_usual_one() -> None:
    note = next(column for column in COLUMNS if column.key == "note")
    choice = ColumnChoice().with_width("note", 300).with_width("note", 320)
    assert choice.width(note) == 320
    assert ColumnChoice().width(note) == note.width


def test_every_column_has_a_name_of_its_own(words: Words) -> None:
    named = names(words)
    assert all(named.values())
    assert len(set(named.values())) == len(KEYS)


@pytest.mark.parametrize("column", [each for each in COLUMNS if each.orders])
def test_a_head_sorts_one_way_and_then_the_other(column: object) -> None:
    orders, key = getattr(column, "orders", ()), getattr(column, "key", "")
    once = order_after(Order.NEWEST if key != "when" else Order.NAME, key)
    assert (once, order_after(once, key)) == orders


def test_a_column_without_an_order_leaves_the_list_as_it_is() -> None:
    assert order_after(Order.LONGEST, "note") is Order.LONGEST
