"""How the keyring of this computer is: none, locked, or tried; never so that it asks a person."""

import os
import sys
from contextlib import closing
from typing import TYPE_CHECKING, NamedTuple

from app.machine.secrets import KeyringSecrets, NoKeyring

if TYPE_CHECKING:
    from collections.abc import Callable

    from keyring.backend import KeyringBackend

#: Nobody is there to be asked, so whatever takes longer does not work.
_PATIENCE_SECONDS = 10.0
_TRIAL = "self-check"
#: Where the Secret Service of a Linux desktop answers, alone or behind others.
_SERVICES = ("keyring.backends.SecretService", "keyring.backends.chainer")


class KeyringSeen(NamedTuple):
    """``name`` of the module that keeps secrets, "" for none. ``locked``: it would ask first."""

    name: str = ""
    locked: bool = False


def try_keyring(backend: "Callable[[], KeyringBackend] | None" = None) -> KeyringSeen:
    """Keep a secret that is none, read and remove it; EnvironmentProblem when that fails.

    A keyring that is locked is left alone, for it would ask for a password. No keyring is no
    trouble: this program works without.
    """
    keyring = KeyringSecrets(backend, patience_seconds=_PATIENCE_SECONDS)
    try:
        name = keyring.ask(lambda found: type(found).__module__)
    except NoKeyring:
        return KeyringSeen()
    if sys.platform == "linux" and name in _SERVICES and keyring.ask(_would_ask):
        return KeyringSeen(name, locked=True)
    # Of this process alone, so that two who try at once do not meet.
    account = f"{_TRIAL} {os.getpid()}"
    try:
        keyring.set(account, _TRIAL)
    finally:
        keyring.remove(account)
    return KeyringSeen(name)


def _would_ask(_: "KeyringBackend") -> bool:
    """Tell whether the Secret Service would ask for a password; the default keyring is looked at.

    Where there is none yet, it would be made with a question.
    """
    # Here because these are there on Linux alone.
    import secretstorage
    from secretstorage.exceptions import ItemNotFoundException

    with closing(secretstorage.dbus_init()) as connection:
        try:
            return secretstorage.Collection(connection).is_locked()
        except ItemNotFoundException:
            return True
