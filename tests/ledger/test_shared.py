"""Allowances that others share, with what the plan server knows of them."""

from dataclasses import replace
from pathlib import Path

from app.actions.status import read_status
from app.domain.meter import Level
from app.domain.plan import Line, MeterKind
from tests.support.companies import joined, pooled, segments
from tests.support.ledgers import NOW, at, call, keep, ledger_with, seats, text, use


def test_what_others_used_of_the_pool_is_in_the_gauge(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "aircall-us-ca") as ledger:
        keep(ledger, text("2026-11-02 09:00", 30), text("2026-11-03 09:00", 20))
        pooled(ledger, segments(140, mine=40))
        meter = read_status(ledger, NOW).meters[0]
    assert (meter.used, meter.remaining, meter.at_least) == (150, 100, False)
    assert sum(units for _, units in meter.days) == 150


def test_past_the_pool_others_segments_are_billed_without_a_price(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "aircall-us-ca") as ledger:
        keep(ledger, text("2026-11-02 09:00", 200))
        pooled(ledger, segments(300, mine=200, outside=4))
        meter = read_status(ledger, NOW).meters[0]
    assert (meter.used, meter.billed, meter.unpriced, meter.outside) == (250, 50, 50, 4)
    assert meter.level is Level.BILLED


def test_a_colleague_whose_records_are_here_too_counts_once(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "aircall-us-ca") as ledger:
        joined(ledger)
        keep(ledger, text("2026-11-02 09:00", 60, agent="Grace"), text("2026-11-02 09:00", 30))
        pooled(ledger, segments(80, mine=30))
        meter = read_status(ledger, NOW).meters[0]
    assert meter.used == 90


def test_while_not_everybody_reports_it_is_at_least_so_much(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "aircall-us-ca") as ledger:
        pooled(ledger, segments(80, reporting=1))
        meter = read_status(ledger, NOW).meters[0]
    assert (meter.used, meter.at_least, meter.level) == (80, True, Level.FINE)


def test_use_of_another_cycle_is_not_taken_for_this_one(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "aircall-us-ca") as ledger:
        pooled(ledger, segments(80))
        meter = read_status(ledger, at("2026-12-02 09:00")).meters[0]
    assert (meter.used, meter.at_least) == (0, True)


def test_others_past_a_limit_that_blocks_are_over(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-free") as ledger:
        keep(ledger, *(call(f"2026-11-02 09:{n:02}", 0) for n in range(30)))
        calls = replace(segments(60, mine=30), line=Line.CALLS, kind=MeterKind.CALLS)
        pooled(ledger, calls)
        meter = next(m for m in read_status(ledger, NOW).meters if m.kind is MeterKind.CALLS)
    assert (meter.used, meter.over, meter.level) == (50, 10, Level.BLOCKED)


def test_what_was_past_under_an_earlier_plan_stays_past(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "aircall-us-ca") as ledger:
        keep(ledger, text("2026-11-02 09:00", 260))
        use(ledger, "aircall-us-ca", "2026-11-10 00:00")
        seats(ledger, 2)
        pooled(ledger, segments(360, mine=260))
        meter = read_status(ledger, NOW).meters[0]
    assert meter.used + meter.billed == 360


def test_a_forecast_follows_everybodys_pace(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "aircall-us-ca") as ledger:
        keep(ledger, *(text(f"2026-11-{day:02} 09:00", 2) for day in range(2, 21)))
        alone = read_status(ledger, NOW).meters[0]
        pooled(ledger, segments(38 + 190, mine=38))
        together = read_status(ledger, NOW).meters[0]
    assert (alone.level, together.level) == (Level.FINE, Level.NEAR)
    assert alone.forecast is not None
    assert together.forecast is not None
    assert together.forecast.runs_out is not None
    assert together.forecast.per_working_day > alone.forecast.per_working_day
