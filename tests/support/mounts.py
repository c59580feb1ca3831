"""Folders with little room or without the right to write, mounted for one test and taken away."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.support.tools import find_tool, not_run


@contextmanager
def small_disk(folder: Path, kilobytes: int) -> Iterator[Path]:
    """Put a disk of a few kilobytes in place of a folder."""
    with _mounted(folder, "-t", "tmpfs", "-o", f"size={kilobytes}k,mode=0700", "tmpfs"):
        yield folder


@contextmanager
def read_only(folder: Path) -> Iterator[Path]:
    """Take the right to write in a folder away, from root too."""
    if os.geteuid():
        folder.chmod(0o500)
        try:
            yield folder
        finally:
            folder.chmod(0o700)
        return
    with _mounted(folder, "--bind", str(folder)):
        _run(folder, find_tool("mount"), "-o", "remount,bind,ro")
        yield folder


@contextmanager
def _mounted(folder: Path, *words: str) -> Iterator[None]:
    if os.geteuid():
        not_run("only root may mount a small disk")
    umount = find_tool("umount")
    _run(folder, find_tool("mount"), *words)
    try:
        yield
    finally:
        _run(folder, umount)


def _run(folder: Path, *words: str) -> None:
    done = subprocess.run([*words, str(folder)], capture_output=True, check=False, text=True)
    if done.returncode:
        not_run(f"{words[0]} was refused: {done.stderr.strip()}")
