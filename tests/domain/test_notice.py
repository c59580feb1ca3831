"""Which notices are raised, and which only once."""

from collections.abc import Collection
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.cycle import cycle_at
from app.domain.instant import DAY, MINUTE, Instant
from app.domain.meter import Level, Meter, Trust
from app.domain.notice import (
    TROUBLE,
    WANTED,
    Due,
    NoticeKey,
    Seen,
    Standing,
    adopt,
    due,
    holds,
    wanted,
)
from app.domain.notice_choice import NoticeChoice
from tests.support.meters import DECEMBER, NOW, RUNS_OUT, minutes, pool

FINE, AHEAD = minutes(1000), minutes(900, level=Level.AHEAD)
NEAR, BILLED = minutes(84, level=Level.NEAR), minutes(0, level=Level.BILLED)
NOTHING: frozenset[NoticeKey] = frozenset()


def standing(*meters: Meter, trust: Trust = Trust.FRESH, whole: bool = True) -> Standing:
    return Standing("acme", meters, trust, NOW, whole=whole)


def run(*meters: Meter, trust: Trust = Trust.FRESH) -> list[Level]:
    """Tell of one meter after another, from a memory of nothing."""
    told, levels = NOTHING, []
    for meter in meters:
        answer = due(standing(meter, trust=trust), told=told, wanted=set(Level))
        told = answer.told
        levels += [each.level for each in answer.meters]
    return levels


def trusts(*seen: Trust) -> list[Trust]:
    """Tell of one trust after another, from a memory of nothing."""
    told, found = NOTHING, []
    for trust in seen:
        answer = due(standing(FINE, trust=trust), told=told)
        told = answer.told
        found += [answer.trouble] if answer.trouble else []
    return found


def test_a_level_is_told_once_in_a_cycle() -> None:
    assert run(FINE, NEAR, NEAR) == [Level.NEAR]
    assert run(NEAR, replace(NEAR, cycle=DECEMBER)) == [Level.NEAR, Level.NEAR]


def test_a_month_that_turns_tells_nothing_of_the_old_one() -> None:
    held = due(standing(NEAR), told=NOTHING, held=True)
    turned = standing(replace(FINE, cycle=DECEMBER))
    assert due(turned, told=held.told).meters == ()


def test_a_key_names_account_meter_cycle_and_level() -> None:
    told = due(standing(AHEAD), told=NOTHING).told
    id_ = "hubspot-professional.minutes"
    assert told == {NoticeKey("acme", id_, "me", AHEAD.cycle.start, Level.AHEAD)}


def test_each_worse_level_is_told() -> None:
    assert run(AHEAD, NEAR, BILLED) == [Level.AHEAD, Level.NEAR, Level.BILLED]


def test_an_import_that_crosses_two_limits_at_once_tells_the_worse() -> None:
    assert run(FINE, BILLED) == [Level.BILLED]


def test_getting_better_is_no_news() -> None:
    assert run(BILLED, NEAR, AHEAD, FINE, trust=Trust.STALE) == [Level.BILLED]


@pytest.mark.parametrize("level", [Level.FINE, Level.NO_DATA])
def test_fine_and_no_data_are_never_told(level: Level) -> None:
    assert run(minutes(84, level=level)) == []


def test_each_meter_and_agent_is_told_of_by_itself() -> None:
    meters = (NEAR, replace(NEAR, agent="anna"), pool(1190, level=Level.NEAR))
    assert due(standing(*meters), told=NOTHING).meters == meters


def test_another_plan_is_another_meter() -> None:
    assert run(NEAR, replace(NEAR, plan="hubspot-starter")) == [Level.NEAR, Level.NEAR]


def test_starting_adopts_the_present_state_silently() -> None:
    told = adopt(standing(NEAR, trust=Trust.STALE))
    assert due(standing(NEAR, trust=Trust.STALE), told=told) == Due((), told)
    assert due(standing(BILLED), told=told).meters == (BILLED,)


def test_starting_adopts_a_pace_that_is_seen_for_the_first_time() -> None:
    first = minutes(900, forecast=RUNS_OUT)
    told = adopt(standing(first))
    for meter in (first, replace(first, level=Level.AHEAD)):
        answer = due(standing(meter), told=told)
        assert answer == Due((), told)


def test_good_fresh_data_arms_a_level_again() -> None:
    assert run(NEAR, FINE, NEAR) == [Level.NEAR, Level.NEAR]
    assert run(AHEAD, FINE, AHEAD, trust=Trust.LOCAL) == [Level.AHEAD, Level.AHEAD]


@pytest.mark.parametrize("trust", [Trust.STALE, Trust.OFFLINE, Trust.SIGN_IN, Trust.DIFFERS])
def test_doubtful_data_arms_nothing(trust: Trust) -> None:
    assert run(NEAR, FINE, NEAR, trust=trust) == [Level.NEAR]


def test_a_meter_that_lost_its_data_arms_nothing() -> None:
    assert run(NEAR, minutes(level=Level.NO_DATA), NEAR) == [Level.NEAR]


def test_what_still_holds_after_a_call_comes_then() -> None:
    during = due(standing(NEAR), told=NOTHING, held=True)
    assert during == Due((), NOTHING)
    assert due(standing(BILLED), told=during.told).meters == (BILLED,)


def test_figures_that_are_not_whole_yet_tell_nothing() -> None:
    early = due(standing(NEAR, trust=Trust.STALE, whole=False), told=NOTHING)
    assert early == Due((), NOTHING)
    assert due(standing(NEAR), told=early.told).meters == (NEAR,)


