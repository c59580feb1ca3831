"""What stands around the list: how many there are, heads and their order, and empty lists."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.filters import Filters, Order
from app.domain.problem import LedgerProblem
from app.wording.words import Words
from tests.support import states
from tests.support.wordings import ENGLISH
from ui.activity.columns import FIXED, KEYS, ColumnChoice
from ui.activity.rows import ActivityRow, activity_rows
from ui.activity.state import Found, activity_state, fitting, offered
from ui.activity.summary import Sums

FOUND = Found(count=3412, total=1_204_118)


def row() -> ActivityRow:
    """A line of a call with a number."""
    (made,) = activity_rows(ENGLISH, (states.call_receipt(),))
    return made


def keys_offered(of: ActivityRow | None, *, several: bool = False) -> set[str]:
    actions = offered(activity_state(ENGLISH, FOUND), of, several=several)
    return {key for key, _, _ in actions}


def arrows(words: Words, order: Order) -> dict[str, int]:
    headings = activity_state(words, replace(FOUND, order=order)).headings
    return {each.key: each.sorts for each in headings if each.sorts}


def test_all_entries_are_counted(words: Words) -> None:
    state = activity_state(words, Found(count=1_204_118, total=1_204_118))
    assert (state.title, state.count) == ("Activity", "1,204,118 entries")


@pytest.mark.parametrize("filters", [Filters(words="555"), Filters(source="hubspot")])
def test_what_was_found_is_told_beside_all_there_is(words: Words, filters: Filters) -> None:
    state = activity_state(words, replace(FOUND, filters=filters))
    assert state.count == "3,412 of 1,204,118 entries"


def test_before_the_first_answer_nothing_is_counted(words: Words) -> None:
    state = activity_state(words, Found())
    assert (state.count, state.empty) == ("", None)


def test_several_chosen_lines_tell_what_they_come_to(words: Words) -> None:
    state = activity_state(words, FOUND, sums=Sums(3, minutes=1240, segments=1))
    assert state.count == "3 selected · 1,240 minutes · 1 segment"


def test_only_filters_can_be_cleared(words: Words) -> None:
    assert activity_state(words, replace(FOUND, filters=Filters(words="555"))).clear == ""
    narrowed = activity_state(words, replace(FOUND, filters=Filters(agent="Jana")))
    assert (narrowed.narrowed, narrowed.clear) == (True, "Clear filters")


def test_an_empty_ledger_offers_a_beginning(words: Words) -> None:
    empty = activity_state(words, Found(count=0)).empty
    assert empty is not None
    assert empty.title == "No calls or texts yet"
    assert [key for key, _ in empty.ways] == ["import", "sample"]


def test_where_nothing_is_found_everything_can_be_shown(words: Words) -> None:
    empty = activity_state(words, Found(Filters(words="555"), count=0, total=9)).empty
    assert empty is not None
    assert (empty.title, empty.ways) == ("Nothing found", (("clear", "Show all"),))


def test_a_failed_search_is_told_and_no_zero_is_shown(words: Words) -> None:
    problem = LedgerProblem("The ledger is damaged.")
    state = activity_state(words, Found(count=0, problem=problem))
    assert state.empty is not None
    assert (state.count, state.empty.sentence) == ("", "The ledger is damaged.")
    assert [key for key, _ in state.empty.ways] == ["again"]


@pytest.mark.parametrize(
    ("order", "shown"),
    [
        (Order.NEWEST, {"when": -1}),
        (Order.OLDEST, {"when": 1}),
        (Order.LONGEST, {"length": -1}),
        (Order.SHORTEST, {"length": 1}),
        (Order.NAME, {"with": 1}),
        (Order.NAME_BACKWARDS, {"with": -1}),
    ],
)
def test_one_head_tells_the_order(words: Words, order: Order, shown: dict[str, int]) -> None:
    assert arrows(words, order) == shown


def test_heads_are_shown_as_they_were_chosen(words: Words) -> None:
    columns = ColumnChoice(("with", "note", "when"), (("note", 300),))
    headings = activity_state(words, FOUND, columns).headings
    assert [each.key for each in headings] == ["with", "note", "when"]
    assert headings[1].width == 300


@given(st.lists(st.sampled_from(KEYS), unique=True), st.integers(0, 2_000))
def test_whom_it_was_with_always_has_room(others: list[str], room: int) -> None:
    columns = ColumnChoice((FIXED, *(key for key in others if key != FIXED)))
    headings = activity_state(ENGLISH, FOUND, columns).headings
    shown = fitting(headings, room)
    assert FIXED in [each.key for each in shown]
    assert [each.key for each in shown] == [
        each.key for each in headings if each.key in {one.key for one in shown}
    ]


def test_where_there_is_room_every_column_stays(words: Words) -> None:
    headings = activity_state(words, FOUND).headings
    assert fitting(headings, 2_000) == headings


def test_in_a_small_window_four_columns_stay(words: Words) -> None:
    shown = fitting(activity_state(words, FOUND).headings, 380)
    assert [each.key for each in shown] == ["when", "with", "billed", "kind"]


def test_one_line_offers_its_receipt_and_its_number() -> None:
    assert {"why", "correct", "note", "tags", "copy", "number", "erase"} <= keys_offered(row())


def test_several_lines_offer_what_can_be_done_with_many() -> None:
    assert keys_offered(row(), several=True) == {"correct", "note", "tags", "copy"}


def test_duplicates_are_offered_where_one_is_possible() -> None:
    assert "twins" not in keys_offered(row())
    assert "twins" in keys_offered(replace(row(), doubted=True))


def test_without_a_number_there_is_none_to_copy_or_erase() -> None:
    assert not {"number", "erase"} & keys_offered(replace(row(), number=""))
