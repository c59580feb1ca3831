"""Secrets of this computer: kept in the system's keyring, else in memory for this run alone."""

import threading
from typing import TYPE_CHECKING, Protocol, TypeVar

from app.domain.problem import EnvironmentProblem, mark

if TYPE_CHECKING:
    from collections.abc import Callable

    from keyring.backend import KeyringBackend

_Found = TypeVar("_Found")
SERVICE = "Talktally"
#: Long enough to type a password into the system's own question, short enough not to be forgotten.
_PATIENCE_SECONDS = 120.0
_LEAST_PRIORITY = 1
_TRIAL = "trial"
_NONE = mark(
    "This computer has no keyring that Talktally could use. Install or start one, then try again."
)
_LOCKED = mark("The keyring of this computer is locked. Unlock it, then try again.")
_REFUSED = mark("The keyring of this computer refused ({kind}). Look whether it works, then try again.")  # fmt: skip  # noqa: E501
_SLOW = mark("The keyring of this computer does not answer. Look for its question, then try again.")


class NoKeyring(EnvironmentProblem):
    """There is no keyring, or none that would keep anything safely."""


class Secrets(Protocol):
    """Keeps a secret by the account it belongs to; the name of an account is no secret."""

    def get(self, account: str) -> str | None:
        """Return the secret, ``None`` when there is none; EnvironmentProblem if nobody can tell."""
        ...

    def set(self, account: str, secret: str) -> bool:
        """Keep a secret; tells whether it outlives this run. EnvironmentProblem if not kept."""
        ...

    def remove(self, account: str) -> None:
        """Forget a secret, if there is one; EnvironmentProblem when it may still be there."""
        ...


class KeyringSecrets:
    """Secrets in the keyring of the system, never in a file of our own.

    A call may take long, because the system may ask for a password: not for the main thread.
    """

    def __init__(
        self,
        backend: "Callable[[], KeyringBackend] | None" = None,
        *,
        patience_seconds: float = _PATIENCE_SECONDS,
    ) -> None:
        self._backend = backend or _system_keyring
        self._patience = patience_seconds

    def get(self, account: str) -> str | None:
        """Return the secret, ``None`` when there is none; EnvironmentProblem if nobody can tell."""
        return self.ask(lambda keyring: keyring.get_password(SERVICE, account))

    def set(self, account: str, secret: str) -> bool:
        """Keep a secret and read it again; EnvironmentProblem when it did not stay."""

        def keep(keyring: "KeyringBackend") -> str | None:
            keyring.set_password(SERVICE, account, secret)
            return keyring.get_password(SERVICE, account)

        # Some keyrings take everything and keep nothing.
        if self.ask(keep) != secret:
            raise EnvironmentProblem(_NONE)
        return True

    def remove(self, account: str) -> None:
        """Forget a secret, if there is one; EnvironmentProblem when it may still be there."""

        def forget(keyring: "KeyringBackend") -> None:
            # Looked for first: a keyring has no error of its own for what is not there.
            if keyring.get_password(SERVICE, account) is not None:
                keyring.delete_password(SERVICE, account)

        self.ask(forget)

    def ask(self, question: "Callable[[KeyringBackend], _Found]") -> _Found:
        """Ask in a thread of its own, so that a keyring that never answers can be given up.

        EnvironmentProblem when it fails, NoKeyring when there is none.
        """
        found: list[_Found] = []
        problems: list[EnvironmentProblem] = []

        def ask() -> None:
            try:
                found.append(question(_usable(self._backend())))
            except EnvironmentProblem as problem:
                problems.append(problem)
            except Exception as error:  # noqa: BLE001 - a keyring of any system may raise anything
                problems.append(_problem_of(error))

        thread = threading.Thread(target=ask, name="keyring", daemon=True)
        thread.start()
        thread.join(self._patience)
        if found:
            return found[0]
        raise problems[0] if problems else EnvironmentProblem(_SLOW)


class RunSecrets:
    """Secrets in memory, gone when the program ends."""

    def __init__(self) -> None:
        self._kept: dict[str, str] = {}

    def get(self, account: str) -> str | None:
        """Return the secret, ``None`` when there is none."""
        return self._kept.get(account)

    def set(self, account: str, secret: str) -> bool:
        """Keep a secret; it does not outlive this run."""
        self._kept[account] = secret
        return False

    def remove(self, account: str) -> None:
        """Forget a secret, if there is one."""
        self._kept.pop(account, None)


class EitherSecrets:
    """Secrets in the keyring where it works, else for this run only."""

    def __init__(self, keyring: Secrets, run: Secrets) -> None:
        self._keyring = keyring
        self._run = run

    def get(self, account: str) -> str | None:
        """Return the secret, ``None`` when there is none; EnvironmentProblem if nobody can tell."""
        return self._run.get(account) or self._keyring.get(account)

    def set(self, account: str, secret: str) -> bool:
        """Keep a secret; tells whether it outlives this run."""
        try:
            kept = self._keyring.set(account, secret)
        except EnvironmentProblem:
            return self._run.set(account, secret)
        self._run.remove(account)
        return kept

    def remove(self, account: str) -> None:
        """Forget a secret, if there is one; EnvironmentProblem when it may still be there."""
        only_here = self._run.get(account) is not None
        self._run.remove(account)
        # What had to be kept here has never been in the keyring, which may not even be there.
        if not only_here:
            self._keyring.remove(account)


def usual_secrets() -> Secrets:
    """Make the secrets of a program that runs on a person's computer."""
    return EitherSecrets(KeyringSecrets(), RunSecrets())


def outlives_this_run(secrets: Secrets) -> bool:
    """Tell whether a secret kept now would be there in another run, by keeping one that is none."""
    lasting = secrets.set(_TRIAL, _TRIAL)
    secrets.remove(_TRIAL)
    return lasting


def _system_keyring() -> "KeyringBackend":
    # Here because it looks through every installed package for keyrings: a tenth of a second.
    import keyring

    return keyring.get_keyring()


def _usable(keyring: "KeyringBackend") -> "KeyringBackend":
    """Return a keyring that is one: what keeps secrets in plain files has a low priority."""
    if keyring.priority < _LEAST_PRIORITY:
        raise NoKeyring(_NONE)
    return keyring


def _problem_of(error: Exception) -> EnvironmentProblem:
    # Here for the same reason; told by its kind alone, because its words may hold anything.
    from keyring.errors import InitError, KeyringLocked, NoKeyringError

    if isinstance(error, KeyringLocked):
        return EnvironmentProblem(_LOCKED)
    if isinstance(error, (NoKeyringError, InitError)):
        return EnvironmentProblem(_NONE)
    return EnvironmentProblem(_REFUSED, kind=type(error).__name__)
