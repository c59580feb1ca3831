"""How the rounds of each connection went, and all that is known of it, for whoever shows it."""

from typing import TYPE_CHECKING, Any

from app.domain.accounts import AccountShown, AccountsPage, Health, PartRead
from app.domain.connection import Balance, Connection, Right
from app.domain.failure import FailureKind, kind_of
from app.domain.instant import Instant
from app.domain.problem import Problem
from app.ledger.company.rounds import read_trouble, written_trouble
from app.ledger.connections.accounts import connections_of
from app.ledger.connections.choosing import accounts_of
from app.ledger.connections.counting import counted
from app.ledger.connections.month_use import read_month_use
from app.ledger.connections.people import people_of
from app.ledger.connections.refused import refused_of

if TYPE_CHECKING:
    from sqlalchemy import Connection as Transaction

    from app.ledger.ledger import Writing
    from app.ledger.snapshot import Snapshot

_ROUND = """
    UPDATE connection SET tried_us=?1, due_us=?2, trouble=?3,
        synced_us = CASE WHEN ?3 = '' THEN ?1 ELSE synced_us END
    WHERE id=?4
"""
_BALANCE = "UPDATE connection SET balance=?, balance_currency=?, balance_us=? WHERE id=?"
_NOTED = """
    SELECT synced_us, tried_us, due_us, trouble, lacking, balance, balance_currency, balance_us,
        month_use
    FROM connection WHERE id=?
"""
# A record that was refused may be read again, too, but it is told as one thing.
_ONLY_UNFINISHED = """
    NOT EXISTS (SELECT 1 FROM refused_record r WHERE r.connection_id = u.connection_id
        AND r.part = u.part AND r.external_id = u.external_id)
"""
_PARTS = f"""
    SELECT p.part, p.whole, p.read, p.total,
        (SELECT count(*) FROM unfinished_record u WHERE u.connection_id = p.connection_id
            AND u.part = p.part AND u.given_up = 0 AND {_ONLY_UNFINISHED}),
        (SELECT count(*) FROM refused_record r WHERE r.connection_id = p.connection_id
            AND r.part = p.part),
        (SELECT count(*) FROM unfinished_record u WHERE u.connection_id = p.connection_id
            AND u.part = p.part AND u.given_up = 1 AND {_ONLY_UNFINISHED})
    FROM connection_part p WHERE p.connection_id=? ORDER BY p.part
"""  # noqa: S608 - our own words
_GONE = """
    SELECT count(*) FROM withdrawn w JOIN source s ON s.id = w.source_id
    WHERE s.provider=? AND s.account=?
"""


def note_round(
    writing: "Writing",
    connection_id: int,
    at: Instant,
    *,
    trouble: Problem | None,
    due: Instant | None,
    balance: Balance | None = None,
) -> None:
    """Note how a round ended; without ``trouble`` it was a good one.

    ``due``: of the next one. ``balance``: ``None`` leaves what was known.
    """
    transaction = writing.connection
    transaction.exec_driver_sql(_ROUND, (at, due, written_trouble(trouble), connection_id))
    if balance is not None:
        transaction.exec_driver_sql(_BALANCE, (*balance, connection_id))


def shown(snapshot: "Snapshot", now: Instant) -> AccountsPage:
    """Read all connections as a person sees them."""
    connection = snapshot.connection
    accounts = tuple(_shown(snapshot, each) for each in connections_of(connection))
    people = snapshot.people
    named = {each.name.casefold() for each in people.by_id.values() if each.person_id == each.id}
    named |= {each.person.casefold() for account in accounts for each in account.people}
    return AccountsPage(now, accounts, not people.named_me() and len(named - {""}) > 1)


def _shown(snapshot: "Snapshot", connected: Connection) -> AccountShown:
    connection = snapshot.connection
    row = connection.exec_driver_sql(_NOTED, (connected.id,)).one()
    synced, tried, due, written, lacking, amount, currency, balanced, used = row
    trouble = read_trouble(written)
    return AccountShown(
        connected,
        _health(connected, synced, trouble),
        synced=_instant(synced),
        tried=_instant(tried),
        due=_instant(due),
        trouble=trouble,
        lacking=tuple(Right(each) for each in lacking.split()),
        parts=tuple(_parts(snapshot, connected)),
        people=people_of(connection, snapshot.people, connected.id),
        refused=refused_of(connection, connected.id),
        gone=_gone(connection, connected),
        balance=None if balanced is None else Balance(amount, currency, Instant(balanced)),
        use=read_month_use(used),
    )


def _health(connected: Connection, synced: int | None, trouble: Problem | None) -> Health:
    kind = kind_of(trouble)
    if connected.paused:
        return Health.PAUSED
    if kind is FailureKind.SIGN_IN:
        return Health.SIGN_IN
    if synced is None:
        return Health.NEW
    if trouble is None:
        return Health.FINE
    return Health.OFFLINE if kind is FailureKind.OFFLINE else Health.TROUBLE


def _parts(snapshot: "Snapshot", connected: Connection) -> list[PartRead]:
    rows: list[Any] = list(snapshot.connection.exec_driver_sql(_PARTS, (connected.id,)))
    found = []
    for part, whole, read, total, unfinished, refused, never in rows:
        entries, first, last = counted(snapshot.connection, connected, part)
        found.append(
            PartRead(
                part, entries, _instant(first), _instant(last), bool(whole), read, total,
                unfinished, refused, never,
            )
        )  # fmt: skip
    return found


def _gone(connection: "Transaction", connected: Connection) -> int:
    return sum(
        connection.exec_driver_sql(_GONE, (connected.provider.value, account)).one()[0]
        for account in accounts_of(connection, connected)
    )


def _instant(said: int | None) -> Instant | None:
    return None if said is None else Instant(said)
