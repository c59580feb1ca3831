"""The self-check as a process: what works, what is broken on purpose, and what it leaves."""

import json
import os
import stat
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QImage

from tests.support.program import run

pytestmark = pytest.mark.program

_PARTS = {
    "ledger",
    "window",
    "fonts",
    "tray",
    "qt",
    "keyring",
    "tls",
    "translations",
    "catalogue",
    "time zones",
    "libraries",
    "commands",
}


def _parts(document: dict[str, Any]) -> dict[str, bool]:
    return {each["part"]: each["ok"] for each in document["parts"]}


def test_a_program_that_works_says_so_of_every_part(home: Path, tmp_path: Path) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    picture, report = tmp_path / "window.png", tmp_path / "report.json"
    environ = {"TMPDIR": str(temporary), "HOME": str(home)}
    done = run(home, "--selfcheck", picture, "--report", report, environ=environ)
    assert (done.returncode, done.stderr) == (0, b"")
    told = json.loads(done.stdout)
    assert (told["version"], told["ok"], told["picture"]) == (1, True, str(picture))
    assert told["program"]["platform"] == "offscreen"
    assert told["program"]["frozen"] is False
    assert _parts(told) == dict.fromkeys([*_PARTS, "picture"], True)
    assert json.loads(report.read_bytes()) == told
    assert not QImage(str(picture)).isNull()
    for written in (picture, report):
        assert stat.S_IMODE(written.stat().st_mode) == 0o600
    assert list(temporary.iterdir()) == []
    assert [path for path in home.rglob("*") if path != home / "run"] == []
