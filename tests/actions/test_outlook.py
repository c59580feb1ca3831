"""How a person's own working days and warnings change the figures, and what they leave alone."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.actions.mark_me import MeWish, mark_me
from app.actions.overview import read_overview
from app.actions.read_plan_page import read_plan_page
from app.actions.status import ALL, read_status
from app.domain.meter import Level, Meter
from app.domain.outlook import Outlook
from app.domain.own_warnings import OwnWarnings
from app.domain.pace import WorkingDays
from app.domain.plan import MeterKind
from app.ledger.ledger import Ledger
from tests.support.ledgers import NOW, call, keep, ledger_with, seats, text


def warning(**at: int) -> Outlook:
    return Outlook(warnings=OwnWarnings(**at))


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """Return one where ada, who is me, and Jana have each used 1700 of 2000 minutes."""
    with ledger_with(tmp_path, "hubspot-professional", "aircall-us-ca") as made:
        for agent in ("ada", "Jana"):
            keep(made, *(call(f"2026-11-{day:02} 09:00", 100, agent=agent) for day in range(2, 19)))
        mark_me(made, MeWish(name="ada"))
        yield made


def minutes(ledger: Ledger, outlook: Outlook, agent: str | None = None) -> Meter:
    status = read_status(ledger, NOW, agent, outlook)
    return next(meter for meter in status.meters if meter.kind is MeterKind.MINUTES)


def test_the_usual_outlook_changes_nothing(ledger: Ledger) -> None:
    usual = Outlook(WorkingDays(), OwnWarnings())
    assert read_status(ledger, NOW, ALL, usual) == read_status(ledger, NOW, ALL)
    assert read_overview(ledger, NOW, usual) == read_overview(ledger, NOW)
    assert read_plan_page(ledger, NOW, outlook=usual) == read_plan_page(ledger, NOW)


def test_a_warning_of_my_own_replaces_the_plans(ledger: Ledger) -> None:
    assert minutes(ledger, Outlook()).level is not Level.NEAR
    near = minutes(ledger, warning(minutes=300))
    assert (near.level, near.warn_at_remaining, near.own_warning) == (Level.NEAR, 300, True)


def test_my_own_warning_may_come_later_than_the_plans(ledger: Ledger) -> None:
    keep(ledger, call("2026-11-19 09:00", 250, agent="ada"))
    assert minutes(ledger, Outlook()).level is Level.NEAR
    assert minutes(ledger, warning(minutes=10)).level is not Level.NEAR


def test_nobody_elses_figures_are_judged_by_my_warning(ledger: Ledger) -> None:
    jana = minutes(ledger, warning(minutes=300), "Jana")
    assert jana == minutes(ledger, Outlook(), "Jana")
    everybody = read_status(ledger, NOW, ALL, warning(minutes=300)).meters
    assert [m.agent for m in everybody if m.own_warning] == ["ada"]


def test_my_share_of_a_pool_replaces_the_plans(ledger: Ledger) -> None:
    seats(ledger, 2)
    keep(ledger, text("2026-11-10 09:00", 300, agent="ada"))
    usual, own = (
        next(m for m in read_status(ledger, NOW, None, outlook).meters if m.kind is MeterKind.SMS)
        for outlook in (Outlook(), warning(pool_percent=5))
    )
    assert (usual.level is Level.NEAR, own.level is Level.NEAR) == (False, True)
    assert (own.near_percent, own.own_warning) == (5, True)


def test_a_warning_equal_to_the_plans_is_not_told_as_my_own(ledger: Ledger) -> None:
    plans = minutes(ledger, Outlook()).warn_at_remaining
    assert minutes(ledger, warning(minutes=plans)) == minutes(ledger, Outlook())


def test_the_plan_page_judges_me_alone_by_my_warning(ledger: Ledger) -> None:
    people = read_plan_page(ledger, NOW, outlook=warning(minutes=300)).people
    assert {row.name: row.level is Level.NEAR for row in people if row.name} == {
        "ada": True,
        "Jana": False,
    }


def test_free_days_leave_more_for_each_that_is_worked(ledger: Ledger) -> None:
    usual = minutes(ledger, Outlook()).forecast
    free = frozenset({date(2026, 11, 23), date(2026, 11, 24)})
    with_holidays = minutes(ledger, Outlook(WorkingDays(free))).forecast
    assert usual is not None
    assert with_holidays is not None
    assert usual.working_days_left - with_holidays.working_days_left == 2
    assert with_holidays.safe_per_working_day > usual.safe_per_working_day


def test_a_week_with_saturdays_has_more_days_to_share_by(ledger: Ledger) -> None:
    usual = minutes(ledger, Outlook()).forecast
    six_days = Outlook(WorkingDays(weekdays=frozenset(range(6))))
    longer = minutes(ledger, six_days).forecast
    assert usual is not None
    assert longer is not None
    assert longer.working_days_left == usual.working_days_left + 2
