"""Connections in a ledger, and pages that arrive from their providers, for tests."""

from collections.abc import Sequence
from typing import Any

from app.domain.accounts import AccountShown
from app.domain.connection import (
    AccountFound,
    Connection,
    Key,
    NewConnection,
    Options,
    Provider,
    RemotePerson,
)
from app.domain.event import Fact, Source
from app.domain.instant import Instant
from app.ledger.connections.accounts import add_connection
from app.ledger.connections.health import shown
from app.ledger.connections.pages import Arriving, PageStored, store_page
from app.ledger.connections.people import keep_people
from app.ledger.connections.unfinished import unfinished_due
from app.ledger.ledger import Ledger
from tests.support.ledgers import NOW

AT_HUBSPOT = Source("hubspot", "1")
AT_TWILIO = Source("twilio", "AC1")


def connect(
    ledger: Ledger,
    provider: Provider = Provider.HUBSPOT,
    account: str = "1",
    options: Options | None = None,
    **said: Any,
) -> Connection:
    """Connect an account whose key a test never needs."""
    new = NewConnection(provider, Key("", "x"), options=options or Options(), **said)
    with ledger.writing() as writing:
        return add_connection(writing, new, AccountFound(account, "Northwind"), NOW)


def arrive(
    ledger: Ledger, connected: Connection, *facts: Fact, now: Instant = NOW, **said: Any
) -> PageStored:
    """Let a page of calls arrive, of the connection's own account unless said otherwise."""
    part, account = said.pop("part", "calls"), said.pop("account", connected.account)
    with ledger.writing() as writing:
        return store_page(writing, connected, Arriving(part, account, facts, **said), now)


def due(ledger: Ledger, connected: Connection, now: Instant) -> tuple[str, ...]:
    """Return the unfinished calls to read again."""
    with ledger.reading() as snapshot:
        return unfinished_due(snapshot.connection, connected.id, "calls", now, 100)


def people(ledger: Ledger, connected: Connection, *told: RemotePerson) -> dict[str, str]:
    """Let a provider tell its users; returns what their records are called."""
    with ledger.writing() as writing:
        return keep_people(writing, connected.id, told)


def account(ledger: Ledger, connected: Connection, now: Instant = NOW) -> AccountShown:
    """Return one connection as it is shown."""
    with ledger.reading() as snapshot:
        accounts: Sequence[AccountShown] = shown(snapshot, now).accounts
    return next(each for each in accounts if each.connection.id == connected.id)
