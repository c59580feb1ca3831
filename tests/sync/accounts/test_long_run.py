"""Whatever happens there and here for weeks, in the end the ledger holds what the provider has."""

from collections.abc import Callable
from pathlib import Path
from random import Random

from app.actions.verify import verify
from tests.support.long_run import LongRun, counting
from tests.support.spoils import Weather
from tests.support.worlds import World, facts_told
from tests.sync.accounts.test_truth import every_world

_ROUNDS, _SEED = 30, 1


@every_world
def test_after_a_long_run_the_ledger_holds_the_truth(
    tmp_path: Path, make: Callable[[int], World]
) -> None:
    world = make(0)
    with world.desk(tmp_path / "desk") as (desk, place):
        run = LongRun(world, desk, place.address, Random(_SEED))  # noqa: S311 - invented weeks
        place.spoil = Weather(_SEED, often=0.03).spoil
        run.go(_ROUNDS)
        place.spoil = None
        run.settle()
        assert counting(desk) == facts_told(world.truth(), tmp_path / "truth")
        assert verify(desk.ledger).ok
