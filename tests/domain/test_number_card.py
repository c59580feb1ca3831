"""What a usual call would count, leave and cost."""

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from app.domain.dialling import DialLeg, Dialling, Verdict
from app.domain.event import Method
from app.domain.instant import Instant
from app.domain.meter import Cycle
from app.domain.money import Money
from app.domain.number_card import Way, way_of
from app.domain.plan import MeterKind, Rounding
from app.domain.price import PriceRow
from app.domain.usual import Usual, usual_call

SECOND, MINUTE = 1_000_000, 60_000_000
CYCLE = Cycle(Instant(0), Instant(1), "UTC")
PRICE = PriceRow("", "1", "minute", Money.from_nano(14_000_000, "USD"), Instant(0))
talks = st.integers(1, 10 * 3600 * SECOND)


PLAIN = Dialling(
    "+14155550188", "US", Method.BROWSER, Verdict.INCLUDED, (), 84, MeterKind.MINUTES, CYCLE,
    "Plan", through_connect=True,
)  # fmt: skip


def way(talk_us: int, legs: int = 1, **said: Any) -> Way:
    card = replace(PLAIN, legs=(DialLeg("+14155550188", PRICE),) * legs, **said)
    return way_of(card, Usual(talk_us, 1, with_number=True), Rounding())


def test_the_usual_call_is_the_middle_one_of_the_answered() -> None:
    found = usual_call([0, 3 * MINUTE, 40 * MINUTE, 6 * MINUTE], [])
    assert found == Usual(6 * MINUTE, 3, with_number=True)


def test_without_an_answered_call_with_the_number_my_own_tell() -> None:
    assert usual_call([0, 0], [2 * MINUTE]) == Usual(2 * MINUTE, 1, with_number=False)
    assert usual_call([0], []) is None


def test_three_minutes_five_are_four_by_browser_and_eight_from_phone() -> None:
    assert way(185 * SECOND).minutes == 4
    assert way(185 * SECOND, legs=2).minutes == 8


@given(talks)
def test_from_phone_counts_twice_as_much_as_by_browser(talk_us: int) -> None:
    browser, phone = way(talk_us).minutes, way(talk_us, legs=2).minutes
    assert browser is not None
    assert phone == 2 * browser


@given(talks, st.integers(1, 3), st.integers(0, 3000))
def test_what_is_left_afterwards_is_never_less_than_nothing(
    talk_us: int, legs: int, remaining: int
) -> None:
    after = way(talk_us, legs, remaining=remaining).after
    assert after is not None
    assert 0 <= after <= remaining


def test_a_billed_call_costs_each_leg_by_its_begun_minutes() -> None:
    found = way(185 * SECOND, legs=2, verdict=Verdict.BILLED)
    assert found.amount == Money.from_nano(112_000_000, "USD")
    assert found.after is None


def test_a_leg_without_a_price_leaves_the_cost_open() -> None:
    legs = (DialLeg("", None), DialLeg("+14155550188", PRICE))
    card = replace(PLAIN, verdict=Verdict.BILLED, legs=legs)
    assert way_of(card, Usual(MINUTE, 1, with_number=True), Rounding()).amount is None


def test_a_blocked_call_leaves_and_costs_nothing() -> None:
    found = way(MINUTE, verdict=Verdict.BLOCKED, remaining=0)
    assert (found.after, found.amount) == (None, None)


def test_where_calls_are_counted_one_less_is_left() -> None:
    assert way(9 * MINUTE, unit=MeterKind.CALLS, remaining=3).after == 2
