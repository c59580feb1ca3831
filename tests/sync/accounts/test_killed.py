"""A sync that is killed at any moment is simply gone on with: nothing is lost, nothing twice."""

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.domain.connection import AccountFound, Connection
from app.ledger.ledger import Ledger, ledger_path
from app.ledger.verify import differences
from app.machine.secrets import RunSecrets
from app.remote.http import Peer
from app.sync.accounts.keys import keep_key
from app.sync.accounts.opener import opening
from tests.support.connected import Connected, connected
from tests.support.fake_reader import FakeReader
from tests.support.killed_sync import STEPS, Killing
from tests.support.providers.place import Place, placed
from tests.support.worlds import World, aircall_world, facts_of, facts_told

_SHARES, _MOMENTS = 5, 50
_KILLED = -9


@pytest.mark.skipif(sys.platform == "win32", reason="nothing is forked on Windows")
@pytest.mark.parametrize("share", range(_SHARES))
def test_a_sync_killed_at_fifty_moments_equals_one_that_was_not(tmp_path: Path, share: int) -> None:
    world, new, clean = aircall_world(160), tmp_path / "new", tmp_path / "clean"
    with placed(world.provider) as place:
        killing = Killing(_connect(new, world, place), world.key)
        assert killing.sync(shutil.copytree(new, clean), 0) == 0
        steps = int((clean / STEPS).read_text())
        assert steps >= _MOMENTS
        ended = []
        for moment in range(share, _MOMENTS, _SHARES):
            folder = shutil.copytree(new, tmp_path / str(moment))
            ended.append(killing.sync(folder, 1 + moment * steps // _MOMENTS))
            _go_on(folder, world, killing.connection, clean)
    # Pages that lie ready are stored together, so some syncs have fewer steps than the first.
    assert ended.count(_KILLED) >= len(ended) - 2


@pytest.mark.skipif(sys.platform == "win32", reason="nothing is forked on Windows")
def test_two_programs_that_sync_at_once_end_with_the_truth(tmp_path: Path) -> None:
    world, folder = aircall_world(1_000), tmp_path / "desk"
    with placed(world.provider) as place:
        killing = Killing(_connect(folder, world, place), world.key)
        assert killing.sync_twice_at_once(folder) == (0, 0)
        assert killing.sync(folder, 0) == 0
    with Ledger(ledger_path(folder)) as ledger:
        assert facts_of(ledger) == facts_told(world.truth(), tmp_path / "truth")


def _connect(folder: Path, world: World, place: Place) -> Connection:
    found = AccountFound(world.account, "Example")
    with connected(folder, world.new(place.address), found, FakeReader([]).opened) as desk:
        return desk.connection


def _go_on(folder: Path, world: World, connection: Connection, clean: Path) -> None:
    with _desk(folder, world, connection) as desk, Ledger(ledger_path(clean)) as other:
        desk.good_round()
        assert facts_of(desk.ledger) == facts_of(other)
        with desk.ledger.reading() as snapshot:
            assert differences(snapshot) == []


@contextmanager
def _desk(folder: Path, world: World, connection: Connection) -> Iterator[Connected]:
    secrets = RunSecrets()
    keep_key(secrets, connection, world.key)
    with Ledger(ledger_path(folder)) as ledger:
        opener = opening(Peer, world.time.ticking())
        yield Connected(ledger, connection, opener, secrets, world.time.now)
