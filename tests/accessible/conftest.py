"""A session with a screen reader in it, and the program started there in a state."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.support.contracts import ROOT
from tests.support.reader.reader import Reader
from tests.support.reader.session import running, session

NOW = "2026-11-21T13:05:00Z"

#: Starts the program with these words, and returns what reads it.
Start = Callable[..., Reader]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts the program in a session of its own, with a data folder of its own."""
    with ExitStack() as stack:
        environ, wire = stack.enter_context(session(tmp_path / "session"))
        environ |= {
            "PYTHONPATH": str(ROOT),
            "TALKTALLY_DATA_DIR": str(tmp_path / "folder"),
            "TALKTALLY_NOW": NOW,
        }

        def start_(*words: str) -> Reader:
            command = [sys.executable, "-m", "ui", *words]
            stack.enter_context(running(command, environ))
            return Reader(wire)

        yield start_
