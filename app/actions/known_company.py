"""An Aircall company known again: its name is all that Aircall tells of it, and that may change."""

from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.connection import AccountFound, Connection, Provider
from app.ledger.connections.people import agents_of
from app.ledger.connections.so_far import accounts_with_entries, latest_calls

if TYPE_CHECKING:
    from app.ledger.ledger import Ledger
    from app.remote.pages import Reader

_MOST_CALLS = 3


def known_company(
    ledger: "Ledger", reader: "Reader", connection: Connection, found: AccountFound
) -> AccountFound:
    """Return an account under the name by which the ledger knows it, if it does; Failure.

    A connected company is known by its users, one that is only being connected by its calls: both
    have ids that no other company shares. So a new name makes no second account of it.
    """
    if connection.provider is not Provider.AIRCALL or found.account == connection.account:
        return found
    if connection.id:
        is_same = _shares_users(ledger, reader, connection)
        return replace(found, account=connection.account) if is_same else found
    for account in _accounts(ledger):
        if account != found.account and _has_calls(ledger, reader, account):
            return replace(found, account=account)
    return found


def _shares_users(ledger: "Ledger", reader: "Reader", connection: Connection) -> bool:
    """Tell whether most users are the same; some come and go."""
    with ledger.reading() as snapshot:
        known = agents_of(snapshot.connection, connection.id).keys()
    told = {each.external_id for each in reader.people()}
    shared = len(known & told)
    return shared > 0 and shared * 2 >= min(len(known), len(told))


def _accounts(ledger: "Ledger") -> tuple[str, ...]:
    with ledger.reading() as snapshot:
        return accounts_with_entries(snapshot.connection, Provider.AIRCALL)


def _has_calls(ledger: "Ledger", reader: "Reader", account: str) -> bool:
    with ledger.reading() as snapshot:
        calls = latest_calls(snapshot.connection, Provider.AIRCALL, account, _MOST_CALLS)
    parts = reader.parts({})
    return any(not part.is_gone(*call) for part in parts for call in calls if call[0].isdecimal())
