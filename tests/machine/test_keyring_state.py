"""How the keyring is seen by the self-check: tried where that asks nobody."""

import os
import subprocess
import sys

import pytest
from keyring.backend import KeyringBackend
from keyring.core import load_keyring
from typing_extensions import override

from app.domain.problem import EnvironmentProblem
from app.machine.keyring_state import KeyringSeen, try_keyring
from tests.support.contracts import ROOT
from tests.support.keyring_daemon import KeyringDaemon
from tests.support.keyrings import MemoryKeyring
from tests.support.tools import needs_tool

_TRY = "from app.machine.keyring_state import try_keyring; print(tuple(try_keyring()))"


class Forgetful(MemoryKeyring):
    """Takes everything and keeps nothing."""

    @override
    def set_password(self, service: str, username: str, password: str) -> None:
        pass


class Refusing(MemoryKeyring):
    """Refuses everything."""

    @override
    def get_password(self, service: str, username: str) -> str | None:
        raise OSError(service)


def test_a_keyring_is_tried_and_left_as_it_was() -> None:
    keyring = MemoryKeyring()
    keyring.kept["Talktally", "somebody"] = "a token"
    assert try_keyring(lambda: keyring) == KeyringSeen("tests.support.keyrings")
    assert keyring.kept == {("Talktally", "somebody"): "a token"}


def test_no_keyring_is_no_trouble() -> None:
    keyring = load_keyring("keyring.backends.fail.Keyring")
    assert try_keyring(lambda: keyring) == KeyringSeen("")


@pytest.mark.parametrize("keyring", [Forgetful(), Refusing()], ids=["forgetful", "refusing"])
def test_a_keyring_that_does_not_work_is_trouble(keyring: KeyringBackend) -> None:
    with pytest.raises(EnvironmentProblem, match="keyring"):
        try_keyring(lambda: keyring)


@needs_tool("gnome-keyring-daemon", "dbus-daemon")
def test_a_locked_keyring_asks_nobody(keyring_daemon: KeyringDaemon) -> None:
    assert _tried(keyring_daemon) == "('keyring.backends.SecretService', False)"
    keyring_daemon.lock()
    assert _tried(keyring_daemon) == "('keyring.backends.SecretService', True)"


def _tried(keyring: KeyringDaemon) -> str:
    environ = {**os.environ, **keyring.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", _TRY], env=environ, stdout=subprocess.PIPE, check=True
    )
    return done.stdout.decode().strip()
