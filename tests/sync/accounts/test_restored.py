"""An older ledger brought back: what came after it comes again, and what went goes again."""

from collections.abc import Callable
from pathlib import Path
from random import Random

from app.actions.restore import candidate
from app.actions.verify import verify
from app.ledger.backups.copying import copy_ledger
from app.ledger.connections.accounts import connections_of
from app.ledger.ledger import Ledger, ledger_path
from tests.support.connected import Connected
from tests.support.long_run import LongRun, counting
from tests.support.worlds import World, facts_told
from tests.sync.accounts.test_truth import every_world


def brought_back(desk: Connected, copy: Path, folder: Path) -> None:
    """Restore a copy in place of the ledger, as the command does, and open it."""
    desk.ledger.close()
    with candidate(folder, copy) as found:
        found.take_over(desk.now)
    desk.ledger = Ledger(ledger_path(folder))
    with desk.ledger.reading() as snapshot:
        (desk.connection,) = connections_of(snapshot.connection)


@every_world
def test_after_a_restore_everything_comes_again(
    tmp_path: Path, make: Callable[[int], World]
) -> None:
    world, folder, copy = make(0), tmp_path / "desk", tmp_path / "copy.db"
    with world.desk(folder) as (desk, place):
        run = LongRun(world, desk, place.address, Random(3))  # noqa: S311 - invented weeks
        run.go(6)
        copy_ledger(desk.ledger.path, copy)
        run.go(8)
        brought_back(desk, copy, folder)
        run.settle()
        assert counting(desk) == facts_told(world.truth(), tmp_path / "truth")
        assert verify(desk.ledger).ok
        desk.ledger.close()
