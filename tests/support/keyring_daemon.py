"""A real GNOME keyring on a D-Bus session of its own, in a home of its own."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.contracts import ROOT
from tests.support.session_bus import session_bus
from tests.support.tools import find_tool

_NAME = "org.freedesktop.secrets"
_PASSWORD = b"only for this test"
#: Asks a keyring: get, set or remove an account; the secret comes from standard input.
_SCRIPT = """
import sys
from app.domain.problem import EnvironmentProblem
from app.machine.secrets import KeyringSecrets
verb, account = sys.argv[1:]
secrets = KeyringSecrets(patience_seconds=20)
try:
    if verb == "set":
        secrets.set(account, sys.stdin.read())
    elif verb == "remove":
        secrets.remove(account)
    else:
        print(secrets.get(account), end="")
except EnvironmentProblem as problem:
    print(f"problem: {problem}", end="")
"""
_LOCK = """
import secretstorage
from contextlib import closing
with closing(secretstorage.dbus_init()) as connection:
    secretstorage.get_default_collection(connection).lock()
"""
#: A process of its own, because the library for D-Bus is there on Linux alone.
_WAIT = """
import sys
from jeepney import MatchRule, message_bus
from jeepney.io.blocking import open_dbus_connection
rule = MatchRule(type="signal", member="NameOwnerChanged", path="/org/freedesktop/DBus")
with open_dbus_connection() as connection, connection.filter(rule) as signals:
    connection.send_and_get_reply(message_bus.AddMatch(rule))
    print("listening", flush=True)
    while connection.recv_until_filtered(signals, timeout=20).body[0] != sys.argv[1]:
        pass
"""


@dataclass
class KeyringDaemon:
    """The environment in which programs find it, and the daemon itself, to be killed."""

    environ: dict[str, str]
    daemon: subprocess.Popen[bytes]

    def ask(self, verb: str, account: str, secret: str = "") -> str:
        """Ask it in a process of its own; a problem is told as "problem: ..."."""
        return self._run(_SCRIPT, verb, account, told=secret)

    def lock(self) -> None:
        """Lock it as a person would; nobody is there to type the password again."""
        self._run(_LOCK)

    def kill(self) -> None:
        """Let it die without a word."""
        self.daemon.kill()
        self.daemon.wait()

    def _run(self, script: str, *words: str, told: str = "") -> str:
        done = subprocess.run(
            [sys.executable, "-c", script, *words],
            input=told.encode(),
            env={**os.environ, **self.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            check=True,
        )
        return done.stdout.decode()


@pytest.fixture
def keyring_daemon(home: Path) -> Iterator[KeyringDaemon]:
    """A keyring that is unlocked and empty."""
    with ExitStack() as stack:
        address = stack.enter_context(session_bus(home / "run"))
        environ = {
            "DBUS_SESSION_BUS_ADDRESS": address,
            "PYTHON_KEYRING_BACKEND": "keyring.backends.SecretService.Keyring",
        }
        daemon = stack.enter_context(_keyring(environ))
        yield KeyringDaemon(environ, daemon)


@contextmanager
def _keyring(environ: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    command = [find_tool("gnome-keyring-daemon"), "--foreground", "--components=secrets"]
    with _named(environ) as appeared, _running([*command, "--unlock"], environ) as daemon:
        assert daemon.stdin is not None
        daemon.stdin.write(_PASSWORD)
        daemon.stdin.close()
        appeared()
        yield daemon


@contextmanager
def _running(
    command: list[str], environ: dict[str, str] | None = None
) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(
        command,
        env={**os.environ, **(environ or {})},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    with process:
        try:
            yield process
        finally:
            process.kill()


@contextmanager
def _named(environ: dict[str, str]) -> Iterator[Callable[[], None]]:
    """Listen on the bus before the keyring starts; hands out what waits until it is there."""
    with _running([sys.executable, "-c", _WAIT, _NAME], environ) as waiting:
        assert waiting.stdout is not None
        assert waiting.stdout.readline() == b"listening\n"
        yield lambda: _check(waiting)


def _check(waiting: subprocess.Popen[bytes]) -> None:
    assert waiting.wait(20) == 0
