"""Who may have a key in the keyring, as a ledger file tells it, be it damaged or newer."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, NamedTuple

from app.domain.connection import Connection, Provider

_CONNECTIONS = "SELECT id, provider, name, account FROM connection"
_MEMBERS = "SELECT server, member_id FROM company"


class KeyOwners(NamedTuple):
    """``connections`` with nothing but what names their keys; ``members``: server and member id."""

    connections: tuple[Connection, ...]
    members: tuple[tuple[str, str], ...]


def key_owners(path: Path) -> KeyOwners:
    """Read what can be read of a file; nothing of one that is not there, or is no ledger."""
    return KeyOwners(
        tuple(_connections(path)),
        tuple((str(server), str(member)) for server, member in _rows(path, _MEMBERS)),
    )


def _connections(path: Path) -> Iterator[Connection]:
    for number, provider, name, account in _rows(path, _CONNECTIONS):
        # A newer program may know further providers.
        with suppress(ValueError):
            yield Connection(number, Provider(provider), str(name), str(account))


def _rows(path: Path, statement: str) -> list[tuple[Any, ...]]:
    """Read rows until the file ends or makes no sense; nothing is made or changed."""
    found: list[tuple[Any, ...]] = []
    # sqlite3 itself, for every other door looks at the tables' version first.
    with (
        suppress(sqlite3.Error),
        closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as raw,
    ):
        found.extend(raw.execute(statement))
    return found
