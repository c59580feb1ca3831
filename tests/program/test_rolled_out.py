"""What a roll-out costs a start: nothing where there is no file, and one reading where there is."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.contracts import ROOT
from tests.support.rollouts import roll_out

pytestmark = [
    pytest.mark.program,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="each system has its place"),
]
_SCRIPT = """
import io, os, sys
from app.commands.main import main

opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)
out = io.StringIO()
main(["status", "--data-dir", sys.argv[1]], os.environ, out, sys.stderr, io.BytesIO())
print("tomllib" in sys.modules, sum(name.endswith("rollout.toml") for name in opened))
"""


def started(folder: Path, environ: dict[str, str]) -> str:
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT, folder / "ledger"],
        cwd=ROOT, check=True, capture_output=True, text=True,
        env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": str(folder), **environ},
    )  # fmt: skip
    return done.stdout.strip()


def test_a_computer_without_a_file_loads_nothing_for_it(tmp_path: Path) -> None:
    assert started(tmp_path, {"XDG_CONFIG_DIRS": str(tmp_path)}) == "False 0"


def test_a_file_is_read_once(tmp_path: Path) -> None:
    assert started(tmp_path, roll_out(tmp_path, "language = 'de'")) == "True 1"
