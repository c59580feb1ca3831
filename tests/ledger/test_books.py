"""Plan books one after the other: whatever they say, the figures are as if it had always held."""

from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from app.actions.status import read_status
from app.actions.verify import verify
from app.domain.book import Book, BookLink
from app.domain.instant import BEGINNING, MINUTE, Instant
from app.domain.pool import AnnualSeats, SeatStatement
from app.domain.timeline import PlanEntry
from app.ledger.company.joined import leave
from tests.support.companies import book, joined, take
from tests.support.ledgers import NOW, at, call, keep, ledger_with, plan, seats, text

_moments = st.integers(0, 70 * 24 * 60).map(lambda m: Instant(at("2026-10-01 00:00") + m * MINUTE))
_starts = st.one_of(st.just(BEGINNING), _moments)
_plans = st.sampled_from(
    ["hubspot-free", "hubspot-starter", "hubspot-professional", "aircall-us-ca",
     "aircall-no-bundle"]
).map(plan)  # fmt: skip
_entries = st.builds(
    PlanEntry, _starts, _plans, st.sampled_from(["UTC", "Europe/Berlin", "America/New_York"]),
    st.sampled_from([1, 14, 31]),
)  # fmt: skip
_seats = st.builds(SeatStatement, _starts, st.integers(0, 3), st.integers(0, 2), st.integers(0, 1))
_annual = st.builds(
    AnnualSeats, _starts, st.sampled_from([date(2026, 11, 9), date(2027, 3, 31)]),
    st.integers(0, 2),
)  # fmt: skip
_links = st.builds(
    lambda mine, first, last: BookLink("m", "Grace", min(first, last), max(first, last), mine),
    st.booleans(), _moments, _moments,
)  # fmt: skip
_books = st.builds(
    lambda entries, **said: book(*entries, **said),
    st.lists(_entries, max_size=4),
    seats=st.lists(_seats, max_size=2).map(tuple),
    annual=st.lists(_annual, max_size=2).map(tuple),
    links=st.lists(_links, max_size=2).map(tuple),
)
_facts = st.lists(
    st.one_of(
        st.builds(call, _moments, st.integers(0, 400), agent=st.sampled_from(["Ada", "Grace"])),
        st.builds(text, _moments, st.integers(1, 200)),
    ),
    max_size=15,
)


@settings(max_examples=40)
@given(facts=_facts, books=st.lists(_books, min_size=1, max_size=4))
def test_books_one_after_the_other_leave_the_books_right(
    tmp_path_factory: Any, facts: list[Any], books: list[Book]
) -> None:
    with ledger_with(tmp_path_factory.mktemp("l"), "hubspot-starter", "aircall-us-ca") as ledger:
        seats(ledger, 2)
        joined(ledger)
        keep(ledger, *facts)
        own = read_status(ledger, NOW, "all").meters
        for found in books:
            take(ledger, found)
            assert verify(ledger).ok
        with ledger.writing() as writing:
            leave(writing)
        assert verify(ledger).ok
        assert [m for m in read_status(ledger, NOW, "all").meters if m in own] == list(own)
