"""The keys of connections in the keyring: under which account one lies, and in what shape."""

import json

from app.domain.connection import Connection, Key
from app.domain.failure import Failure, FailureKind
from app.domain.problem import mark
from app.machine.secrets import Secrets

_NO_KEY = mark("The key of {name} is not on this computer any more. Give it again.")


def key_account(connection: Connection) -> str:
    """Return under which account the key of a connection is kept; it stays when it is renamed."""
    return f"connection {connection.id} {connection.provider} {connection.account}"


def keep_key(secrets: Secrets, connection: Connection, key: Key) -> bool:
    """Keep a key; tells whether it outlives this run. EnvironmentProblem if it cannot be kept."""
    return secrets.set(key_account(connection), json.dumps({"user": key.user, "word": key.word}))


def kept_key(secrets: Secrets, connection: Connection) -> Key:
    """Return the key; Failure SIGN_IN where there is none, EnvironmentProblem if nobody can tell.

    What lies there and is no key of ours counts as none: only a new one helps.
    """
    kept = secrets.get(key_account(connection))
    try:
        found = json.loads(kept or "null")
        return Key(str(found["user"]), str(found["word"]))
    except (ValueError, TypeError, KeyError, RecursionError):
        raise _no_key(connection) from None


def forget_key(secrets: Secrets, connection: Connection) -> None:
    """Forget a key, if there is one; EnvironmentProblem when it may still be there."""
    secrets.remove(key_account(connection))


def _no_key(connection: Connection) -> Failure:
    return Failure(_NO_KEY, kind=FailureKind.SIGN_IN, server=connection.name, name=connection.name)
