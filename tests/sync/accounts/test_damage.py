"""A record that is damaged on its way is told by its id, holds up no other, and heals."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.support.providers.place import Asked, Told
from tests.support.worlds import World, facts_of, facts_told
from tests.sync.accounts.test_truth import every_world

#: What stands in a record's place of a time, a duration and a direction.
DAMAGE: Mapping[str, Any] = {
    "wrong type": {"odd": True},
    "nothing": None,
    "huge": "9" * 400,
    "unknown": "\x00\ud800",
}
_FIELDS = {
    "hs_timestamp", "hs_call_duration", "hs_call_direction", "started_at", "ended_at", "direction",
    "start_time", "duration", "date_sent",
}  # fmt: skip


def damaged(value: Any, damage: Any) -> Any:
    """Damage the first record of an answer."""
    if not isinstance(value, dict):
        return value
    lists = {key for key, each in value.items() if isinstance(each, list) and each}
    return {
        key: [_damaged_record(each[0], damage), *each[1:]] if key in lists else each
        for key, each in value.items()
    }


def _damaged_record(record: Any, damage: Any) -> Any:
    if not isinstance(record, dict):
        return record
    return {
        key: damage if _is_hit(key, damage) else _damaged_record(each, damage)
        for key, each in record.items()
    }


def _is_hit(key: str, damage: Any) -> bool:
    # Exports often tell no direction, so a record without one is whole.
    return key in _FIELDS and not (damage is None and key == "direction")


@every_world
@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
def test_a_damaged_record_holds_up_no_other_and_heals(
    tmp_path: Path, make: Callable[[int], World], damage: Any
) -> None:
    world = make(60)

    def spoil(_number: int, _asked: Asked, told: Told) -> Told | None:
        return told._replace(body=damaged(told.body, damage)) if told.status == 200 else None

    with world.desk(tmp_path / "desk") as (desk, place):
        place.spoil = spoil
        first = desk.round()
        assert first.problem is None
        assert len(facts_of(desk.ledger)) >= 40
        assert sum(part.unfinished for part in desk.shown().parts) == 0
        place.spoil = None
        for _ in range(3):
            world.time.pass_by(86_400)
            desk.good_round()
        assert facts_of(desk.ledger) == facts_told(world.truth(), tmp_path / "truth")
