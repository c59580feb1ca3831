"""Which accounts are connected, and what a person says of each; their keys are never in here."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from app.domain.connection import AccountFound, Connection, NewConnection, Options, Provider
from app.domain.failure import FailureKind, kind_of
from app.domain.instant import Instant
from app.domain.problem import UsageProblem, mark
from app.ledger.company.rounds import read_trouble
from app.ledger.connections.choosing import take_up_options

if TYPE_CHECKING:
    from sqlalchemy import Connection as Transaction

    from app.ledger.ledger import Writing

LONGEST_NAME = 100
_COLUMNS = (
    "id, provider, name, account, title, address, version, behind_connect, subaccounts, "
    "counts_toward, zone, currency, paused, kept_for_run"
)
_INSERT = """
    INSERT INTO connection (provider, name, account, title, address, zone, currency, lacking,
                            added_us)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_BELONGING = ("connection_part", "unfinished_record", "refused_record", "connection_person")
_TITLES = {Provider.HUBSPOT: "HubSpot", Provider.AIRCALL: "Aircall", Provider.TWILIO: "Twilio"}
_CONNECTED = mark(
    "This account is connected already, as {name}. For a new key: talktally account key NAME"
)
_TAKEN = mark("There is a connection called {name} already. Choose another name.")
_NO_NAME = mark("A name has 1 to {most} characters on one line.")


def connections_of(connection: "Transaction") -> tuple[Connection, ...]:
    """Return the connections in the order in which they were added."""
    rows = connection.exec_driver_sql(f"SELECT {_COLUMNS} FROM connection ORDER BY id")  # noqa: S608 - our own names
    return tuple(_connection(tuple(row)) for row in rows)


def zone_told(connection: "Transaction") -> str:
    """Return the zone of the first account whose provider tells one, "" where none does."""
    return next((each.zone for each in connections_of(connection) if each.zone), "")


def connection_named(connection: "Transaction", name: str) -> Connection | None:
    """Return the connection of a name, without regard to case; ``None`` where there is none."""
    wanted = name.strip().casefold()
    return next((c for c in connections_of(connection) if c.name.casefold() == wanted), None)


def connection_of_id(connection: "Transaction", connection_id: int) -> Connection | None:
    """Return one connection, ``None`` where it was removed."""
    row = connection.exec_driver_sql(
        f"SELECT {_COLUMNS} FROM connection WHERE id=?",  # noqa: S608 - our own names
        (connection_id,),
    ).first()
    return None if row is None else _connection(tuple(row))


def add_connection(
    writing: "Writing", new: NewConnection, found: AccountFound, now: Instant
) -> Connection:
    """Keep a new connection; UsageProblem where its account or its name is here already.

    Without a name it is called after the account, or after its provider.
    """
    transaction = writing.connection
    account = found.account or new.account
    for each in connections_of(transaction):
        if (each.provider, each.account) == (new.provider, account):
            raise UsageProblem(_CONNECTED, name=each.name)
    name = _free_name(transaction, new, found)
    lacking = " ".join(found.lacking)
    row = (
        new.provider.value, name, account, found.title, new.address, found.zone,
        found.currency, lacking, now,
    )  # fmt: skip
    number = int(transaction.exec_driver_sql(_INSERT, row).lastrowid)
    set_options(writing, number, new.options, now)
    return _known(transaction, number)


def rename_connection(writing: "Writing", connection_id: int, name: str) -> Connection:
    """Call a connection otherwise; UsageProblem for a name that is taken or no name."""
    transaction = writing.connection
    known = connection_named(transaction, name)
    if known is not None and known.id != connection_id:
        raise UsageProblem(_TAKEN, name=known.name)
    transaction.exec_driver_sql(
        "UPDATE connection SET name=? WHERE id=?", (checked_name(name), connection_id)
    )
    return _known(transaction, connection_id)


def pause_connection(writing: "Writing", connection_id: int, paused: bool) -> None:  # noqa: FBT001 - the value itself
    """Stop the rounds of a connection, or let them go on at once."""
    writing.connection.exec_driver_sql(
        "UPDATE connection SET paused=?, due_us=NULL WHERE id=?", (int(paused), connection_id)
    )


