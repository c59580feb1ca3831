"""Programs started as a person starts them, timed from the start to the end of the process."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from app.domain.instant import iso
from tests.bench.rounds import Side, clocked
from tests.support.ledgers import NOW

ROOT = Path(__file__).parents[2]


def process(*arguments: str) -> Side:
    """Make a side that runs Python with these arguments; it must end well."""
    _compile()
    command = [sys.executable, *arguments]
    return clocked(
        lambda: subprocess.run(
            command, cwd=ROOT, env=environment(), check=True, capture_output=True
        )
    )


def environment() -> dict[str, str]:
    """The surroundings of such a program: modules compiled before, a clock that stands still."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    return kept | {"TALKTALLY_NOW": iso(NOW), "TZ": "UTC", "LC_ALL": "C.UTF-8"}


@contextmanager
def served(words: Sequence[str], folder: Path) -> Iterator[str]:
    """Run Python with these words as a server, which tells its address as JSON once it answers."""
    surroundings = environment() | {"TALKTALLY_DATA_DIR": str(folder)}
    with subprocess.Popen(
        (sys.executable, *words), cwd=ROOT, env=surroundings, stdout=subprocess.PIPE
    ) as process:
        try:
            assert process.stdout is not None
            yield str(json.loads(process.stdout.readline())["address"])
        finally:
            process.terminate()


@contextmanager
def scratch() -> Iterator[Path]:
    """Make a folder for one measurement, on the disk of this checkout."""
    (ROOT / ".cache").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=ROOT / ".cache") as folder:
        yield Path(folder)


@lru_cache(maxsize=1)
def _compile() -> None:
    rooms = ("app", "ui", "resources")
    command: Sequence[str] = (sys.executable, "-m", "compileall", "-q", *rooms)
    subprocess.run(command, cwd=ROOT, env=environment(), check=True)
