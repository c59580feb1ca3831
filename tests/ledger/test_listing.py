"""A list of entries: narrowed, in order, and read by pages."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.event import Leg, Method
from app.domain.filters import Filters, Order
from app.domain.instant import SECOND
from app.domain.receipt import Outcome
from app.ledger.ledger import Ledger
from app.ledger.lists.listing import Interrupted, Listing
from app.ledger.plans import set_habits
from tests.support.ledgers import FAR, OWN, call, keep, ledger_with, text

_ALL = Filters()


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with ledger_with(tmp_path, "hubspot-professional", "aircall-us-ca") as ledger:
        yield ledger


@pytest.fixture
def listing(ledger: Ledger) -> Iterator[Listing]:
    found = Listing(ledger)
    yield found
    found.close()


def notes(listing: Listing, filters: Filters = _ALL, order: Order = Order.NEWEST) -> str:
    """Find entries and write the notes of all rows, which are one letter each."""
    count = listing.find(filters, order)
    return "".join(receipt.fact.note for receipt in listing.page(0, count))


def test_all_entries_stand_the_newest_first(ledger: Ledger, listing: Listing) -> None:
    keep(ledger, call("2026-11-02 09:00", note="a"), text("2026-11-04 09:00", note="b"))
    keep(ledger, call("2026-11-03 09:00", note="c"))
    assert notes(listing) == "bca"


def test_a_superseded_version_is_not_listed(ledger: Ledger, listing: Listing) -> None:
    keep(ledger, call(external_id="1", note="a"))
    keep(ledger, call(external_id="1", note="b", minutes=3))
    assert notes(listing) == notes(listing, order=Order.LONGEST) == "b"


def test_names_go_backwards_but_entries_without_one_stay_last(
    ledger: Ledger, listing: Listing
) -> None:
    keep(ledger, call(name="Arne", note="a"), call(name="Älva", note="b"), call(note="c"))
    assert notes(listing, order=Order.NAME) == "bac"
    assert notes(listing, order=Order.NAME_BACKWARDS) == "abc"


@pytest.mark.parametrize("order", [Order.NEWEST, Order.LEAST])
def test_a_page_shows_present_versions_of_what_was_found(
    ledger: Ledger, listing: Listing, order: Order
) -> None:
    keep(ledger, call("2026-11-02 09:00", 2, external_id="1"), call("2026-11-03 09:00", note="b"))
    assert listing.find(Filters(), order) == 2
    keep(ledger, call("2026-11-02 09:00", 2, external_id="1", note="a"), call())
    page = listing.page(0, 9)
    assert [receipt.fact.note for receipt in page] == ["b", "a"]
    assert listing.ids([(0, 9)]) == [int(receipt.id) for receipt in page]


@pytest.mark.parametrize("order", [Order.NEWEST, Order.LEAST])
def test_an_entry_keeps_its_row_whichever_version_is_asked_for(
    ledger: Ledger, listing: Listing, order: Order
) -> None:
    keep(ledger, call("2026-11-02 09:00", 2, external_id="1"), call("2026-11-03 09:00"))
    listing.find(Filters(), order)
    keep(ledger, call("2026-11-02 09:00", 2, external_id="1", note="a"))
    (present,) = listing.ids([(1, 1)])
    assert listing.place_of(1) == listing.place_of(present) == 1
    assert listing.place_of(99) is None


def test_far_down_all_entries_are_read_from_a_table(
    ledger: Ledger, listing: Listing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.ledger.lists.found._NEAR", 1)
    keep(ledger, *(call(f"2026-11-0{day} 09:00", note=str(day)) for day in range(1, 6)))
    count = listing.find(Filters())
    keep(ledger, call("2026-11-03 10:00", note="later"))
    assert [receipt.fact.note for receipt in listing.page(1, count)] == ["4", "3", "2", "1"]
    assert listing.place_of(1) == 4


def test_spans_of_rows_are_ids_without_what_lies_outside(ledger: Ledger, listing: Listing) -> None:
    keep(ledger, *(call(f"2026-11-0{day} 09:00") for day in range(1, 6)))
    listing.find(Filters(), Order.OLDEST)
    assert listing.ids([(0, 2), (3, 1), (4, 7), (9, 1), (-1, 1)]) == [1, 2, 4, 5, 1]
    assert listing.page(5, 3) == []


def test_a_change_of_the_ledger_is_noticed_until_the_next_search(
    ledger: Ledger, listing: Listing
) -> None:
    listing.find(Filters())
    assert not listing.changed()
    keep(ledger, call())
    assert listing.changed()
    listing.find(Filters())
    assert not listing.changed()


def test_outcomes_follow_the_ledger(ledger: Ledger, listing: Listing) -> None:
    included = Filters(outcomes=frozenset({Outcome.INCLUDED}))
    keep(ledger, call("2026-11-03 09:00", 2000, note="a"))
    assert notes(listing, included) == "a"
    keep(ledger, call("2026-11-02 09:00", 2000, note="b"))
    assert notes(listing, included) == "b"


def test_a_search_that_is_interrupted_forgets_and_the_next_one_finds(
    ledger: Ledger, listing: Listing, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(ledger, *(call(f"2026-11-0{day} 09:00", name="Arne") for day in range(1, 6)))
    with monkeypatch.context() as patched:
        patched.setattr("app.ledger.lists.listing._STEPS", 1)
        # As if another thread had asked for it just after the start.
        patched.setattr(Listing, "_prepare_fates", lambda *_: listing.interrupt())
        with pytest.raises(Interrupted):
            listing.find(Filters(words="arne"), Order.LONGEST)
    assert listing.page(0, 9) == []
    assert listing.find(Filters(words="arne"), Order.MOST) == 5


def test_a_text_on_its_own_does_not_interrupt(ledger: Ledger, listing: Listing) -> None:
    listing.interrupt()
    keep(ledger, text(note="a"))
    assert notes(listing, Filters(words="A")) == "a"


def test_calls_by_phone_are_said_so_or_have_legs_or_are_a_habit(
    ledger: Ledger, listing: Listing
) -> None:
    legs = (Leg(SECOND, OWN, OWN), Leg(SECOND, OWN, FAR))
    keep(ledger, call(note="a", method=Method.PHONE), call(note="b", legs=legs), text())
    keep(ledger, call(note="c", agent="Omar"), call(note="d"), call(note="e", legs=legs[:1]))
    with ledger.writing() as writing:
        omar = writing.register.people.add(writing.connection, "Omar")
        set_habits(writing, omar, method=Method.PHONE, phone=None)
        writing.change_rules()
    assert set(notes(listing, Filters(method=Method.PHONE))) == set("abc")
    assert set(notes(listing, Filters(method=Method.BROWSER))) == set("de")


def test_entries_of_one_import_are_found(ledger: Ledger, listing: Listing) -> None:
    with ledger.writing() as writing:
        writing.store([call(note="a")], import_id=7)
        writing.store([call(note="b")])
    assert notes(listing, Filters(import_id=7)) == "a"
