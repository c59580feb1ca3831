"""A company by command, each a process: a real server, a real keyring, and no secret anywhere."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.certificates import make_certificate
from tests.support.contracts import ROOT
from tests.support.keyring_daemon import KeyringDaemon
from tests.support.plan_server import COMPANY, ServerProcess, server_process
from tests.support.program import run
from tests.support.tools import needs_tool

pytestmark = [
    pytest.mark.program,
    pytest.mark.timeout(180),
    needs_tool("dbus-daemon", "gnome-keyring-daemon"),
]
NUMBER = "4155550188"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ServerProcess]:
    with server_process(tmp_path / "server") as found:
        yield found


@pytest.fixture
def desk(tmp_path: Path, keyring_daemon: KeyringDaemon, server: ServerProcess) -> "Desk":
    desk = Desk(tmp_path / "desk", keyring_daemon)
    desk.done("company", "join", stdin=server.owner_link)
    return desk


class Desk:
    """A data folder, and the keyring of the person whose it is."""

    def __init__(self, folder: Path, keyring: KeyringDaemon) -> None:
        self.folder = folder
        self.keyring = keyring

    def run(self, *words: str, stdin: str = "") -> subprocess.CompletedProcess[bytes]:
        environ = self.keyring.environ
        return run(self.folder, *words, stdin=stdin.encode(), environ=environ)

    def done(self, *words: str, stdin: str = "") -> str:
        done = self.run(*words, stdin=stdin)
        assert (done.returncode, done.stderr) == (0, b"")
        return done.stdout.decode()

    def token(self) -> str:
        shown = json.loads(self.done("company", "show", "--json"))["company"]
        devices = json.loads(self.done("company", "people", "--json"))["devices"]
        return self.keyring.ask("get", f"{shown['server']} {devices[0]['member']}")


def test_the_token_is_in_the_keyring_and_nowhere_else(
    desk: Desk, server: ServerProcess, tmp_path: Path, home: Path
) -> None:
    desk.done("log", "call", "--to", f"+1{NUMBER}", "--seconds", "60")
    desk.done("sync")
    desk.done("doctor")
    desk.done("backup", str(tmp_path / "copy.db"))
    desk.done("export", str(tmp_path / "all.jsonl"))
    token = desk.token()
    assert token.startswith("tt_")
    assert files_with(token, tmp_path, home) == []
    code = server.owner_link.partition("#")[2]
    assert files_with(code, tmp_path, home) == []
    assert files_with(NUMBER, server.folder) == []


def test_the_link_is_in_no_list_of_processes(
    tmp_path: Path, keyring_daemon: KeyringDaemon, server: ServerProcess
) -> None:
    environ = {
        **os.environ, **keyring_daemon.environ,
        "TALKTALLY_DATA_DIR": str(tmp_path / "desk"), "PYTHONPATH": str(ROOT),
    }  # fmt: skip
    with subprocess.Popen(
        [sys.executable, "-m", "ui", "company", "join"],
        env=environ, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as joining:  # fmt: skip
        assert joining.stdin is not None
        joining.stdin.write(server.owner_link.encode())
        joining.stdin.flush()
        told = Path(f"/proc/{joining.pid}/cmdline").read_bytes()
        joining.communicate(b"\n")
    assert joining.returncode == 0
    assert server.owner_link.partition("#")[2].encode() not in told


def test_a_keyring_that_is_locked_or_dies_is_told_and_nothing_is_lost(desk: Desk) -> None:
    desk.keyring.lock()
    locked = desk.run("sync")
    assert locked.returncode == 3
    assert b"The keyring of this computer is locked." in locked.stderr
    assert COMPANY in desk.done("company", "show")
    desk.keyring.kill()
    assert desk.run("sync").returncode == 3
    assert desk.run("status").returncode == 0


def test_without_a_keyring_the_link_stays_good(
    tmp_path: Path, server: ServerProcess, keyring_daemon: KeyringDaemon
) -> None:
    bare = run(tmp_path / "bare", "company", "join", stdin=server.owner_link.encode())
    assert bare.returncode == 3
    assert b"The keyring of this computer cannot keep you signed in" in bare.stderr
    Desk(tmp_path / "desk", keyring_daemon).done("company", "join", stdin=server.owner_link)


def test_a_server_that_was_killed_is_told_in_a_sentence(desk: Desk, server: ServerProcess) -> None:
    server.process.kill()
    server.process.wait()
    gone = desk.run("sync")
    assert gone.returncode == 3
    assert gone.stderr.endswith(
        b"cannot be reached. Check the internet connection, then try again.\n"
    )


@needs_tool("openssl")
def test_a_certificate_of_the_companys_own_is_believed_when_its_file_is_named(
    tmp_path: Path, keyring_daemon: KeyringDaemon
) -> None:
    certificate = make_certificate(tmp_path / "tls")
    words = ("--certificate", str(certificate), "--key", str(certificate.with_suffix(".key")))
    with server_process(tmp_path / "server", *words) as server:
        desk = Desk(tmp_path / "desk", keyring_daemon)
        refused = desk.run("company", "join", stdin=server.owner_link)
        assert refused.returncode == 3
        assert (
            b"cannot be trusted (self-signed certificate), so nothing was sent." in refused.stderr
        )
        keyring_daemon.environ["TALKTALLY_CA_FILE"] = str(certificate)
        desk.done("company", "join", stdin=server.owner_link)


def files_with(secret: str, *folders: Path) -> list[Path]:
    """The files that hold a secret, packed or not."""
    found = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    return [path for path in found if secret.encode() in path.read_bytes()]
