"""Where the program looks, what it reads and leaves, seen from outside."""

import os
import stat
from pathlib import Path

import pytest

from tests.support.console import NOON
from tests.support.program import run

pytestmark = pytest.mark.program

_LOG = ("log", "call", "--seconds", "60")
_QUIET = """
import runpy, sys
sys.argv = ["talktally", *sys.argv[1:]]
try:
    runpy.run_module("ui", run_name="__main__")
except SystemExit as end:
    assert end.code in {0, 1}, end.code
assert not any(name.startswith(("PySide6", "shiboken6")) for name in sys.modules)
"""


@pytest.mark.parametrize("place", [0, 1, 2])
def test_the_data_folder_may_be_named_anywhere(tmp_path: Path, place: int) -> None:
    words: list[object] = list(_LOG)
    words[place:place] = ["--data-dir", tmp_path / "asked"]
    assert run(tmp_path / "usual", *words).returncode == 0
    assert (tmp_path / "asked" / "ledger.db").exists()
    assert not (tmp_path / "usual").exists()


def test_without_a_name_the_folder_lies_in_the_home(home: Path) -> None:
    done = run(home, *_LOG, environ={"TALKTALLY_DATA_DIR": ""})
    assert (done.returncode, done.stderr) == (0, b"")
    (ledger,) = home.rglob("ledger.db")
    assert stat.S_IMODE(ledger.stat().st_mode) == 0o600
    assert stat.S_IMODE(ledger.parent.stat().st_mode) == 0o700


def test_rights_do_not_depend_on_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        assert run(tmp_path / "folder", *_LOG).returncode == 0
    finally:
        os.umask(before)
    for path in (tmp_path / "folder", *(tmp_path / "folder").iterdir()):
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path


def test_the_instant_can_be_told(tmp_path: Path) -> None:
    done = run(tmp_path, "status", "--json", environ={"TALKTALLY_NOW": NOON})
    assert b'"as_of": "2026-11-21T12:00:00Z"' in done.stdout
    done = run(tmp_path, "status", environ={"TALKTALLY_NOW": "noon"})
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)


def test_standard_input_is_counted_unstripped(tmp_path: Path) -> None:
    done = run(tmp_path, "segments", "-", "--json", stdin=b"  a\r\n\n")
    assert b'"units": 6' in done.stdout
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "words",
    [
        ["status"],
        ["check", "+14155550188"],
        ["segments", "a’b"],
        _LOG,
        ["plan", "show"],
        ["verify"],
        ["me"],
        ["--help"],
    ],
    ids=" ".join,
)
def test_commands_never_load_qt(tmp_path: Path, words: list[str]) -> None:
    done = run(tmp_path, *words, program=("-c", _QUIET))
    assert (done.returncode, done.stderr) == (0, b"")


def test_wrong_usage_ends_with_2_and_one_sentence(tmp_path: Path) -> None:
    for words in (["statu"], ["plan"], ["import"], ["log", "call"], ["status", "--json", "x"]):
        done = run(tmp_path, *words)
        assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (2, b"", 1)


def test_a_reader_that_leaves_early_is_no_trouble(tmp_path: Path) -> None:
    shell = "import subprocess, sys; p = subprocess.Popen([sys.executable, '-m', 'ui', '--help'],"
    shell += " stdout=subprocess.PIPE, stderr=subprocess.PIPE); p.stdout.close();"
    shell += " told = p.stderr.read(); assert (p.wait(), told) == (0, b''), told"
    assert run(tmp_path, program=("-c", shell)).returncode == 0
