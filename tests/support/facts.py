"""Strategies for facts of every shape, and receipts around them."""

from decimal import Decimal

from hypothesis import strategies as st

from app.domain.event import Call, Direction, Fact, Leg, Method, Source, Text
from app.domain.instant import DAY, SECOND, Instant
from app.domain.money import Money
from app.domain.receipt import Outcome, Receipt
from app.domain.tags import tidy_tags

_words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
_names = st.one_of(
    _words, st.sampled_from(["+14155550100", "=1+1", "'+1", "@x", "\t", "-", "a\nb"])
)
_moments = st.integers(700_000_000, 4_000_000_000).map(lambda second: Instant(second * SECOND + 7))
_lengths = st.integers(0, 7 * DAY)
_counts = st.one_of(st.none(), st.integers(0, 999))
_prices = st.one_of(
    st.none(),
    st.builds(Money, st.integers(0, 10**9).map(lambda n: Decimal(n) / 10**5), st.just("USD")),
)
_sources = st.builds(Source, st.sampled_from(["twilio", "hand"]), _names)
_legs = st.builds(Leg, _lengths, _names, _names, _names, _prices)

CALLS = st.builds(
    Call,
    *(_sources, _names, _moments, _lengths, st.sampled_from(Direction), _names, _names),
    method=st.one_of(st.none(), st.sampled_from(Method)),
    agent=_names,
    legs=st.lists(_legs, max_size=2).map(tuple),
    app_id=_names,
    counts_toward=_names,
    name=_names,
    note=_names,
    tags=_names.map(tidy_tags),
    call_id=_names,
    price=_prices,
)
TEXTS = st.builds(
    Text,
    *(_sources, _names, _moments, st.sampled_from(Direction), _names, _names, _names),
    counted=_counts,
    reported=_counts,
    encoding=st.sampled_from(["", "GSM-7"]),
    units=st.integers(0, 999),
    characters=st.integers(0, 999),
    media=st.integers(0, 9),
    far_region=st.sampled_from(["", "US"]),
    price=_prices,
    counts_toward=_names,
    name=_names,
    note=_names,
    tags=_names.map(tidy_tags),
)


def receipt(fact: Fact, *, quantity: int = 1, agent: str = "Jana") -> Receipt:
    """Wrap a fact as an entry that was included."""
    return Receipt("e1", fact, agent, None, quantity, (), Outcome.INCLUDED)
