"""What the doctor tells of connections, and which of their names it must not tell."""

from collections.abc import Iterable, Iterator

from app.domain.accounts import AccountShown, Health
from app.domain.connection import Provider
from app.domain.instant import BEGINNING
from app.domain.problem import Problem, mark
from app.ledger.connections.health import shown
from app.ledger.snapshot import Snapshot

#: Part of many a connection's name, and no secret: it is told of every one.
_PLAIN = frozenset(provider.value for provider in Provider)
_NEW_KEY = mark("A connection needs a new key. To see which and why: talktally account list")


def connections_seen(snapshot: Snapshot) -> tuple[AccountShown, ...]:
    """Read the connections; when that is makes no difference to what is told of them."""
    return shown(snapshot, BEGINNING).accounts


def names_of(connections: Iterable[AccountShown]) -> tuple[str, ...]:
    """Return whatever names a person or a company in what is known of connections."""
    told = (_without_provider(name) for each in connections for name in _names(each))
    return tuple(dict.fromkeys(name for name in told if name))


def troubles_of(connections: Iterable[AccountShown]) -> list[Problem]:
    """Return what a person should do something about: connections that need a new key."""
    return [Problem(_NEW_KEY) for each in connections if each.health is Health.SIGN_IN]


def _without_provider(name: str) -> str:
    return " ".join(word for word in name.split() if word.casefold() not in _PLAIN)


def _names(shown: AccountShown) -> Iterator[str]:
    connection = shown.connection
    yield from (connection.name, connection.title, connection.account, connection.address)
    for known in shown.people:
        yield from (known.agent, known.email, known.person)
