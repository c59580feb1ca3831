"""Weeks at Aircall, round after round: calls come, run, are edited late and deleted."""

from pathlib import Path
from random import Random

import pytest

from app.actions.verify import verify
from app.ledger.ledger import Ledger
from tests.support.providers.aircall import Aircall
from tests.support.providers.aircall_company import DAY, call
from tests.support.worlds import aircall_world, facts_of, facts_told

_HOUR = 3_600


def gone(ledger: Ledger) -> int:
    """Count the records that are known to be deleted."""
    with ledger.reading() as snapshot:
        row = snapshot.connection.exec_driver_sql("SELECT COUNT(*) FROM withdrawn").one()
    return int(row[0])


def live(aircall: Aircall, chance: Random, numbers: list[int]) -> list[int]:
    """Let a little happen: some calls begin, young ones are edited or deleted; tells which."""
    now, book = int(aircall.clock()), aircall.book
    for _ in range(chance.randrange(4)):
        numbers.append(len(numbers) + 1)
        started = now - chance.randrange(600)
        book.add(call(numbers[-1], started, ended=started + chance.randrange(20, 4_000)))
    young = [each for each in book.calls.values() if now - 2 * DAY < each.ended < now]
    for each in chance.sample(young, min(len(young), chance.randrange(2))):
        if each.answered is not None:
            book.edit(each.id, ended=each.answered + chance.randrange(1, 4_000))
    deleted = chance.sample(young, min(len(young), chance.random() < 0.1))
    for each in deleted:
        book.remove(each.id)
    return [each.id for each in deleted]


@pytest.mark.parametrize("seed", [1, 3])
def test_after_weeks_the_ledger_holds_what_aircall_holds(tmp_path: Path, seed: int) -> None:
    world, chance = aircall_world(), Random(seed)  # noqa: S311 - invented weeks
    aircall = world.provider
    assert isinstance(aircall, Aircall)
    numbers, deleted = list[int](), list[int]()
    with world.desk(tmp_path / "desk") as (desk, _):
        for _ in range(45):
            desk.good_round()
            deleted += live(aircall, chance, numbers)
            world.time.pass_by(chance.choice((300, _HOUR, 5 * _HOUR, 30 * _HOUR)))
        for _ in range(9):  # once in a week everything young enough is looked at again
            desk.good_round()
            world.time.pass_by(DAY)
        here, there = facts_of(desk.ledger), facts_told(world.truth(), tmp_path / "truth")
        assert {name: here[name] for name in there} == there
        assert gone(desk.ledger) == len(here) - len(there) <= len(deleted)
        assert verify(desk.ledger).ok
