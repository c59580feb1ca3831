"""The key asked for on a terminal: steps are told, and nothing of the key is shown."""

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from tests.support.contracts import ROOT
from tests.support.keyring_daemon import KeyringDaemon
from tests.support.providers.aircall_company import company, served
from tests.support.providers.place import placed
from tests.support.tools import needs_tool

#: Not on Windows.
pty = pytest.importorskip("pty", reason="Windows has no terminals of this kind")
pytestmark = [
    pytest.mark.program,
    pytest.mark.timeout(180),
    needs_tool("dbus-daemon", "gnome-keyring-daemon"),
]


def _told_on_terminal(terminal: int, answers: dict[str, str]) -> str:
    """Answer each question once it stands there; returns all that was to be seen."""
    told = ""
    with suppress(OSError):  # the terminal is closed with the program that wrote to it
        while piece := os.read(terminal, 4096):
            told += piece.decode()
            for question in [each for each in answers if told.endswith(f"{each}: ")]:
                os.write(terminal, f"{answers.pop(question)}\n".encode())
    return told


def test_a_key_is_typed_unseen(tmp_path: Path, keyring_daemon: KeyringDaemon) -> None:
    terminal, theirs = pty.openpty()
    with placed(served(company())) as place:
        command = [sys.executable, "-m", "ui", "account", "add", "aircall"]
        with subprocess.Popen(
            [*command, "--base-url", place.address],
            env={
                **os.environ,
                **keyring_daemon.environ,
                "TALKTALLY_DATA_DIR": str(tmp_path / "desk"),
                "PYTHONPATH": str(ROOT),
            },
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            # Without a terminal of this test's own, which would be asked instead.
            start_new_session=True,
        ) as adding:
            os.close(theirs)
            told = _told_on_terminal(terminal, {"API ID": "key-id", "API token": "key-token"})
            adding.wait(60)
    os.close(terminal)
    assert adding.returncode == 0
    assert "1. In the Aircall dashboard open Integrations & API" in told
    assert "Example GmbH is connected as Example GmbH." in told
    assert "key-id" in told
    assert "key-token" not in told
