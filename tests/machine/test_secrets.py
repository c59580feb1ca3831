"""Secrets outlive the program in a keyring, or end with it in memory; they are never in a file."""

import threading
from collections.abc import Callable

import pytest
from keyring.backend import KeyringBackend
from keyring.core import load_keyring
from keyring.errors import KeyringLocked
from typing_extensions import override

from app.domain.problem import EnvironmentProblem
from app.machine.secrets import EitherSecrets, KeyringSecrets, RunSecrets, Secrets
from tests.support.keyring_daemon import KeyringDaemon
from tests.support.keyrings import MemoryKeyring
from tests.support.tools import needs_tool

needs_keyring = needs_tool("dbus-daemon", "gnome-keyring-daemon")


class BadKeyring(MemoryKeyring):
    """Raises whatever a test wants."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error

    @override
    def get_password(self, service: str, username: str) -> str | None:
        raise self.error

    @override
    def set_password(self, service: str, username: str, password: str) -> None:
        raise self.error


class SlowKeyring(MemoryKeyring):
    """Answers only when it is let go."""

    def __init__(self) -> None:
        super().__init__()
        self.let_go = threading.Event()

    @override
    def get_password(self, service: str, username: str) -> str | None:
        self.let_go.wait(20)
        return None


class FileKeyring(MemoryKeyring):
    """A keyring that says of itself that it is no good."""

    priority = 0.5


NO_KEYRINGS = [
    load_keyring("keyring.backends.fail.Keyring"),
    load_keyring("keyring.backends.null.Keyring"),
    FileKeyring(),
]


def secrets_in(keyring: KeyringBackend) -> KeyringSecrets:
    return KeyringSecrets(lambda: keyring)


@pytest.mark.parametrize(
    "made", [RunSecrets, lambda: secrets_in(MemoryKeyring())], ids=["run", "keyring"]
)
def test_a_secret_is_found_until_it_is_removed(made: Callable[[], Secrets]) -> None:
    secrets = made()
    assert secrets.get("a") is None
    secrets.set("a", "one")
    secrets.set("a", "two")
    assert (secrets.get("a"), secrets.get("b")) == ("two", None)
    secrets.remove("a")
    secrets.remove("a")
    assert secrets.get("a") is None


def test_a_keyring_knows_the_secret_as_talktallys() -> None:
    keyring = MemoryKeyring()
    assert secrets_in(keyring).set("https://plans.example 7f", "word") is True
    assert keyring.kept == {("Talktally", "https://plans.example 7f"): "word"}


@pytest.mark.parametrize("keyring", NO_KEYRINGS)
def test_what_is_no_keyring_keeps_nothing(keyring: KeyringBackend) -> None:
    with pytest.raises(EnvironmentProblem, match="no keyring"):
        secrets_in(keyring).set("a", "word")


def test_a_locked_keyring_says_so() -> None:
    with pytest.raises(EnvironmentProblem, match="locked"):
        secrets_in(BadKeyring(KeyringLocked("no"))).get("a")


def test_a_keyring_that_fails_is_told_by_kind_alone() -> None:
    with pytest.raises(EnvironmentProblem, match=r"refused \(ZeroDivisionError\)") as caught:
        secrets_in(BadKeyring(ZeroDivisionError("word"))).set("a", "word")
    assert "word" not in str(caught.value)


def test_a_keyring_that_never_answers_is_given_up() -> None:
    keyring = SlowKeyring()
    with pytest.raises(EnvironmentProblem, match="does not answer"):
        KeyringSecrets(lambda: keyring, patience_seconds=0.05).get("a")
    keyring.let_go.set()


def test_without_a_keyring_a_secret_is_kept_for_this_run() -> None:
    secrets = EitherSecrets(secrets_in(BadKeyring(KeyringLocked("no"))), RunSecrets())
    assert secrets.set("a", "word") is False
    assert secrets.get("a") == "word"


def test_a_keyring_that_works_again_is_used_again() -> None:
    keyring, run = MemoryKeyring(), RunSecrets()
    run.set("a", "old")
    assert EitherSecrets(secrets_in(keyring), run).set("a", "new") is True
    assert (run.get("a"), keyring.kept["Talktally", "a"]) == (None, "new")


def test_nothing_is_said_of_a_secret_that_may_lie_in_a_locked_keyring() -> None:
    secrets = EitherSecrets(secrets_in(BadKeyring(KeyringLocked("no"))), RunSecrets())
    with pytest.raises(EnvironmentProblem, match="locked"):
        secrets.get("a")


@needs_keyring
def test_a_real_keyring_keeps_a_secret_for_other_processes(keyring_daemon: KeyringDaemon) -> None:
    assert keyring_daemon.ask("get", "a") == "None"
    keyring_daemon.ask("set", "a", "word")
    assert keyring_daemon.ask("get", "a") == "word"
    keyring_daemon.ask("remove", "a")
    assert keyring_daemon.ask("get", "a") == "None"


@needs_keyring
def test_a_real_keyring_that_is_locked_says_so(keyring_daemon: KeyringDaemon) -> None:
    keyring_daemon.ask("set", "a", "word")
    keyring_daemon.lock()
    assert "locked" in keyring_daemon.ask("get", "a")
    assert "locked" in keyring_daemon.ask("set", "b", "word")


@needs_keyring
def test_a_real_keyring_that_died_is_missed_in_words(keyring_daemon: KeyringDaemon) -> None:
    keyring_daemon.ask("set", "a", "word")
    keyring_daemon.kill()
    assert keyring_daemon.ask("get", "a").startswith("problem: ")
