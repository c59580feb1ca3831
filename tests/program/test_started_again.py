"""The window after an update: it ends in order, and the program on the disk is started then."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.program import run

pytestmark = [
    pytest.mark.program,
    pytest.mark.skipif(os.name == "nt", reason="its program is a script with a first line"),
]

#: Stands in for the installed program: notes with which words it came, and whether it is alone.
_INSTALLED = """#!{python}
import fcntl, os, sys
from pathlib import Path
if "--glimpse" in sys.argv:
    sys.exit()
with open({folder!r} + "/window.lock") as lock:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        alone = "alone"
    except BlockingIOError:
        alone = "beside another"
noted = Path({noted!r})
noted.with_suffix(".new").write_text(f"{{sys.argv[1:]}} {{alone}}")
noted.with_suffix(".new").replace(noted)
"""
#: A window of a program that is installed in a folder; its person starts it again at once.
_WINDOW = """
import os, sys
sys.frozen, sys.executable = True, {program!r}
from app.assembly import Streams, workplace_of
from app.commands.main import main
import ui.start
from ui.__main__ import WINDOW
run = ui.start.run
def pressed(opening):
    opening.staffed.connect(lambda: opening.desk.updated.again_asked.emit())
ui.start.run = lambda arguments, workplace: run(arguments, workplace, watch=pressed)
sys.exit(main(sys.argv[1:], os.environ, sys.stdout, sys.stderr, also=WINDOW))
"""


@pytest.fixture
def program(tmp_path: Path) -> Path:
    program = tmp_path / "app" / "talktally"
    program.parent.mkdir()
    told = {"python": sys.executable, "folder": str(tmp_path / "data"),
            "noted": str(tmp_path / "noted")}  # fmt: skip
    program.write_text(_INSTALLED.format(**told))
    program.chmod(0o755)
    return program


def test_the_program_on_the_disk_comes_when_the_window_is_gone(
    tmp_path: Path, program: Path
) -> None:
    done = run(tmp_path / "data", program=("-c", _WINDOW.format(program=str(program))))
    assert (done.returncode, b"Traceback" in done.stderr) == (0, False)
    noted = tmp_path / "noted"
    subprocess.run(["sh", "-c", f"until [ -e '{noted}' ]; do sleep 0.05; done"], check=True)
    assert noted.read_text() == "[] alone"


def test_one_that_cannot_be_started_says_so(tmp_path: Path, program: Path) -> None:
    program.chmod(0o644)
    done = run(tmp_path / "data", program=("-c", _WINDOW.format(program=str(program))))
    assert done.returncode == 3
    assert b"Start Talktally again by hand." in done.stderr
