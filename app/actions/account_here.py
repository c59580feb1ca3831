"""The connection that is meant, and its account opened at the provider with a key."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.actions.known_company import known_company
from app.domain.connection import AccountFound, Connection, Key, Options, Provider
from app.domain.problem import UsageProblem, mark
from app.ledger.connections.accounts import connection_of_id, connections_of

if TYPE_CHECKING:
    from sqlalchemy import Connection as Transaction

    from app.ledger.ledger import Ledger
    from app.remote.pages import Wait
    from app.sync.accounts.opener import Opener

_NONE = mark("No account is connected here. Connect one with: talktally account add")
_UNKNOWN = mark("There is no connection called {name}. Write one of: {names}")
_REMOVED = mark("This connection was removed meanwhile. Look at the list again.")
_ANOTHER = mark(
    "This key opens another account than {name}. Take a key of the same account, or connect the "
    "other one beside it."
)
_BAD_VERSION = mark("A version of HubSpot's API is v3, or a year and a month, such as 2026-09.")
_NOT_HERE = mark("This can only be said of a {provider} account.")
_YEAR_MONTH = (4, 2)


def account_named(ledger: "Ledger", name: str) -> Connection:
    """Return the connection of a name, without regard to case; UsageProblem where there is none."""
    return accounts_named(ledger, [name])[0]


def accounts_named(ledger: "Ledger", names: Sequence[str]) -> list[Connection]:
    """Return the connections of some names, each once; UsageProblem if one of them is unknown."""
    with ledger.reading() as snapshot:
        known = {each.name.casefold(): each for each in connections_of(snapshot.connection)}
    if not known:
        raise UsageProblem(_NONE)
    wanted = dict.fromkeys(" ".join(name.split()).casefold() for name in names)
    for name, said in zip(wanted, dict.fromkeys(names), strict=False):
        if name not in known:
            told = ", ".join(each.name for each in known.values())
            raise UsageProblem(_UNKNOWN, name=said[:100], names=told)
    return [known[name] for name in wanted]


def still_there(transaction: "Transaction", connection_id: int) -> Connection:
    """Return a connection as it is now; UsageProblem where it was removed."""
    found = connection_of_id(transaction, connection_id)
    if found is None:
        raise UsageProblem(_REMOVED)
    return found


def account_now(ledger: "Ledger", connection_id: int) -> Connection:
    """Return a connection as it is now; UsageProblem where it was removed."""
    with ledger.reading() as snapshot:
        return still_there(snapshot.connection, connection_id)


def look_at(
    ledger: "Ledger", opener: "Opener", connection: Connection, key: Key, wait: "Wait"
) -> AccountFound:
    """Ask the provider whom a key belongs to; Failure.

    A company that was renamed is told under the name by which the ledger knows it.
    """
    with opener(connection, key, wait) as reader:
        return known_company(ledger, reader, connection, reader.look())


def check_same(connection: Connection, found: AccountFound) -> None:
    """Raise UsageProblem where a key opens another account; one that is not told may be the same.

    An Aircall company is known by its name, which may have changed since: the title is kept up.
    """
    known = {"", connection.account}
    if connection.provider is Provider.AIRCALL:
        known.add(connection.title)
    if connection.account and found.account not in known:
        raise UsageProblem(_ANOTHER, name=connection.name)


def check_options(provider: Provider, options: Options) -> None:
    """Raise UsageProblem for what cannot be said of an account of a provider."""
    if options.version and provider is not Provider.HUBSPOT:
        raise UsageProblem(_NOT_HERE, provider="HubSpot")
    if provider is not Provider.TWILIO and (options.behind_connect or not options.subaccounts):
        raise UsageProblem(_NOT_HERE, provider="Twilio")
    if options.version not in {"", "v3"} and not _is_dated(options.version):
        raise UsageProblem(_BAD_VERSION)


def _is_dated(version: str) -> bool:
    parts = version.split("-")
    plain = version.isascii() and all(part.isdecimal() for part in parts)
    return plain and tuple(map(len, parts)) == _YEAR_MONTH
