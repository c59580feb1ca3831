"""The program as it is installed without Python, where it was made: make packages ARGS=freeze."""

import os
import subprocess
from pathlib import Path

import pytest
from shipping.place import ROOT, this_release

from tests.support.tools import not_run

pytestmark = [pytest.mark.packaged, pytest.mark.timeout(120)]

_TELLS = """#!/bin/sh
env >"{told}"
"""


@pytest.fixture
def program() -> Path:
    """The frozen program."""
    path = this_release().tree("linux") / "talktally"
    if not path.is_file():
        not_run("there is no frozen program (make packages ARGS=freeze)")
    return path


def ran(
    program: Path, folder: Path, *words: str, **more: str
) -> "subprocess.CompletedProcess[str]":
    """Run it as nobody in particular, with nothing of whoever tests."""
    environ = {"HOME": str(folder), "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"} | more
    command = [str(program), *words, "--data-dir", str(folder / "data")]
    return subprocess.run(
        command, env=environ, cwd=folder, capture_output=True, text=True, check=False
    )


def test_a_program_that_it_starts_gets_the_environment_of_before(
    program: Path, tmp_path: Path
) -> None:
    tool, told = tmp_path / "bin" / "update-desktop-database", tmp_path / "told"
    tool.parent.mkdir()
    tool.write_text(_TELLS.format(told=told))
    tool.chmod(0o700)
    path = f"{tool.parent}:{os.environ['PATH']}"
    done = ran(program, tmp_path, "links", "on", PATH=path, LD_LIBRARY_PATH="/opt/phone/lib")
    assert done.returncode == 0, done.stderr
    found = dict(line.split("=", 1) for line in told.read_text().splitlines())
    assert found["LD_LIBRARY_PATH"] == "/opt/phone/lib"
    assert not [name for name in found if name.startswith("_PYI") or name.endswith("_ORIG")]


def test_the_plan_server_is_elsewhere_and_that_is_said(program: Path, tmp_path: Path) -> None:
    done = ran(program, tmp_path, "serve")
    assert (done.returncode, done.stdout) == (3, "")
    assert "for desktops" in done.stderr
    assert not (tmp_path / "data" / "talktally.log").exists()


def test_certificates_that_are_not_there_stop_no_start(program: Path, tmp_path: Path) -> None:
    done = ran(program, tmp_path, "status", SSL_CERT_FILE="/nowhere.pem", SSL_CERT_DIR="/nowhere")
    assert (done.returncode, done.stderr) == (0, "")


def test_a_number_is_told_its_town_from_the_files_beside(program: Path, tmp_path: Path) -> None:
    done = ran(program, tmp_path, "check", "+12125550123")
    assert "New York" in done.stdout


def test_nothing_tells_where_the_program_was_made(program: Path) -> None:
    made_in = str(ROOT).encode()
    files = (path for path in program.parent.rglob("*") if path.is_file())
    assert [path.name for path in files if made_in in path.read_bytes()] == []
