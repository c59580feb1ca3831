"""The plan server as a process of its own, on loopback."""

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tests.support.program import started


class Serving(NamedTuple):
    """A server that answers, and its process."""

    url: str
    process: subprocess.Popen[bytes]

    def stop(self) -> tuple[int, str]:
        """Ask it to end; return how it ended, and what it wrote as errors."""
        self.process.terminate()
        _, errors = self.process.communicate(timeout=30)
        return self.process.returncode, errors.decode()


@contextmanager
def serving(folder: Path, *words: object) -> Iterator[Serving]:
    """Start it on any free port with a data folder; wait until it answers."""
    with started(folder, "serve", "--port", 0, "--json", *words) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        if not line:
            raise AssertionError(process.communicate()[1].decode())
        yield Serving(json.loads(line)["address"], process)
