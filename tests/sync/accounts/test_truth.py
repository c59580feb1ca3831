"""Whatever the provider: a round from empty ends with its truth, and the next writes nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.worlds import (
    World,
    aircall_world,
    facts_of,
    facts_told,
    hubspot_world,
    twilio_world,
)

WORLDS = [hubspot_world, aircall_world, twilio_world]
every_world = pytest.mark.parametrize("make", WORLDS, ids=["hubspot", "aircall", "twilio"])


@every_world
def test_a_round_from_empty_equals_the_truth(tmp_path: Path, make: Callable[[int], World]) -> None:
    world = make(1200)
    with world.desk(tmp_path / "desk") as (desk, _):
        desk.good_round()
        assert facts_of(desk.ledger) == facts_told(world.truth(), tmp_path / "truth")


@every_world
def test_a_second_round_writes_nothing(tmp_path: Path, make: Callable[[int], World]) -> None:
    world = make(600)
    with world.desk(tmp_path / "desk") as (desk, _):
        desk.good_round()
        world.time.pass_by(600)
        desk.good_round()
        before = desk.rows()
        world.time.pass_by(2)
        outcome = desk.good_round()
        assert (outcome.new, outcome.changed, outcome.gone) == (0, 0, 0)
        assert desk.rows() == before
