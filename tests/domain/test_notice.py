"""Which notices are raised, and which only once."""

from dataclasses import replace

import pytest

from app.domain.cycle import cycle_at
from app.domain.instant import Instant
from app.domain.meter import Level, Meter, Trust
from app.domain.notice import Due, NoticeKey, adopt, due
from tests.support.meters import DECEMBER, minutes, pool

FINE, AHEAD = minutes(1000), minutes(900, level=Level.AHEAD)
NEAR, BILLED = minutes(84, level=Level.NEAR), minutes(0, level=Level.BILLED)
NOTHING: frozenset[NoticeKey] = frozenset()


def run(*meters: Meter, trust: Trust = Trust.FRESH) -> list[Level]:
    """Tell of one meter after another, from a memory of nothing."""
    told, levels = NOTHING, []
    for meter in meters:
        answer = due("acme", [meter], told=told, trust=trust)
        told = answer.told
        levels += [each.level for each in answer.meters]
    return levels


def test_a_level_is_told_once_in_a_cycle() -> None:
    assert run(FINE, NEAR, NEAR) == [Level.NEAR]
    assert run(NEAR, replace(NEAR, cycle=DECEMBER)) == [Level.NEAR, Level.NEAR]


def test_a_key_names_account_meter_cycle_and_level() -> None:
    told = due("acme", [AHEAD], told=NOTHING, trust=Trust.FRESH).told
    id_ = "hubspot-professional.minutes"
    assert told == {NoticeKey("acme", id_, "me", AHEAD.cycle.start, Level.AHEAD)}


def test_each_worse_level_is_told() -> None:
    assert run(AHEAD, NEAR, BILLED) == [Level.AHEAD, Level.NEAR, Level.BILLED]


def test_getting_better_is_no_news() -> None:
    assert run(BILLED, NEAR, AHEAD, FINE) == [Level.BILLED]


@pytest.mark.parametrize("level", [Level.FINE, Level.NO_DATA])
def test_fine_and_no_data_are_never_told(level: Level) -> None:
    assert run(minutes(84, level=level)) == []


def test_each_meter_and_agent_is_told_of_by_itself() -> None:
    meters = [NEAR, replace(NEAR, agent="anna"), pool(1190, level=Level.NEAR)]
    assert due("acme", meters, told=NOTHING, trust=Trust.FRESH).meters == tuple(meters)


def test_starting_adopts_the_present_state_silently() -> None:
    told = adopt("acme", [NEAR])
    assert due("acme", [NEAR], told=told, trust=Trust.FRESH).meters == ()
    assert due("acme", [BILLED], told=told, trust=Trust.FRESH).meters == (BILLED,)


def test_good_fresh_data_arms_a_level_again() -> None:
    assert run(NEAR, FINE, NEAR) == [Level.NEAR, Level.NEAR]
    assert run(AHEAD, FINE, AHEAD, trust=Trust.LOCAL) == [Level.AHEAD, Level.AHEAD]


@pytest.mark.parametrize("trust", [Trust.STALE, Trust.OFFLINE, Trust.SIGN_IN, Trust.DIFFERS])
def test_doubtful_data_arms_nothing(trust: Trust) -> None:
    assert run(NEAR, FINE, NEAR, trust=trust) == [Level.NEAR]


def test_a_meter_that_lost_its_data_arms_nothing() -> None:
    assert run(NEAR, minutes(level=Level.NO_DATA), NEAR) == [Level.NEAR]


def test_what_still_holds_after_a_call_comes_then() -> None:
    during = due("acme", [NEAR], told=NOTHING, trust=Trust.FRESH, held=True)
    assert during == Due((), NOTHING)
    assert due("acme", [BILLED], told=during.told, trust=Trust.FRESH).meters == (BILLED,)


def test_a_level_nobody_wants_is_not_told() -> None:
    answer = due("acme", [AHEAD], told=NOTHING, trust=Trust.FRESH, wanted={Level.NEAR})
    assert answer == Due((), NOTHING)


def test_a_clock_set_forward_and_back_tells_nothing_twice() -> None:
    assert run(NEAR, replace(FINE, cycle=DECEMBER), NEAR) == [Level.NEAR]


def test_keys_of_long_past_cycles_are_forgotten() -> None:
    past = adopt("acme", [replace(NEAR, cycle=cycle_at(Instant(0), zone="UTC"))])
    assert due("acme", [FINE], told=past, trust=Trust.STALE).told == NOTHING


def test_the_keys_of_a_meter_that_is_gone_are_kept() -> None:
    told = adopt("acme", [NEAR])
    assert due("acme", [], told=told, trust=Trust.FRESH).told == told
