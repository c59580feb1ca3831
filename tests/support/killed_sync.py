"""``talktally sync`` in processes of its own, each killed before a step on its way.

All are forked from one process that has loaded everything and has no threads of its own.
"""

import io
import multiprocessing
import os
import signal
from dataclasses import dataclass, field
from multiprocessing.context import ForkServerContext, ForkServerProcess
from pathlib import Path
from typing import Any

import keyring
from sqlalchemy import Engine, event

from app.commands.main import main
from app.domain.connection import Connection, Key
from app.machine.secrets import usual_secrets
from app.remote.http import Answer, Peer
from app.sync.accounts.keys import keep_key
from tests.support.keyrings import MemoryKeyring

#: What a round loads on its way, so that no process has to do that again.
_NEEDED = (
    "app.commands.sync", "app.sync.accounts.round", "app.remote.aircall.reader",
    "app.ledger.ledger", "sqlalchemy.dialects.sqlite", "phonenumbers.data.region_US",
)  # fmt: skip
#: A file in the folder that tells how many steps were taken.
STEPS = "steps"


def _loaded() -> ForkServerContext:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.support.killed_sync", *_NEEDED])
    return context


@dataclass
class Killing:
    """Syncs folders with a connection whose key is in no keyring of this computer."""

    connection: Connection
    key: Key
    context: ForkServerContext = field(default_factory=_loaded)

    def sync(self, folder: Path, step: int) -> int:
        """Sync in a process that is killed at its so manieth step, 0 for never.

        Returns its exit code, -9 where it was killed.
        """
        return _ended(self._started(folder, step))

    def sync_twice_at_once(self, folder: Path) -> tuple[int, int]:
        """Sync in two processes at the same time; returns their exit codes."""
        one, other = self._started(folder, 0), self._started(folder, 0)
        return _ended(one), _ended(other)

    def _started(self, folder: Path, step: int) -> ForkServerProcess:
        process = self.context.Process(target=_sync, args=(folder, self.connection, self.key, step))
        process.start()
        return process


def _ended(process: ForkServerProcess) -> int:
    process.join()
    return -1 if process.exitcode is None else process.exitcode


def _sync(folder: Path, connection: Connection, key: Key, step: int) -> None:
    keyring.set_keyring(MemoryKeyring())
    keep_key(usual_secrets(), connection, key)
    _be_killed(step, folder)
    argv = ["sync", "--data-dir", str(folder)]
    environ = {"TALKTALLY_NOW": "2026-11-22T12:00:00Z", "TZ": "UTC"}
    os._exit(main(argv, environ, io.StringIO(), io.StringIO()))


def _be_killed(step: int, folder: Path) -> None:
    """Kill this process at a step: before or after a question, as a transaction begins or ends."""
    taken = 0

    def count(*_told: Any) -> None:
        nonlocal taken
        taken += 1
        if taken == step:
            os.kill(os.getpid(), signal.SIGKILL)
        (folder / STEPS).write_text(str(taken))

    ask = Peer.ask

    def counted(*told: Any, **more: Any) -> Answer:
        count()
        answer = ask(*told, **more)
        count()
        return answer

    Peer.ask = counted  # type: ignore[method-assign]
    event.listen(Engine, "begin", count)
    event.listen(Engine, "commit", count)