def test_a_level_nobody_wants_is_not_told() -> None:
    answer = due(standing(AHEAD), told=NOTHING, wanted={Level.NEAR})
    assert answer == Due((), NOTHING)


def test_a_clock_set_forward_and_back_tells_nothing_twice() -> None:
    assert run(NEAR, replace(FINE, cycle=DECEMBER), NEAR) == [Level.NEAR]


def test_keys_of_long_past_cycles_are_forgotten() -> None:
    past = adopt(standing(replace(NEAR, cycle=cycle_at(Instant(0), zone="UTC"))))
    assert due(standing(FINE, trust=Trust.OFFLINE), told=past).told == NOTHING
    assert due(standing(trust=Trust.OFFLINE), told=past).told == NOTHING


def test_the_keys_of_a_meter_that_is_gone_are_kept() -> None:
    told = adopt(standing(NEAR))
    assert due(standing(), told=told).told == told


def test_old_figures_are_told_once_until_they_are_today_s_again() -> None:
    assert trusts(Trust.STALE, Trust.STALE, Trust.OFFLINE, Trust.STALE) == [Trust.STALE]
    assert trusts(Trust.STALE, Trust.FRESH, Trust.STALE) == [Trust.STALE, Trust.STALE]


def test_being_offline_is_told_only_once_the_figures_are_old() -> None:
    assert trusts(Trust.OFFLINE, Trust.OFFLINE, Trust.STALE) == [Trust.STALE]


def test_a_key_that_ended_is_told_once() -> None:
    assert trusts(Trust.SIGN_IN, Trust.OFFLINE, Trust.SIGN_IN) == [Trust.SIGN_IN]


def test_after_a_sleep_the_first_sync_has_its_time() -> None:
    awake = Seen(Trust.FRESH, NOW)
    woken = awake.next(Trust.STALE, Instant(NOW + 2 * DAY))
    assert not woken.lasts(Instant(NOW + 2 * DAY + MINUTE))
    later = Instant(NOW + 2 * DAY + 5 * MINUTE)
    assert woken.next(Trust.STALE, later).lasts(later)
    at_once = replace(standing(trust=Trust.STALE), lasts=False)
    assert due(at_once, told=NOTHING).trouble is None


def test_a_clock_set_back_begins_to_wait_anew() -> None:
    before = Instant(NOW - DAY)
    assert Seen(Trust.STALE, NOW).next(Trust.STALE, before).since == before


def test_what_was_put_off_comes_when_its_time_is_over() -> None:
    now = standing(NEAR)
    told = due(now, told=NOTHING).told
    asleep = due(now, told=told, asleep={now.key(NEAR)})
    assert asleep.meters == ()
    assert due(now, told=asleep.told).meters == (NEAR,)


def test_a_worse_level_wakes_what_was_put_off() -> None:
    asleep = {standing(NEAR).key(NEAR)}
    assert due(standing(BILLED), told=NOTHING, asleep=asleep).meters == (BILLED,)
    assert due(standing(AHEAD), told=NOTHING, asleep=asleep).meters == ()


def test_a_choice_names_levels() -> None:
    assert wanted(NoticeChoice()) == WANTED
    assert wanted(NoticeChoice(stale=False)) == WANTED - set(TROUBLE)
    none = NoticeChoice(near=False, limit=False, billed=False, ahead=False, stale=False)
    assert wanted(none) == frozenset()


def test_what_a_notice_says_holds_while_the_level_does() -> None:
    key = standing(NEAR).key(NEAR)
    assert holds(key, standing(NEAR))
    assert not holds(key, standing(BILLED))
    assert not holds(key, standing(replace(NEAR, cycle=DECEMBER)))
    stale = standing(trust=Trust.STALE)
    assert stale.trouble is not None
    assert holds(stale.trouble, stale)
    assert not holds(stale.trouble, standing())


_LEVELS = st.sampled_from([*Level])
_LOOKS = st.lists(
    st.tuples(_LEVELS, st.sampled_from([*Trust]), st.booleans(), st.booleans()), max_size=30
)


@given(_LOOKS, st.sets(st.sampled_from([*WANTED])))
def test_a_level_is_never_told_twice_without_good_data_between(
    looks: list[tuple[Level, Trust, bool, bool]], wish: Collection[Level | Trust]
) -> None:
    told, armed = NOTHING, set(Level)
    for level, trust, held, whole in looks:
        meter = minutes(500, level=level)
        answer = due(standing(meter, trust=trust, whole=whole), told=told, held=held, wanted=wish)
        told = answer.told
        assert not (answer.meters or answer.trouble) or (whole and not held)
        for each in answer.meters:
            assert each.level in armed & set(wish)
            armed.discard(each.level)
        if trust in (Trust.FRESH, Trust.LOCAL) and level is not Level.NO_DATA:
            armed |= set(Level) - {level}


@given(_LOOKS)
def test_at_the_end_what_holds_has_been_told(
    looks: list[tuple[Level, Trust, bool, bool]],
) -> None:
    told = NOTHING
    for level, trust, held, whole in looks:
        now = standing(minutes(500, level=level), trust=trust, whole=whole)
        told = due(now, told=told, held=held).told
    end = standing(NEAR, trust=Trust.STALE)
    last = due(end, told=told)
    assert end.key(NEAR) in last.told
    assert end.trouble in last.told
