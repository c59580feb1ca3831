"""The program as a process: what it loads, and how it behaves at a pipe."""

import os
from pathlib import Path

import pytest

from tests.support.program import run

pytestmark = pytest.mark.program
_LOADED = """
import runpy, sys
sys.argv = ["talktally", *sys.argv[1:]]
try:
    runpy.run_module("ui", run_name="__main__")
except SystemExit as end:
    assert end.code == 0, end.code
print(" ".join(sorted({name.split(".")[0] for name in sys.modules})), file=sys.stderr)
"""


def test_a_command_works_as_a_process(tmp_path: Path) -> None:
    done = run(tmp_path, "segments", "-", stdin=b"a\n")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"1 segment")


def test_a_status_loads_no_window_and_nothing_slow(tmp_path: Path) -> None:
    assert run(tmp_path, "plan", "use", "hubspot-professional").returncode == 0
    loaded = run(tmp_path, "status", program=("-c", _LOADED)).stderr.decode().split()
    assert "sqlalchemy" in loaded
    unwanted = {"PySide6", "babel", "phonenumbers", "holidays", "platformdirs", "httpx", "regex"}
    assert unwanted & set(loaded) == set()


def test_an_error_is_one_sentence(tmp_path: Path) -> None:
    done = run(tmp_path, "check", "hello")
    assert done.returncode == 2
    assert done.stderr.decode() == "hello is not a phone number. Write it like +14155550188.\n"


def test_arguments_that_are_no_text_do_no_harm(tmp_path: Path) -> None:
    done = run(tmp_path, "check", os.fsdecode(b"\xff"))
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
