from collections import defaultdict
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.cycle import cycle_at, local_day
from app.domain.instant import MINUTE, Instant
from app.sample.aims import INCLUDED_MINUTES, POOL_MMS, POOL_SMS, Scenario
from app.sample.call import SampleCall, Way
from app.sample.month import Month, month_of
from app.sample.people import ME, TEXTED
from tests.support.ledgers import at
from tests.support.moments import NOWS, ZONES, ends_of

SCENARIOS = st.sampled_from(Scenario)
MONTHS = st.builds(month_of, SCENARIOS, NOWS, ZONES, st.integers(0, 99))
#: A month takes a while to invent, so fewer of them than usual are tried.
WIDE = settings(max_examples=15)
SUNDAY = at("2026-11-22 13:05")


def my_minutes(month: Month, calls: list[SampleCall] | None = None) -> int:
    first = month.aims.calls.cycle
    return sum(
        call.units
        for call in calls or month.calls
        if call.agent is ME and local_day(call.start, month.zone) >= first
    )


def segments(month: Month, *, media: int) -> int:
    return sum(
        text.segments
        for text in month.texts
        if text.contact in TEXTED
        and not text.inbound
        and text.media == media
        and local_day(text.sent, month.zone) >= month.aims.texts.cycle
    )


@WIDE
@given(SCENARIOS, NOWS, ZONES)
def test_nothing_of_a_sample_lies_in_the_future(
    scenario: Scenario, now: Instant, zone: str
) -> None:
    assert max(ends_of(month_of(scenario, now, zone))) <= now


@WIDE
@given(MONTHS)
def test_nobody_makes_two_calls_at_once(month: Month) -> None:
    by_agent = defaultdict(list)
    for call in month.calls:
        by_agent[call.agent].append(call)
    for calls in by_agent.values():
        ends = [call.start + call.minutes * MINUTE for call in calls]
        assert all(end <= after.start for end, after in zip(ends, calls[1:], strict=False))


@WIDE
@given(NOWS, ZONES, st.integers(0, 99))
def test_after_three_working_days_the_limit_is_near(now: Instant, zone: str, seed: int) -> None:
    month = month_of(Scenario.NEAR, now, zone, seed)
    if month.aims.calls.lively:
        assert 40 <= INCLUDED_MINUTES - my_minutes(month) <= 99
    else:
        assert my_minutes(month) < 700


@WIDE
@given(NOWS, ZONES, st.integers(0, 99))
def test_a_billed_month_reaches_the_limit_exactly_and_goes_on(
    now: Instant, zone: str, seed: int
) -> None:
    month = month_of(Scenario.BILLED, now, zone, seed)
    if month.aims.calls.lively:
        used = cumulated(month)
        assert INCLUDED_MINUTES in used
        assert INCLUDED_MINUTES + 24 <= used[-1] <= INCLUDED_MINUTES + 60


def cumulated(month: Month) -> list[int]:
    used = [0]
    for call in month.calls:
        used.append(used[-1] + my_minutes(month, [call]))
    return used


@WIDE
@given(NOWS, ZONES, st.integers(0, 99))
def test_after_three_working_days_the_pools_are_as_promised(
    now: Instant, zone: str, seed: int
) -> None:
    month = month_of(Scenario.NEAR, now, zone, seed)
    if month.aims.texts.lively:
        assert POOL_SMS * 82 <= segments(month, media=0) * 100 <= POOL_SMS * 97
        assert POOL_MMS * 14 <= segments(month, media=1) * 100 <= POOL_MMS * 16
    else:
        assert segments(month, media=0) < POOL_SMS // 4


@WIDE
@given(MONTHS)
def test_earlier_cycles_stay_inside_the_allowance(month: Month) -> None:
    by_cycle: dict[object, int] = defaultdict(int)
    for call in month.calls:
        by_cycle[call.agent, cycle_at(call.start, zone=month.zone)] += call.units
    assert max(by_cycle.values()) <= INCLUDED_MINUTES + month.aims.billed


@WIDE
@given(MONTHS)
def test_there_are_seven_weeks_before_the_cycle(month: Month) -> None:
    first = local_day(month.calls[0].start, month.zone)
    assert timedelta(days=45) <= month.aims.calls.cycle - first <= timedelta(weeks=7)


def test_the_same_seed_gives_the_same_month_and_another_one_does_not() -> None:
    month = month_of(Scenario.NEAR, SUNDAY, "Europe/Berlin", 3)
    assert month == month_of(Scenario.NEAR, SUNDAY, "Europe/Berlin", 3)
    assert month.calls != month_of(Scenario.NEAR, SUNDAY, "Europe/Berlin", 4).calls


def test_a_month_is_lively() -> None:
    month = month_of(Scenario.NEAR, SUNDAY, "Europe/Berlin")
    assert {call.way for call in month.calls} == set(Way)
    assert {call.status for call in month.calls} == {"Completed", "No answer", "Busy", "Canceled"}
    assert {call.inbound for call in month.calls} == {True, False}
    assert {"US", "CA", "DE"} <= {call.contact.region for call in month.calls}
    assert {len(text.body) > 150 for text in month.texts} == {True, False}


def test_weekends_are_calm() -> None:
    month = month_of(Scenario.NEAR, SUNDAY, "Europe/Berlin")
    weekend = sum(local_day(call.start, "UTC").weekday() >= 5 for call in month.calls)
    assert 0 < weekend * 8 < len(month.calls)


def test_a_sample_of_the_middle_of_a_working_day_ends_within_minutes() -> None:
    now = at("2026-11-18 13:05")
    assert now - max(ends_of(month_of(Scenario.NEAR, now, "Europe/Berlin"))) < 15 * MINUTE


def test_billed_calls_go_to_two_countries() -> None:
    month = month_of(Scenario.BILLED, SUNDAY, "Europe/Berlin")
    used = cumulated(month)[1:]
    past = [
        call
        for call, after in zip(month.calls, used, strict=True)
        if after > INCLUDED_MINUTES and my_minutes(month, [call])
    ]
    assert {call.contact.region for call in past} == {"US", "DE"}
