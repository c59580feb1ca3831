"""A real keyring lists what is ours, so that no key stays, also of folders nobody knows of."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.keyring_daemon import KeyringDaemon
from tests.support.program import run
from tests.support.tools import needs_tool

pytestmark = [
    pytest.mark.program,
    pytest.mark.timeout(180),
    needs_tool("dbus-daemon", "gnome-keyring-daemon"),
]


def told(folder: Path, daemon: KeyringDaemon, *words: str) -> subprocess.CompletedProcess[bytes]:
    return run(folder, *words, environ=daemon.environ)


def keyring(daemon: KeyringDaemon, *words: str, stdin: bytes = b"") -> bytes:
    return subprocess.run(
        [sys.executable, "-m", "keyring", *words],
        env={**os.environ, **daemon.environ}, input=stdin, stdout=subprocess.PIPE, check=False,
    ).stdout  # fmt: skip


def test_every_key_of_every_folder_goes_and_no_other(
    tmp_path: Path, keyring_daemon: KeyringDaemon
) -> None:
    daemon, gone, here = keyring_daemon, tmp_path / "gone", tmp_path / "here"
    told(gone, daemon, "hook", "address")
    told(here, daemon, "hook", "address")
    daemon.ask("set", "connection 7 hubspot 12345678", "word")
    keyring(daemon, "set", "Another program", "a", stdin=b"theirs")
    done = told(here, daemon, "forget-keys", "--yes", "--json")
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout) == {"version": 1, "removed": 3, "all_folders": True}
    for name in (f"hook {gone}", f"hook {here}", "connection 7 hubspot 12345678"):
        assert daemon.ask("get", name) == "None"
    assert keyring(daemon, "get", "Another program", "a").strip() == b"theirs"
    again = told(here, daemon, "forget-keys", "--yes", "--json")
    assert json.loads(again.stdout)["removed"] == 0


def test_a_locked_keyring_keeps_its_keys_and_says_what_to_do(
    tmp_path: Path, keyring_daemon: KeyringDaemon
) -> None:
    keyring_daemon.ask("set", "a", "word")
    keyring_daemon.lock()
    done = told(tmp_path, keyring_daemon, "forget-keys", "--yes")
    assert (done.returncode, done.stdout) == (3, b"")
    assert done.stderr == b"The keyring of this computer is locked. Unlock it, then try again.\n"
