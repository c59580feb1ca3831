"""Programs started as a person starts them, timed from the start to the end of the process."""

import os
import subprocess
import sys
from collections.abc import Sequence
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


@lru_cache(maxsize=1)
def _compile() -> None:
    rooms = ("app", "ui", "resources")
    command: Sequence[str] = (sys.executable, "-m", "compileall", "-q", *rooms)
    subprocess.run(command, cwd=ROOT, env=environment(), check=True)
