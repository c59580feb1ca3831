from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.actions.clear_sample import clear_sample
from app.actions.make_sample import Sample, make_sample
from app.actions.status import read_status
from app.actions.verify import verify
from app.domain.instant import Instant
from app.domain.meter import Level, Meter, Status
from app.domain.problem import Problem, UsageProblem
from app.ledger.ledger import Ledger, ledger_path
from app.sample.aims import Scenario, aims_of
from app.sample.month import SEED
from tests.support.connections import connect
from tests.support.ledgers import at, call, keep, ledger_with
from tests.support.moments import NOWS, ZONES

SUNDAY, MONDAY = at("2026-11-22 13:05"), at("2026-11-23 08:00")


@contextmanager
def sample_in(
    folder: Path, scenario: str = "near", now: Instant = SUNDAY, zone: str = "Europe/Berlin"
) -> Iterator[tuple[Ledger, Sample]]:
    folder.mkdir(exist_ok=True)
    with Ledger(ledger_path(folder)) as ledger:
        yield ledger, make_sample(ledger, folder, now, zone, scenario)


def status_in(folder: Path, scenario: str, now: Instant = SUNDAY) -> Status:
    with sample_in(folder, scenario, now) as (ledger, _):
        return read_status(ledger, now)


def banners(status: Status) -> list[str]:
    return [banner.kind.value for banner in status.banners]


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """New folders for a test that runs many times."""
    numbers, root = count(), tmp_path_factory.mktemp("samples")
    return (root / str(number) for number in numbers)


@settings(max_examples=6)
@given(NOWS, ZONES, st.sampled_from(Scenario))
def test_on_any_day_the_ledger_is_clean_and_stands_as_promised(
    folders: Iterator[Path], now: Instant, zone: str, scenario: Scenario
) -> None:
    with sample_in(next(folders), scenario, now, zone) as (ledger, sample):
        status = read_status(ledger, now)
        assert verify(ledger).ok
        assert sum(each.tally.refused + each.tally.known for each in sample.files) == 0
    check(status.meters, scenario, now, zone)


def check(meters: tuple[Meter, ...], scenario: Scenario, now: Instant, zone: str) -> None:
    minutes, sms, mms = meters
    aims = aims_of(scenario, now, zone, SEED)
    levels = {
        Scenario.NEAR: Level.NEAR,
        Scenario.BILLED: Level.BILLED,
        Scenario.CALM: Level.FINE,
    }
    assert minutes.level is levels[aims.scenario]
    assert minutes.used == (aims.minutes or minutes.used) - aims.billed
    assert (minutes.billed, minutes.unpriced, minutes.over) == (aims.billed, 0, 0)
    assert sms.used == (sms.used if aims.sms is None else aims.sms)
    assert sms.level is (Level.FINE if aims.sms is None else Level.NEAR)
    assert mms.used == (mms.used if aims.mms is None else aims.mms)


def test_near_the_limit_two_banners_stand(tmp_path: Path) -> None:
    status = status_in(tmp_path, "near")
    assert banners(status) == ["near", "pool"]
    assert [meter.agent for meter in status.meters] == ["Jana", None, None]
    assert [meter.included for meter in status.meters] == [2000, 1250, 250]


def test_a_billed_sample_is_linked_and_priced(tmp_path: Path) -> None:
    status = status_in(tmp_path, "billed")
    minutes = status.meters[0]
    assert banners(status) == ["billed", "pool"]
    assert (minutes.used, minutes.linked, minutes.unpriced) == (2000, True, 0)
    assert minutes.billed_amount is not None


def test_a_calm_sample_has_no_banner(tmp_path: Path) -> None:
    assert banners(status_in(tmp_path, "calm")) == []


@pytest.mark.parametrize("day", range(1, 6))
def test_a_young_month_is_calm_whatever_was_asked_for(tmp_path: Path, day: int) -> None:
    now = at(f"2026-10-0{day} 11:30")  # the 1st is a Thursday
    with sample_in(tmp_path, "billed", now) as (ledger, sample):
        assert sample.scenario is Scenario.CALM
        assert read_status(ledger, now).meters[0].level is Level.FINE


def test_an_unknown_scenario_is_named_with_those_that_exist(tmp_path: Path) -> None:
    with pytest.raises(UsageProblem, match="near, billed, calm"), sample_in(tmp_path, "wild"):
        pass


def test_a_ledger_with_entries_gets_no_sample(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        keep(ledger, call())
        with pytest.raises(Problem, match="already holds a ledger"):
            make_sample(ledger, tmp_path, SUNDAY, "UTC")
    assert not (tmp_path / "sample").exists()


def test_a_ledger_with_a_plan_gets_no_sample(tmp_path: Path) -> None:
    with (
        ledger_with(tmp_path, "hubspot-free") as ledger,
        pytest.raises(Problem, match="already holds a ledger"),
    ):
        make_sample(ledger, tmp_path, SUNDAY, "UTC")


def test_a_cleared_sample_makes_room_for_the_next_day(tmp_path: Path) -> None:
    status_in(tmp_path, "near")
    (tmp_path / "settings.json").write_text("{}")
    clear_sample(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["sample", "settings.json"]
    assert status_in(tmp_path, "near", MONDAY).meters[0].level is Level.NEAR


def test_clearing_refuses_a_ledger_that_is_no_sample(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-free"):
        pass
    with pytest.raises(Problem, match="not a sample"):
        clear_sample(tmp_path)
    assert ledger_path(tmp_path).exists()


def test_clearing_refuses_a_sample_with_an_entry_of_somebodys_own(tmp_path: Path) -> None:
    with sample_in(tmp_path) as (ledger, _):
        keep(ledger, call())
    with pytest.raises(Problem, match="entries of its own"):
        clear_sample(tmp_path)
    assert ledger_path(tmp_path).exists()


def test_clearing_refuses_a_sample_with_a_connection(tmp_path: Path) -> None:
    with sample_in(tmp_path) as (ledger, _):
        connect(ledger)
    with pytest.raises(Problem, match="entries of its own"):
        clear_sample(tmp_path)


def test_clearing_leaves_an_unused_ledger_and_an_empty_folder_alone(tmp_path: Path) -> None:
    clear_sample(tmp_path)
    assert list(tmp_path.iterdir()) == []
    with Ledger(ledger_path(tmp_path)):
        pass
    clear_sample(tmp_path)
    assert ledger_path(tmp_path).exists()


def test_the_same_day_gives_the_same_status_again(tmp_path: Path) -> None:
    first = status_in(tmp_path, "near")
    clear_sample(tmp_path)
    again = status_in(tmp_path, "near")
    assert replace(again, banners=()) == replace(first, banners=())
