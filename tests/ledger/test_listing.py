"""A list of entries: narrowed, in order, and read by pages."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.filters import Filters, Order
from app.ledger.ledger import Ledger
from app.ledger.listing import Listing
from tests.support.ledgers import call, keep, ledger_with, text


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with ledger_with(tmp_path, "hubspot-professional", "aircall-us-ca") as ledger:
        yield ledger


@pytest.fixture
def listing(ledger: Ledger) -> Iterator[Listing]:
    found = Listing(ledger)
    yield found
    found.close()


def notes(listing: Listing, filters: Filters = Filters(), order: Order = Order.NEWEST) -> str:
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
