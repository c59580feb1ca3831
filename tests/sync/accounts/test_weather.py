"""Whatever goes wrong on the way and passes: in the end the ledger holds the truth."""

from collections.abc import Callable
from pathlib import Path

from tests.support.spoils import FAULTS, Weather
from tests.support.worlds import World, facts_of, facts_told
from tests.sync.accounts.test_truth import every_world

_RECORDS = 6_700
_MOST_ROUNDS = 20


@every_world
def test_twenty_thousand_records_survive_all_faults_that_pass(
    tmp_path: Path, make: Callable[[int], World]
) -> None:
    world, weather = make(_RECORDS), Weather(5)
    with world.desk(tmp_path / "desk") as (desk, place):
        place.spoil = weather.spoil
        rounds = 0
        while (outcome := desk.round()).problem is not None:
            rounds += 1
            assert rounds < _MOST_ROUNDS, outcome.problem
            world.time.pass_by(outcome.next_in or 0)
        place.spoil = None
        assert facts_of(desk.ledger) == facts_told(world.truth(), tmp_path / "truth")
    assert len(set(weather.met)) >= len(FAULTS) - 2
