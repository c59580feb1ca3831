"""Filters and orders of a list against the receipts of the same entries, in random ledgers."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.event import Call, Direction, Fact, Leg, Method, Source
from app.domain.filters import Filters, Order
from app.domain.instant import BEGINNING, MINUTE, Instant
from app.domain.plan import Line, MeterKind
from app.domain.receipt import Outcome, Receipt
from app.domain.search import folded
from app.domain.tags import tags_of
from app.ledger.ledger import Ledger
from app.ledger.lists.listing import Listing
from app.ledger.plans import (
    add_alias,
    add_link,
    add_own_number,
    name_me,
    set_behind_connect,
    set_habits,
)
from tests.support.ledgers import AIRCALL, FAR, HUBSPOT, NOW, OWN, at, keep, ledger_with, text
from tests.support.ledgers import call as plain_call

_WAYS = Method.PHONE, Method.BROWSER
_TWILIO, _LOG = Source("twilio", "1"), Source("microsip")
_OMARS, _ABROAD, _MARKED = "+14155550177", "+491705550142", Source("hubspot", "behind")
_starts = st.integers(0, 40).map(lambda n: Instant(at("2026-10-25 09:00") + n * 20 * 60 * MINUTE))
_agents = st.sampled_from(["", "", "Jana", "J. Weiss", "Omar", "Mei"])
_numbers = st.sampled_from([OWN, FAR, _OMARS, _ABROAD, ""])
_words = st.sampled_from(["", "Ärna Fogri", "Zed", "arne", "50% of 12", 'quoted "sign"', "a_b"])
_legs = st.lists(
    st.builds(Leg, st.integers(0, 9 * MINUTE), _numbers, _numbers, st.just(""), st.none()),
    max_size=2,
)
_calls = st.builds(
    plain_call,
    _starts,
    seconds=st.sampled_from([0, 30, 61, 900, 40_000, 90_000]),
    agent=_agents,
    own=_numbers,
    far=_numbers,
    method=st.sampled_from([None, *Method]),
    legs=_legs.map(tuple),
    direction=st.sampled_from(Direction),
    name=_words,
    source=st.sampled_from([HUBSPOT, HUBSPOT, _MARKED, _TWILIO, _LOG]),
    call_id=st.sampled_from(["", "", "call-id-1", "call-id-2"]),
    app_id=st.sampled_from(["", "", "7"]),
)
_texts = st.builds(
    text,
    _starts,
    segments=st.sampled_from([1, 60, 249, 300]),
    agent=_agents,
    own=_numbers,
    far=_numbers,
    media=st.sampled_from([0, 0, 1]),
    direction=st.sampled_from(Direction),
    note=_words,
    tags=_words,
    source=st.just(AIRCALL),
)
_facts = st.lists(st.one_of(_calls, _texts), max_size=14)
_plans = st.sampled_from([("hubspot-professional",), ("hubspot-free",), ()])
many = settings(max_examples=40, deadline=None)


class _Asked:
    """A ledger of random entries with its list, and what its receipts say."""

    def __init__(self, ledger: Ledger) -> None:
        self.listing = Listing(ledger)
        self.all = self.listing.page(0, self.listing.find(Filters()))

    def ids(self, filters: Filters) -> set[str]:
        return {receipt.id for receipt in self.found(filters)}

    def found(self, filters: Filters, order: Order = Order.OLDEST) -> list[Receipt]:
        count = self.listing.find(filters, order)
        page = self.listing.page(0, count)
        assert len(page) == count == len({receipt.id for receipt in page})
        return page

    def ids_where(self, holds: Callable[[Receipt], bool]) -> set[str]:
        return {receipt.id for receipt in self.all if holds(receipt)}


def _with(facts: list[Fact], plans: tuple[str, ...], check: Callable[[_Asked], None]) -> None:
    with (
        TemporaryDirectory() as folder,
        ledger_with(Path(folder), *plans, "aircall-us-ca") as ledger,
    ):
        keep(ledger, *facts)
        _settle_people(ledger)
        asked = _Asked(ledger)
        check(asked)
        asked.listing.close()


def _settle_people(ledger: Ledger) -> None:
    with ledger.writing() as writing:
        people, connection = writing.register.people, writing.connection
        name_me(writing, "Jana")
        add_alias(writing, people.me, "J. Weiss")
        omar = people.add(connection, "Omar")
        add_own_number(writing, omar, _OMARS)
        set_habits(writing, omar, method=Method.PHONE, phone=None)
        set_behind_connect(writing, *_MARKED)
        add_link(writing, omar, BEGINNING, None, recorded=NOW)
        writing.change_rules()


@many
@given(_facts, _plans, st.sets(st.sampled_from(Outcome), min_size=1))
def test_outcomes_are_those_of_the_receipts(
    facts: list[Fact], plans: tuple[str, ...], outcomes: set[Outcome]
) -> None:
    def check(asked: _Asked) -> None:
        found = asked.ids(Filters(outcomes=frozenset(outcomes)))
        assert found == asked.ids_where(lambda receipt: receipt.outcome in outcomes)

    _with(facts, plans, check)


@many
@given(_facts, st.sampled_from(["Jana", "omar", "Mei", "me", "nobody"]))
def test_an_agent_has_the_entries_that_receipts_say(facts: list[Fact], name: str) -> None:
    def check(asked: _Asked) -> None:
        found = asked.ids(Filters(agent=name))
        assert found == asked.ids_where(lambda r: r.agent.casefold() == name.casefold())

    _with(facts, ("hubspot-professional",), check)


@many
@given(_facts)
def test_a_method_is_what_record_legs_copy_or_habit_say(facts: list[Fact]) -> None:
    def check(asked: _Asked) -> None:
        phones, browsers = (
            asked.found(Filters(method=each)) for each in (Method.PHONE, Method.BROWSER)
        )
        assert not any(_phones(each) is False for each in phones)
        assert not any(_phones(each) is True for each in browsers)
        assert len(phones) + len(browsers) == sum(isinstance(r.fact, Call) for r in asked.all)

    _with(facts, ("hubspot-professional",), check)


def _phones(receipt: Receipt) -> bool | None:
    """Tell whether a receipt shows a call from phone; ``None`` where it cannot be seen on it."""
    fact = receipt.fact
    if isinstance(fact, Call) and fact.method is not None:
        return fact.method is Method.PHONE
    if receipt.others:
        # A copy may lend its own word, whatever the legs look like.
        return None
    return len(receipt.legs) > 1 if receipt.legs else None


def _matches(fact: Fact, word: str) -> bool:
    in_number = word.isdigit() and word in fact.far
    return in_number or any(word in folded(each) for each in (fact.name, fact.note, fact.tags))


_typed = st.lists(
    st.sampled_from(["555", "a", "ä", "og", "%", '"', "_", "50%", "ZED", "arn", 'd"']), unique=True
)


@many
@given(_facts, _typed)
def test_all_words_are_found_in_numbers_and_phrases(facts: list[Fact], words: list[str]) -> None:
    def check(asked: _Asked) -> None:
        found = asked.ids(Filters(words=" ".join(words)))
        assert found == asked.ids_where(
            lambda receipt: all(_matches(receipt.fact, folded(word)) for word in words)
        )

    _with(facts, (), check)


@many
@given(_facts, st.sampled_from([*Line, *Direction, "hubspot", "aircall", at("2026-11-01 00:00")]))
def test_plain_filters_ask_for_what_records_say(facts: list[Fact], asked_for: object) -> None:
    def check(asked: _Asked) -> None:
        filters, holds = _plain(asked_for)
        assert asked.ids(filters) == asked.ids_where(lambda receipt: holds(receipt.fact))

    _with(facts, ("hubspot-professional",), check)


@many
@given(_facts, st.sampled_from(["ärna fogri", "ZED", "arne", "a_b", "ed"]))
def test_a_tag_finds_entries_that_have_the_whole_of_it(facts: list[Fact], tag: str) -> None:
    def check(asked: _Asked) -> None:
        assert asked.ids(Filters(tag=tag)) == asked.ids_where(
            lambda receipt: folded(tag) in map(folded, tags_of(receipt.fact.tags))
        )

    _with(facts, (), check)


def _plain(asked_for: object) -> tuple[Filters, Callable[[Fact], bool]]:
    match asked_for:
        case Line():
            is_call = asked_for is Line.CALLS
            return Filters(line=asked_for), lambda fact: isinstance(fact, Call) is is_call
        case Direction():
            return Filters(direction=asked_for), lambda fact: fact.direction is asked_for
        case str():
            return Filters(source=asked_for), lambda fact: fact.source.provider == asked_for
        case _:
            half = Instant(int(str(asked_for)))
            return Filters(since=half), lambda fact: fact.start >= half


def _billed(receipt: Receipt) -> int:
    return 0 if receipt.kind is MeterKind.CALLS else receipt.quantity


def _talk(fact: Fact) -> int:
    return fact.talk_us if isinstance(fact, Call) else -1


def _name(fact: Fact) -> tuple[bool, str, str]:
    # Entries of one name stand by their time, whatever the number.
    return not fact.name, fact.name.casefold().replace("ä", "a"), "" if fact.name else fact.far


_KEYS: dict[Order, Callable[[Receipt], Any]] = {
    Order.NEWEST: lambda receipt: -receipt.fact.start,
    Order.OLDEST: lambda receipt: receipt.fact.start,
    Order.LONGEST: lambda receipt: -max(0, _talk(receipt.fact)),
    Order.SHORTEST: lambda receipt: _talk(receipt.fact) % 10**15,
    Order.MOST: lambda receipt: -_billed(receipt),
    Order.LEAST: _billed,
    Order.NAME: lambda receipt: _name(receipt.fact),
}


@many
@given(_facts, _plans, st.sampled_from(list(_KEYS)))
def test_an_order_is_kept(facts: list[Fact], plans: tuple[str, ...], order: Order) -> None:
    def check(asked: _Asked) -> None:
        keys = list(map(_KEYS[order], asked.found(Filters(), order)))
        assert keys == sorted(keys)

    _with(facts, plans, check)


@pytest.mark.parametrize("order", Order)
def test_no_entries_are_found_in_an_empty_ledger(order: Order) -> None:
    _with([], (), lambda asked: asked.found(Filters(), order).clear())
