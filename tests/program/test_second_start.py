"""One window for each data folder, as processes: the second ends at once, signals end the first."""

import json
import os
import signal
import subprocess
from pathlib import Path

import pytest

from tests.support.program import run, started

pytestmark = [
    pytest.mark.program,
    pytest.mark.skipif(os.name == "nt", reason="ends the window by a signal of Unix"),
]

_QUIET = """
import runpy, sys
sys.argv = ["talktally", *sys.argv[1:]]
try:
    runpy.run_module("ui", run_name="__main__")
except SystemExit as end:
    code = end.code
assert not any(name.startswith(("PySide6", "shiboken6", "sqlalchemy")) for name in sys.modules)
sys.exit(code)
"""


def test_a_link_goes_to_the_window_that_is_open_and_is_there_at_the_next_start(
    tmp_path: Path,
) -> None:
    with started(tmp_path) as first:
        hand_over(tmp_path, "tel:+14155550188")
        end(first)
    kept = json.loads((tmp_path / "settings.json").read_bytes())
    assert kept["window"]["page"] == "dial"


def test_a_second_start_loads_neither_window_nor_ledger(tmp_path: Path) -> None:
    with started(tmp_path) as first:
        hand_over(tmp_path)
        done = run(tmp_path, program=("-c", _QUIET))
        assert (done.returncode, done.stderr) == (0, b"")
        end(first)


def test_a_window_of_another_folder_opens_beside(tmp_path: Path) -> None:
    with started(tmp_path / "one") as first, started(tmp_path / "two") as second:
        hand_over(tmp_path / "one")
        hand_over(tmp_path / "two")
        end(first)
        end(second)


def test_a_link_of_no_number_is_a_wrong_word(tmp_path: Path) -> None:
    done = run(tmp_path, "--hidden", "mailto:someone")
    assert done.returncode == 2
    assert b"is not a link to a number" in done.stderr


@pytest.mark.parametrize("brought", [("--quit",), ("--data-dir", "/elsewhere"), ("erase",)])
def test_what_a_link_of_windows_brings_along_is_not_done(
    tmp_path: Path, brought: tuple[str, ...]
) -> None:
    done = run(tmp_path, "--", "tel:+4930123456", *brought)
    assert done.returncode == 2
    assert b"Unrecognized arguments" in done.stderr


def hand_over(folder: Path, *words: str) -> None:
    """Start once more, until the first is there to answer."""
    for _ in range(5):
        if (folder / "window.lock").exists() and run(folder, *words).returncode == 0:
            return
        wait_for(folder / "window.lock")
    raise AssertionError


def wait_for(file: Path) -> None:
    """Ask another process to look for the file, which takes it a moment."""
    subprocess.run(["sh", "-c", f"until [ -s '{file}' ]; do sleep 0.05; done"], check=True)


def end(first: "subprocess.Popen[bytes]") -> None:
    """End a window as the system does; it keeps what it has and fails nothing."""
    first.send_signal(signal.SIGTERM)
    _, said = first.communicate(timeout=40)
    assert (first.returncode, b"Traceback" in said) == (0, False)
