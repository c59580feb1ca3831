"""The self-check as a process: what works, what is broken on purpose, and what it leaves."""

import json
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QImage

from tests.support.contracts import ROOT
from tests.support.program import MODULE, run

pytestmark = pytest.mark.program

_PARTS = (
    "ledger",
    "window",
    "first look",
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
)
_BROKEN_KEYRING = """
from keyring.backend import KeyringBackend

class Keyring(KeyringBackend):
    priority = 5
    def get_password(self, service, username):
        raise OSError("no")
    set_password = delete_password = get_password
"""


def _failed(told: dict[str, Any]) -> dict[str, str]:
    return {each["part"]: each["seen"] for each in told["parts"] if not each["ok"]}


def _seen(told: dict[str, Any], part: str) -> str:
    return str(next(each["seen"] for each in told["parts"] if each["part"] == part))


@pytest.fixture
def temporary(tmp_path: Path) -> Path:
    """The folder of temporary files, which must be empty again afterwards."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    return folder


def test_a_program_that_works_says_so_of_every_part(
    home: Path, tmp_path: Path, temporary: Path
) -> None:
    picture, report = tmp_path / "window.png", tmp_path / "report.json"
    environ = {"TMPDIR": str(temporary)}
    done = run(home / "data", "--selfcheck", picture, "--report", report, environ=environ)
    assert (done.returncode, done.stderr) == (0, b"")
    told = json.loads(done.stdout)
    assert (told["version"], told["ok"], told["picture"]) == (1, True, str(picture))
    assert (told["program"]["platform"], told["program"]["frozen"]) == ("offscreen", False)
    assert [each["part"] for each in told["parts"]] == [*_PARTS, "picture"]
    assert json.loads(report.read_bytes()) == told
    assert QImage(str(picture)).width() > 600
    for written in (picture, report):
        assert stat.S_IMODE(written.stat().st_mode) == 0o600
    assert list(temporary.iterdir()) == []
    assert list(home.rglob("*")) == [home / "run"]


def test_each_part_that_is_broken_is_told_and_the_others_go_on(
    tmp_path: Path, temporary: Path
) -> None:
    (tmp_path / "broken.py").write_text(_BROKEN_KEYRING, encoding="utf-8")
    environ = {
        "TMPDIR": str(temporary),
        "PYTHONPATH": f"{tmp_path}:{ROOT}",
        "PYTHON_KEYRING_BACKEND": "broken.Keyring",
        "SSL_CERT_FILE": str(tmp_path / "nowhere.pem"),
    }
    words = ["--selfcheck", tmp_path / "no folder" / "window.png", "--screen"]
    done = run(tmp_path / "data", *words, environ=environ | _without_display())
    told = json.loads(done.stdout)
    failed = _failed(told)
    assert (done.returncode, told["ok"], told["picture"]) == (1, False, None)
    assert list(failed) == ["window", "keyring", "tls", "picture"]
    assert failed["window"].startswith("There is no display")
    assert "refused (OSError)" in failed["keyring"]
    assert failed["tls"].startswith(f"SSL_CERT_FILE names {tmp_path}/nowhere.pem")
    assert done.stderr.decode().splitlines() == [f"{part}: {failed[part]}" for part in failed]
    assert list(temporary.iterdir()) == []


def test_a_window_that_qt_ends_is_told_with_the_words_of_qt(tmp_path: Path) -> None:
    environ = {**_without_display(), "QT_QPA_PLATFORM": "no-such-platform"}
    done = run(tmp_path, "--selfcheck", "--screen", environ=environ)
    assert done.returncode == 1
    failed = _failed(json.loads(done.stdout))
    assert list(failed) == ["window"]
    assert "no-such-platform" in failed["window"]


def test_without_a_home_a_place_for_words_or_its_folder_it_reports_all_the_same(
    tmp_path: Path,
) -> None:
    report = tmp_path / "report.json"
    command = [sys.executable, *MODULE, "--selfcheck", "--report", str(report)]
    closed = 'exec "$@" <&- >&- 2>&-'
    environ = {
        "PYTHONPATH": str(ROOT),
        "TALKTALLY_DATA_DIR": str(tmp_path / "report.json" / "no folder"),
        "TALKTALLY_LANG": "de",
        "TMPDIR": str(tmp_path / "missing"),
    }
    done = subprocess.run(["sh", "-c", closed, "sh", *command], env=environ, check=False)
    told = json.loads(report.read_bytes())
    assert (done.returncode, _failed(told)) == (0, {})
    assert "de_DE" in _seen(told, "translations")


def test_a_picture_of_another_kind_is_wrong_usage(tmp_path: Path) -> None:
    done = run(tmp_path, "--selfcheck", "status")
    assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (2, b"", 1)


def _without_display() -> dict[str, str]:
    return {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
