"""A command killed at every step on its way, each time on a fresh folder."""

import os
import shutil
import signal
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.console import Console

#: What a program does to files, as Python tells it beforehand.
_STEPS = {"os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.chmod", "open", "sqlite3.connect"}
_MOST = 500


def killed_at_every_step(
    template: Path, folder: Path, *words: object, option: str = "--progress"
) -> Iterator[int]:
    """Run a command on a copy of a folder and kill it before its first step, its second, and so on.

    Each time the copy is given to the test as it was left; the last time nothing was killed.
    ``option`` is written after the words.
    """
    if sys.platform == "win32":
        pytest.skip("nothing is forked on Windows")
    for step in range(1, _MOST):
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(template, folder, copy_function=shutil.copy2)
        killed = _run_and_kill(folder, (*words, option), step)
        yield step
        if not killed:
            return
    pytest.fail("the command does not end")


def _run_and_kill(folder: Path, words: tuple[object, ...], step: int) -> bool:
    with warnings.catch_warnings():
        # From Python 3.12 on it warns of threads; one by which a worker is told what to run may be.
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if not child:
        _be_killed(folder, step)
        code = Console(folder).run(*words).code
        os._exit(code)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return True
    assert os.waitstatus_to_exitcode(status) == 0
    return False


def _be_killed(folder: Path, step: int) -> None:
    left = step

    def count(event: str, told: tuple[Any, ...]) -> None:
        nonlocal left
        if event in _STEPS and str(folder.name) in str(told[0] if told else ""):
            left -= 1
            if not left:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)
