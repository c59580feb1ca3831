"""Plans in force and the cycles that follow from them, also across a change of plan."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.domain.instant import BEGINNING, DAY, Instant
from app.domain.plan import Line
from app.domain.stretch import Stretches
from app.domain.timeline import PlanEntry, Timeline
from tests.support.ledgers import at, plan

PROFESSIONAL, STARTER = plan("hubspot-professional"), plan("hubspot-starter")


def entry(
    start: str, name: str = "hubspot-starter", zone: str = "UTC", anchor: int = 1
) -> PlanEntry:
    return PlanEntry(at(start), plan(name), zone, anchor)


def test_the_earliest_plan_covers_all_history_before_it() -> None:
    timeline = Timeline([entry("2026-11-01 00:00"), entry("2026-12-01 00:00", "hubspot-free")])
    found = timeline.at(at("2020-05-05 00:00"))
    assert found is not None
    assert found.plan.name == "hubspot-starter"


def test_without_a_plan_nothing_is_in_force() -> None:
    assert Timeline([]).at(at("2026-11-01 00:00")) is None


def test_of_two_plans_with_one_start_the_later_stated_holds() -> None:
    timeline = Timeline([entry("2026-11-01 00:00"), entry("2026-11-01 00:00", "hubspot-free")])
    assert [terms.plan.name for terms in timeline.terms] == ["hubspot-free"]


def test_a_plan_that_starts_inside_a_cycle_begins_no_new_one() -> None:
    timeline = Timeline([entry("2026-01-01 00:00"), entry("2026-11-15 00:00", "hubspot-free")])
    cycle = timeline.cycle_at(at("2026-11-20 00:00"))
    assert (cycle.start, cycle.end) == (at("2026-11-01 00:00"), at("2026-12-01 00:00"))


def test_a_change_of_zone_keeps_the_cycle_and_ends_it_in_the_new_zone() -> None:
    timeline = Timeline(
        [entry("2026-01-01 00:00"), entry("2026-11-15 00:00", zone="America/New_York")]
    )
    cycle = timeline.cycle_at(at("2026-11-20 00:00"))
    assert (cycle.start, cycle.end) == (at("2026-11-01 00:00"), at("2026-12-01 05:00"))


def test_a_change_of_zone_at_the_reset_makes_no_cycle_of_a_few_hours() -> None:
    for change in ("2026-12-01 00:00", "2026-12-01 02:00"):
        timeline = Timeline([entry("2026-01-01 00:00"), entry(change, zone="America/New_York")])
        cycle = timeline.cycle_at(at("2026-12-01 03:00"))
        assert cycle.end - cycle.start > 28 * DAY
        assert timeline.cycle_at(at("2026-12-15 00:00")).end == at("2027-01-01 05:00")


def test_another_anchor_day_cuts_the_cycle_at_the_change() -> None:
    timeline = Timeline(
        [
            entry("2026-01-01 00:00", "aircall-us-ca"),
            entry("2026-11-20 00:00", "aircall-us-ca", anchor=14),
        ]
    )
    before, after = (timeline.cycle_at(at(f"2026-11-{day} 00:00")) for day in (19, 21))
    assert (before.start, before.end) == (at("2026-11-01 00:00"), at("2026-11-20 00:00"))
    assert (after.start, after.end) == (at("2026-11-20 00:00"), at("2026-12-14 00:00"))


_days = st.integers(0, 700)
_entries = st.lists(
    st.tuples(_days, st.sampled_from(("UTC", "Europe/Berlin", "America/New_York", "Asia/Tokyo")),
              st.sampled_from((1, 14, 31))),
    min_size=1, max_size=5,
)  # fmt: skip


@given(entries=_entries, day=_days, minute=st.integers(0, 1439))
def test_cycles_and_stretches_tile_time_across_changes_of_plan(
    entries: list[tuple[int, str, int]], day: int, minute: int
) -> None:
    base = at("2025-01-01 00:00")
    timeline = Timeline(
        PlanEntry(Instant(base + d * DAY), STARTER, zone, anchor) for d, zone, anchor in entries
    )
    moment = Instant(base + day * DAY + minute * 60_000_000)
    cycle = timeline.cycle_at(moment)
    assert cycle.start <= moment < cycle.end
    assert timeline.cycle_at(cycle.start).start == cycle.start
    assert timeline.cycle_at(Instant(cycle.end - 1)).end == cycle.end
    assert timeline.cycle_at(cycle.end).start == cycle.end
    pieces = Stretches(timeline).of_cycle(cycle)
    assert [piece.start for piece in pieces] == [cycle.start, *(p.end for p in pieces[:-1])]
    assert pieces[-1].end == cycle.end


def test_a_newer_version_of_a_plan_takes_effect_on_its_day() -> None:
    newer = replace(STARTER.versions[0], effective_from=date(2026, 11, 10))
    both = replace(STARTER, versions=(STARTER.versions[0], newer))
    timeline = Timeline([PlanEntry(BEGINNING, both, "UTC", 1)])
    starts = [terms.start for terms in timeline.terms]
    assert starts == [BEGINNING, at("2026-11-10 00:00")]


def test_a_link_that_starts_inside_a_cycle_divides_it_into_stretches() -> None:
    timeline = Timeline([PlanEntry(BEGINNING, PROFESSIONAL, "UTC", 1)])
    stretches = Stretches(timeline, [at("2026-11-10 00:00")])
    first = stretches.at(at("2026-11-05 00:00"))
    assert first is not None
    assert first.end == at("2026-11-10 00:00")
    assert first.terms.plan.line is Line.CALLS


def test_a_day_of_a_stretch_is_the_local_day() -> None:
    timeline = Timeline([PlanEntry(BEGINNING, PROFESSIONAL, "Europe/Berlin", 1)])
    stretch = Stretches(timeline).at(at("2026-11-05 23:30"))
    assert stretch is not None
    assert stretch.day_of(at("2026-11-05 23:30")) == date(2026, 11, 6).toordinal()