def set_options(writing: "Writing", connection_id: int, options: Options, now: Instant) -> None:
    """Keep what a person says of a connection; it takes effect on its stored records, too."""
    transaction = writing.connection
    before = _known(transaction, connection_id)
    transaction.exec_driver_sql(
        "UPDATE connection SET version=?, behind_connect=?, subaccounts=?, counts_toward=? "
        "WHERE id=?",
        (
            options.version, int(options.behind_connect), int(options.subaccounts),
            options.counts_toward, connection_id,
        ),
    )  # fmt: skip
    take_up_options(writing, before, replace(before, options=options), now)


def note_key(writing: "Writing", connection_id: int, *, kept_for_run: bool) -> None:
    """Note that a connection has a new key: the next round may begin at once."""
    transaction = writing.connection
    transaction.exec_driver_sql(
        "UPDATE connection SET kept_for_run=?, due_us=NULL WHERE id=?",
        (int(kept_for_run), connection_id),
    )
    row = transaction.exec_driver_sql(
        "SELECT trouble FROM connection WHERE id=?", (connection_id,)
    ).first()
    if row is not None and kind_of(read_trouble(row[0])) is FailureKind.SIGN_IN:
        transaction.exec_driver_sql("UPDATE connection SET trouble='' WHERE id=?", (connection_id,))


def note_found(writing: "Writing", connection_id: int, found: AccountFound) -> None:
    """Keep what a provider says of an account now; the account itself stays as first seen.

    What a key may not read any more stays as it was known.
    """
    writing.connection.exec_driver_sql(
        "UPDATE connection SET title=coalesce(nullif(?, ''), title), "
        "zone=coalesce(nullif(?, ''), zone), currency=coalesce(nullif(?, ''), currency), "
        "lacking=? WHERE id=?",
        (found.title, found.zone, found.currency, " ".join(found.lacking), connection_id),
    )


def remove_connection(writing: "Writing", connection_id: int) -> None:
    """Forget a connection; its entries stay. Nothing happens where it is gone already."""
    for table in _BELONGING:
        writing.connection.exec_driver_sql(
            f"DELETE FROM {table} WHERE connection_id=?",  # noqa: S608 - our own names
            (connection_id,),
        )
    writing.connection.exec_driver_sql("DELETE FROM connection WHERE id=?", (connection_id,))


def checked_name(name: str) -> str:
    """Return a connection's name as it is kept; UsageProblem where it is none."""
    tidy = " ".join(name.split())
    if not tidy.isprintable() or not 0 < len(tidy) <= LONGEST_NAME:
        raise UsageProblem(_NO_NAME, most=LONGEST_NAME)
    return tidy


def _free_name(transaction: "Transaction", new: NewConnection, found: AccountFound) -> str:
    if new.name:
        if (known := connection_named(transaction, new.name)) is not None:
            raise UsageProblem(_TAKEN, name=known.name)
        return checked_name(new.name)
    taken = {each.name.casefold() for each in connections_of(transaction)}
    plain = "".join(c for c in found.title if c.isprintable()).strip()
    plain = " ".join(plain.split())[: LONGEST_NAME - 5].strip() or _TITLES[new.provider]
    name, number = plain, 2
    while name.casefold() in taken:
        name, number = f"{plain} {number}", number + 1
    return name


def _known(transaction: "Transaction", connection_id: int) -> Connection:
    found = connection_of_id(transaction, connection_id)
    if found is None:
        raise LookupError(connection_id)
    return found


def _connection(row: tuple[Any, ...]) -> Connection:
    number, provider, name, account, title, address, *rest = row
    version, behind, subaccounts, toward, zone, currency, paused, kept = rest
    options = Options(version, bool(behind), bool(subaccounts), toward)
    return Connection(
        number, Provider(provider), name, account, title, address, options, zone, currency,
        bool(paused), bool(kept),
    )  # fmt: skip
