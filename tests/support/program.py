"""The program as a process of its own: run to its end, or started and left to the test."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.support.contracts import ROOT

MODULE = ("-m", "ui")


def run(
    folder: Path,
    *words: object,
    program: tuple[str, ...] = MODULE,
    stdin: bytes = b"",
    environ: dict[str, str] | None = None,
) -> subprocess.CompletedProcess[bytes]:
    """Run it on a data folder, which the environment names."""
    return subprocess.run(
        _command(program, words),
        env=_environ(folder, environ or {}),
        input=stdin,
        capture_output=True,
        check=False,
    )


@contextmanager
def started(folder: Path, *words: object) -> Iterator[subprocess.Popen[bytes]]:
    """Start it; it is killed, should it still run at the end."""
    with subprocess.Popen(
        _command(MODULE, words),
        env=_environ(folder, {}),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def _command(program: tuple[str, ...], words: tuple[object, ...]) -> list[str]:
    return [sys.executable, *program, *map(str, words)]


def _environ(folder: Path, more: dict[str, str]) -> dict[str, str]:
    return {**os.environ, "TALKTALLY_DATA_DIR": str(folder), "PYTHONPATH": str(ROOT), **more}
