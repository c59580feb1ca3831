"""Where entries stand in a list that was found, so that what was chosen stays chosen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.filters import Filters, Order
from app.ledger.ledger import Ledger
from app.ledger.lists.listing import Listing
from tests.support.ledgers import call, keep, ledger_with


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        keep(ledger, *(call(f"2026-11-{day:02} 09:00", day, external_id=str(day))
                       for day in range(1, 10)))  # fmt: skip
        yield ledger


@pytest.fixture
def listing(ledger: Ledger) -> Iterator[Listing]:
    found = Listing(ledger)
    yield found
    found.close()


@pytest.mark.parametrize("order", [Order.NEWEST, Order.OLDEST, Order.MOST])
def test_several_entries_are_found_where_each_is(listing: Listing, order: Order) -> None:
    count = listing.find(Filters(), order)
    ids = listing.ids([(0, count)])
    wanted = [ids[5], ids[0], ids[8]]
    assert listing.places_of(wanted) == [5, 0, 8]
    assert [listing.place_of(each) for each in wanted] == [5, 0, 8]


@pytest.mark.parametrize("order", [Order.NEWEST, Order.MOST])
def test_any_version_of_an_entry_tells_its_place(
    ledger: Ledger, listing: Listing, order: Order
) -> None:
    listing.find(Filters(), order)
    before = listing.ids([(0, 9)])
    keep(ledger, call("2026-11-05 09:00", 5, external_id="5", note="later"))
    after = listing.ids([(0, 9)])
    assert before != after
    assert listing.places_of(before) == listing.places_of(after) == list(range(9))


def test_after_another_search_an_older_version_is_found_too(
    ledger: Ledger, listing: Listing
) -> None:
    listing.find(Filters())
    (old,) = listing.ids([(4, 1)])
    keep(ledger, call("2026-11-05 09:00", 5, external_id="5", note="later"))
    listing.find(Filters())
    assert listing.places_of([old]) == [4]


def test_what_is_not_in_the_list_has_no_place(listing: Listing) -> None:
    listing.find(Filters())
    ids = listing.ids([(0, 9)])
    count = listing.find(Filters(words="nobody"))
    assert (count, listing.places_of([ids[0], 99])) == (0, [None, None])


def test_an_entry_that_came_later_has_no_place_yet(ledger: Ledger, listing: Listing) -> None:
    listing.find(Filters(), Order.MOST)
    keep(ledger, call(external_id="new"))
    other = Listing(ledger)
    other.find(Filters())
    (newest,) = other.ids([(0, 1)])
    other.close()
    assert listing.places_of([newest]) == [None]


def test_of_no_entries_there_are_no_places(listing: Listing) -> None:
    listing.find(Filters())
    assert listing.places_of([]) == []


@settings(max_examples=25, deadline=None)
@given(chosen=st.lists(st.integers(0, 8), max_size=12), order=st.sampled_from(Order))
def test_one_look_finds_what_looks_one_by_one_find(
    tmp_path_factory: pytest.TempPathFactory, chosen: list[int], order: Order
) -> None:
    with ledger_with(tmp_path_factory.mktemp("places"), "hubspot-professional") as ledger:
        keep(ledger, *(call(f"2026-11-{day:02} 09:00", day % 3) for day in range(1, 10)))
        listing = Listing(ledger)
        listing.find(Filters(), order)
        ids = [listing.ids([(0, 9)])[place] for place in chosen]
        assert listing.places_of(ids) == [listing.place_of(each) for each in ids] == chosen
        listing.close()
