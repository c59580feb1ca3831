"""Starting a program that goes on by itself: no shell, no terminal, and nobody waits for it."""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress


class Detached:
    """Starts programs of a session of their own; those that ended are buried at the next start."""

    def __init__(self) -> None:
        self._begun: list[int] = []

    def start(self, command: Sequence[str], environ: Mapping[str, str]) -> None:
        """Start it in the background; OSError when there is no such program or it may not run."""
        self._bury()
        if sys.platform == "win32":
            _start_on_windows(command, environ)
        else:
            self._begun.append(_start(command, environ))

    def _bury(self) -> None:
        """Let the system forget programs that ended; each would stay in its list otherwise."""
        if sys.platform != "win32":
            self._begun = [each for each in self._begun if _goes_on(each)]


if sys.platform == "win32":

    def _start_on_windows(command: Sequence[str], environ: Mapping[str, str]) -> None:
        flags = subprocess.DETACHED_PROCESS | subprocess.CREATE_NEW_PROCESS_GROUP
        subprocess.Popen(  # noqa: S603 - the program its person named, in no shell
            list(command),
            env=dict(environ),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            creationflags=flags,
        )

else:

    def _start(command: Sequence[str], environ: Mapping[str, str]) -> int:
        nothing = [(os.POSIX_SPAWN_OPEN, each, os.devnull, os.O_RDWR, 0) for each in (0, 1, 2)]
        # Python lets itself no longer be ended by a pipe that nobody reads; others are to be.
        return os.posix_spawnp(
            command[0], list(command), dict(environ),
            file_actions=nothing, setsid=True, setsigdef=[signal.SIGPIPE],
        )  # fmt: skip

    def _goes_on(process: int) -> bool:
        with suppress(ChildProcessError):
            return os.waitpid(process, os.WNOHANG)[0] == 0
        return False
