"""Which banners stand over the meters, and in which order."""

from dataclasses import replace

import pytest

from app.domain.banner import banners
from app.domain.instant import SECOND, Instant
from app.domain.meter import Banner, BannerKind, Level, LiveCall, Meter, Trust
from app.domain.plan import MeterKind, PastLimit, Scope
from tests.support.meters import NOW, RUNS_OUT, minutes, open_call, pool

BILLED = minutes(0, level=Level.BILLED, linked=True)
NEAR = minutes(84, level=Level.NEAR)
CALLS = replace(
    minutes(), kind=MeterKind.CALLS, scope=Scope.ACCOUNT, agent=None, included=50, used=49
)


def kinds(
    *meters: Meter, live: tuple[LiveCall, ...] = (), trust: Trust = Trust.FRESH
) -> list[BannerKind]:
    return [banner.kind for banner in banners(meters, live, trust)]


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        (Level.NO_DATA, []),
        (Level.FINE, []),
        (Level.AHEAD, [BannerKind.AHEAD]),
        (Level.NEAR, [BannerKind.NEAR]),
        (Level.BLOCKED, [BannerKind.BLOCKED]),
        (Level.COULD_BE_BILLED, [BannerKind.COULD_BE_BILLED]),
        (Level.BILLED, [BannerKind.BILLED]),
    ],
)
def test_a_level_has_its_banner(level: Level, expected: list[BannerKind]) -> None:
    assert kinds(minutes(84, level=level)) == expected


@pytest.mark.parametrize(
    ("trust", "expected"),
    [
        (Trust.FRESH, []),
        (Trust.LOCAL, []),
        (Trust.STALE, [BannerKind.STALE]),
        (Trust.OFFLINE, [BannerKind.OFFLINE]),
        (Trust.SIGN_IN, [BannerKind.SIGN_IN]),
        (Trust.DIFFERS, [BannerKind.DIFFERS]),
    ],
)
def test_doubtful_figures_have_a_banner_on_the_first_meter(
    trust: Trust, expected: list[BannerKind]
) -> None:
    found = banners([minutes(), pool()], (), trust)
    assert [(banner.kind, banner.meter) for banner in found] == [(k, minutes()) for k in expected]


def test_without_meters_there_is_no_banner() -> None:
    assert banners([], [open_call()], Trust.OFFLINE) == ()


def test_banners_come_by_priority() -> None:
    ahead = minutes(900, level=Level.AHEAD, forecast=RUNS_OUT, agent="anna")
    blocked = replace(CALLS, level=Level.BLOCKED)
    found = kinds(ahead, pool(1190, level=Level.NEAR), NEAR, blocked, trust=Trust.STALE)
    assert found == ["blocked", "near", "pool", "ahead", "stale"]


def test_the_order_of_priority_is_the_published_one() -> None:
    assert [kind.value for kind in BannerKind] == [
        *("billed_call", "limit_in_call", "blocked", "could_be_billed", "billed", "near", "pool"),
        *("ahead", "sign_in", "differs", "offline", "stale"),
    ]


@pytest.mark.parametrize(("so_far", "reached"), [(83, False), (84, True), (90, True)])
def test_a_call_that_uses_up_the_minutes_reaches_the_limit(so_far: int, reached: bool) -> None:  # noqa: FBT001
    found = kinds(NEAR, live=(open_call(so_far),))
    assert found == (["limit_in_call", "near"] if reached else ["near"])


def test_the_limit_is_reached_by_all_calls_of_the_agent_together() -> None:
    later = open_call(40, name="2", start=Instant(NOW + SECOND))
    found = banners([NEAR], [later, open_call(44)], Trust.FRESH)
    assert found[0] == Banner(BannerKind.LIMIT_IN_CALL, NEAR, open_call(44))


def test_a_colleagues_call_uses_none_of_my_minutes() -> None:
    assert kinds(NEAR, live=(open_call(90, agent="anna"),)) == ["near"]


def test_the_minutes_of_an_account_are_used_by_everybody() -> None:
    account = minutes(84, scope=Scope.ACCOUNT, agent=None)
    live = (open_call(40), open_call(44, agent="anna", name="2"))
    assert kinds(account, live=live) == ["limit_in_call"]


def test_the_last_call_of_a_count_reaches_its_limit() -> None:
    assert kinds(CALLS, live=(open_call(30),)) == ["limit_in_call"]
    assert kinds(replace(CALLS, used=48), live=(open_call(30),)) == []


def test_the_first_call_of_all_can_reach_the_limit() -> None:
    free = minutes(15, level=Level.NO_DATA)
    assert kinds(free, live=(open_call(15),)) == ["limit_in_call"]


def test_a_call_past_the_allowance_is_billed_and_says_it_alone() -> None:
    assert banners([BILLED], [open_call(5)], Trust.FRESH) == (
        Banner(BannerKind.BILLED_CALL, BILLED, open_call(5)),
    )


def test_a_colleagues_open_call_leaves_my_billed_banner() -> None:
    assert kinds(BILLED, live=(open_call(5, agent="anna"),)) == ["billed"]


def test_an_open_call_on_an_unlinked_or_blocked_plan_is_not_billed() -> None:
    unlinked = minutes(0, level=Level.COULD_BE_BILLED)
    blocked = minutes(0, level=Level.BLOCKED, past=PastLimit.BLOCKED)
    assert kinds(unlinked, live=(open_call(),)) == ["could_be_billed"]
    assert kinds(blocked, live=(open_call(),)) == ["blocked"]


def test_a_linked_call_that_began_with_minutes_left_is_not_billed() -> None:
    assert kinds(minutes(84, linked=True), live=(open_call(84),)) == ["limit_in_call"]


def test_a_pool_near_or_used_up_has_the_banner_of_the_pool() -> None:
    assert kinds(pool(1190, level=Level.NEAR)) == ["pool"]
    assert kinds(pool(1250, level=Level.BILLED)) == ["pool"]


def test_texts_billed_without_any_allowance_are_billed_rather_than_a_pool() -> None:
    assert kinds(pool(0, included=0, billed=3, level=Level.BILLED)) == ["billed"]


def test_pooled_minutes_past_the_pool_are_billed_calls() -> None:
    assert kinds(replace(BILLED, scope=Scope.POOL, agent=None)) == ["billed"]


def test_an_open_call_uses_no_segments() -> None:
    assert kinds(pool(1249), live=(open_call(90),)) == []


def test_a_call_does_not_change_the_level() -> None:
    found = banners([NEAR], [open_call(84)], Trust.FRESH)
    assert {banner.meter.level for banner in found} == {Level.NEAR}
