"""Open calls at any moment: what they have used, what comes next, and on which side they stand."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from app.domain.beat import Beat
from app.domain.instant import MINUTE, SECOND, Instant
from app.domain.live import measured, status_at, until_minutes_us, until_next_us
from app.domain.live_use import left_with_calls, sided, used_with_calls
from app.domain.meter import BannerKind, Level, LiveCall, Status, Trust
from app.domain.money import Money
from app.domain.plan import MeterKind, Place, Rounding
from app.domain.rounding import billed_minutes
from tests.support.meters import NOVEMBER, NOW, minutes, open_call

ROUNDINGS = st.builds(
    Rounding, st.sampled_from(list(Place)), st.integers(1, 600), st.integers(1, 600)
)
LEGS = st.integers(1, 3)
ELAPSED = st.integers(0, 4 * 3_600 * SECOND) | st.integers(0, 240).map(lambda s: s * SECOND)
BY_MINUTE = Rounding()
BOOT = "one-start-of-the-computer"


def answered(rounding: Rounding = BY_MINUTE, legs: int = 1, **said: object) -> LiveCall:
    call = replace(open_call(0), answered=after(0), rounding=rounding)
    return replace(call, legs=legs, **said)  # type: ignore[arg-type]  # fields named by the tests


def after(elapsed_us: int) -> Beat:
    running = 5 * SECOND + elapsed_us
    return Beat(Instant(NOW + elapsed_us), BOOT, running, running)


def counted(elapsed_us: int, rounding: Rounding, legs: int) -> int:
    return sum(billed_minutes((elapsed_us,) * legs, rounding))


@given(ELAPSED, ROUNDINGS, LEGS)
def test_a_call_has_used_what_one_of_that_length_is_rated(
    elapsed_us: int, rounding: Rounding, legs: int
) -> None:
    call = measured(answered(rounding, legs), after(elapsed_us))
    assert call.minutes == counted(max(1, elapsed_us), rounding, legs)
    assert call.elapsed_us == elapsed_us


@given(ELAPSED, ROUNDINGS, LEGS)
def test_the_next_minute_begins_just_when_it_is_told(
    elapsed_us: int, rounding: Rounding, legs: int
) -> None:
    call = measured(answered(rounding, legs), after(elapsed_us))
    left = until_next_us(call)
    assert left is not None
    assert counted(max(1, elapsed_us + left), rounding, legs) == call.minutes
    assert counted(elapsed_us + left + 1, rounding, legs) > call.minutes


@given(ELAPSED, ROUNDINGS, LEGS, st.integers(1, 40))
def test_so_many_minutes_are_reached_just_when_it_is_told(
    elapsed_us: int, rounding: Rounding, legs: int, wanted: int
) -> None:
    call = measured(answered(rounding, legs), after(elapsed_us))
    left = until_minutes_us(call, wanted)
    assert left is not None
    assert counted(elapsed_us + left + 1, rounding, legs) >= wanted
    if left:
        assert counted(max(1, elapsed_us + left), rounding, legs) < wanted


def test_a_clock_that_is_set_changes_nothing() -> None:
    later = after(161 * SECOND)._replace(wall=Instant(NOW - 3_600 * SECOND))
    assert measured(answered(), later).minutes == 3


def test_the_price_follows_the_minutes_of_the_price_list() -> None:
    rate = Money(Decimal("0.0140"), "USD")
    call = measured(answered(Rounding(Place.PER_LEG, 30, 6), rate=rate), after(61 * SECOND))
    assert call.amount == rate * 2


def test_a_call_that_rings_uses_nothing() -> None:
    ringing = replace(answered(), answered=None)
    assert measured(ringing, after(9 * SECOND)).minutes == 0
    assert until_next_us(ringing) is None


def test_a_call_that_uses_no_minutes_has_no_next_one() -> None:
    call = measured(answered(legs=0, draws=frozenset()), after(70 * SECOND))
    assert (call.minutes, call.elapsed_us, until_next_us(call)) == (0, 70 * SECOND, None)


def begun(second: int, name: str, *, left: int, so_far: int = 1, **said: object) -> LiveCall:
    call = open_call(so_far, name=name, start=Instant(NOW + second * SECOND))
    return replace(call, left=left, **said)  # type: ignore[arg-type]  # fields named by the tests


def test_a_second_call_stands_past_what_the_first_one_has_used_up() -> None:
    first, second = begun(0, "1", left=3, so_far=3), begun(60, "2", left=3)
    assert [call.past for call in sided([second, first])] == [False, True]


def test_a_second_call_is_included_while_the_first_leaves_something() -> None:
    first, second = begun(0, "1", left=3, so_far=2), begun(60, "2", left=3)
    assert [call.past for call in sided([first, second])] == [False, False]


def test_calls_of_others_take_only_what_is_shared() -> None:
    first, second = begun(0, "1", left=3, so_far=3), begun(60, "2", left=3, agent="anna")
    assert [call.past for call in sided([first, second])] == [False, False]
    assert [call.past for call in sided([first, replace(second, shared=True)])] == [False, True]


def test_used_and_used_with_the_calls_stand_apart() -> None:
    meter, calls = minutes(84), (begun(0, "1", left=84, so_far=3), begun(1, "2", left=84))
    assert (meter.used, used_with_calls(meter, calls)) == (1916, 1920)
    assert left_with_calls(meter, calls) == 80


def test_what_is_billed_is_not_used_of_the_allowance() -> None:
    meter = minutes(0, level=Level.BILLED, linked=True)
    call = begun(0, "1", left=0, so_far=3, past=True)
    assert used_with_calls(meter, [call]) == 2000


def test_a_call_of_the_last_cycle_uses_nothing_of_this_one() -> None:
    late = replace(begun(0, "1", left=5, past=False), start=Instant(NOVEMBER.start - MINUTE))
    assert used_with_calls(minutes(84), [late]) == 1916


def test_an_incoming_call_that_is_free_reaches_no_limit() -> None:
    meter = minutes(0, level=Level.BLOCKED)
    free = answered(legs=0, draws=frozenset())
    status = status_at(Status(NOW, Trust.LOCAL, (meter,), (), (free,)), after(MINUTE))
    assert [banner.kind for banner in status.banners] == [BannerKind.BLOCKED]


def test_the_limit_is_told_the_moment_it_is_reached() -> None:
    meter, call = minutes(3, level=Level.NEAR), answered(left=3)
    status = Status(NOW, Trust.LOCAL, (meter,), (), (call,))
    before, reached = (status_at(status, after(2 * MINUTE + us)) for us in (0, 1))
    assert [banner.kind for banner in before.banners] == [BannerKind.NEAR]
    assert [banner.kind for banner in reached.banners] == [
        BannerKind.LIMIT_IN_CALL,
        BannerKind.NEAR,
    ]
    assert reached.live[0].past is False


def test_a_billed_call_is_billed_until_it_ends_whatever_the_cycle() -> None:
    meter = minutes(2000, linked=True)
    call = answered(left=0, goes_on=True)
    status = status_at(Status(NOW, Trust.LOCAL, (meter,), (), (call,)), after(MINUTE))
    assert [banner.kind for banner in status.banners] == [BannerKind.BILLED_CALL]


def test_a_call_begun_before_the_link_is_not_called_billed() -> None:
    meter = minutes(0, level=Level.BILLED, linked=True)
    call = answered(left=0, goes_on=False)
    status = status_at(Status(NOW, Trust.LOCAL, (meter,), (), (call,)), after(MINUTE))
    assert [banner.kind for banner in status.banners] == [BannerKind.BILLED]


def test_a_call_that_counts_calls_only_draws_on_those() -> None:
    call = answered(legs=0, draws=frozenset({MeterKind.CALLS}))
    assert used_with_calls(minutes(84), [call]) == 1916
