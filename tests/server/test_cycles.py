"""Cycles by their local days: whatever plans are stated, each day belongs to exactly one."""

from datetime import timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.cycle import local_day
from app.domain.instant import DAY, MINUTE, Instant, moment
from app.domain.plan import Line
from app.domain.timeline import PlanEntry
from app.machine.catalogue import plan_named
from app.server.usage.cycles import LineCycle, cycles_of_line
from tests.support.plan_book import message_of, owner_of, state
from tests.support.server_app import START, ServerApp
from tests.support.usage_counts import count, upload

PLAN = plan_named("aircall-us-ca")
ZONES = ("UTC", "Europe/Berlin", "America/New_York", "Pacific/Kiritimati", "Pacific/Pago_Pago")
HOUR = 60 * MINUTE
HOURS = st.integers(-24 * 90, 24 * 40)
ENTRIES = st.builds(
    lambda hours, zone, anchor: PlanEntry(Instant(START + hours * HOUR), PLAN, zone, anchor),
    HOURS,
    st.sampled_from(ZONES),
    st.integers(1, 31),
)
NOWS = HOURS.map(lambda hours: Instant(START + hours * HOUR))


def cycles(stated: list[PlanEntry], now: Instant, number: int = 6) -> list[LineCycle]:
    return cycles_of_line(Line.TEXTS, stated, now, number)


@settings(deadline=None)
@given(st.lists(ENTRIES, min_size=1, max_size=6), NOWS)
def test_every_day_belongs_to_exactly_one_cycle(stated: list[PlanEntry], now: Instant) -> None:
    found = cycles(stated, now)
    assert len(found) == 6
    assert all(each.first <= each.last for each in found)
    for newer, older in pairwise(found):
        assert older.last == newer.first - timedelta(days=1)


@settings(deadline=None)
@given(st.lists(ENTRIES, min_size=1, max_size=6), NOWS)
def test_a_cycle_begins_on_its_first_day(stated: list[PlanEntry], now: Instant) -> None:
    assert all(each.first == local_day(each.start, each.zone) for each in cycles(stated, now))


@settings(deadline=None)
@given(st.lists(ENTRIES, min_size=1, max_size=6), NOWS, st.integers(0, 20))
def test_a_day_stays_in_its_cycle_as_time_goes_on(
    stated: list[PlanEntry], now: Instant, days: int
) -> None:
    later = {each.first: each.last for each in cycles(stated, Instant(now + days * DAY), 60)}
    assert all(later[each.first] == each.last for each in cycles(stated, now))


def test_a_day_on_which_the_anchor_changes_is_of_the_new_cycle() -> None:
    change = Instant(START + 2 * HOUR)
    stated = [PlanEntry(START, PLAN, "UTC", 1), PlanEntry(change, PLAN, "UTC", 15)]
    new, old = cycles(stated, change, 2)
    assert new.first == moment(change).date()
    assert old.last == new.first - timedelta(days=1)


def test_counts_of_that_day_are_told_once(server: ServerApp) -> None:
    owner = owner_of(server)
    state(server, owner, "plan/entries", message_of("aircall-us-ca", anchor_day=1))
    state(server, owner, "plan/entries", message_of("aircall-us-ca", anchor_day=14))
    upload(server, owner, count("sms_segments", "2026-11-21", counted=5))
    pooled = server.ask("GET", f"{owner.path}/usage", owner).json()["cycles"]
    people = server.ask("GET", f"{owner.path}/usage/people", owner).json()["cycles"]
    assert [each["meters"][0]["counted"] for each in pooled] == [5, 0]
    assert [each["people"][0]["meters"] != [] for each in people] == [True, False]
