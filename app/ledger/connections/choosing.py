"""What a person says of a connection, taken up on the records of its accounts."""

from typing import TYPE_CHECKING

from app.domain.connection import Connection, Provider
from app.domain.correction import Wish
from app.domain.event import NO_PLAN, Source
from app.domain.instant import Instant
from app.domain.plan import Line
from app.ledger.changes import begin_change, kind_of, said_of
from app.ledger.changing import correct
from app.ledger.connections.withdrawing import withdraw_counting
from app.ledger.convert import CALL, TEXT
from app.ledger.plans import set_behind_connect, unset_behind_connect

if TYPE_CHECKING:
    from sqlalchemy import Connection as Transaction

    from app.domain.rules import Rules
    from app.ledger.ledger import Writing

_CHUNK = 4_000
# A call between two numbers of an Aircall company counts nowhere, whatever is said of it.
_COUNTING = """
    SELECT f.id FROM fact f JOIN source s ON s.id = f.source_id
    WHERE s.provider=?1 AND s.account=?2 AND f.kind=?3 AND coalesce(f.counts_toward, '')=?4
        AND NOT (?4 = 'none' AND ?1 = 'aircall' AND f.far_id IN (
            SELECT g.own_id FROM fact g JOIN source t ON t.id = g.source_id
            JOIN number n ON n.id = g.own_id
            WHERE t.provider=?1 AND t.account=?2 AND n.text <> ''))
        AND NOT EXISTS (SELECT 1 FROM superseded p WHERE p.fact_id = f.id)
        AND f.id NOT IN (
            SELECT i.fact_id FROM withdrawn w CROSS JOIN identity i ON i.digest = w.digest
            WHERE w.change_id IS NOT NULL)
    ORDER BY f.id
"""


def accounts_of(connection: "Transaction", connected: Connection) -> tuple[str, ...]:
    """Return the accounts whose records a connection brings: its own and subaccounts."""
    rows = connection.exec_driver_sql(
        "SELECT DISTINCT account FROM connection_part WHERE connection_id=? ORDER BY account",
        (connected.id,),
    )
    return tuple(dict.fromkeys([connected.account, *(row[0] for row in rows)]))


def take_up_options(
    writing: "Writing", before: Connection, after: Connection, now: Instant
) -> None:
    """Let a connection's stored records count as a person says of it now."""
    accounts = accounts_of(writing.connection, after)
    behind = after.options.behind_connect
    if after.provider is Provider.TWILIO and behind != before.options.behind_connect:
        for account in accounts:
            (set_behind_connect if behind else unset_behind_connect)(
                writing, after.provider.value, account
            )
        writing.change_rules(lines=(Line.CALLS,))
    was, will = before.options.counts_toward, after.options.counts_toward
    if was != will:
        _count_otherwise(writing, after, accounts, (was, will), now)


def toward(connected: Connection, rules: "Rules") -> dict[Line, str]:
    """Return what the records of a connection count toward by line, "" for what the plans say.

    A plan for texts is none for calls, but at HubSpot it is chosen for the texts alone.
    """
    said = connected.options.counts_toward
    return {line: _toward(connected.provider, said, line, rules) for line in Line}


def _toward(provider: Provider, name: str, line: Line, rules: "Rules") -> str:
    if not name and provider is Provider.HUBSPOT and line is Line.TEXTS:
        # HubSpot keeps notes of texts that others carried: without number, direction or segments.
        return NO_PLAN
    if name in {"", NO_PLAN}:
        return name
    lines = {
        each for each in Line for terms in rules.lines[each].timeline.terms
        if terms.plan.name == name
    }  # fmt: skip
    if lines == {Line.TEXTS} and provider is Provider.HUBSPOT and line is Line.CALLS:
        # Nothing else lets its texts count, and its own calls are to count all the same.
        return ""
    return name if not lines or line in lines else NO_PLAN


def _count_otherwise(
    writing: "Writing",
    connected: Connection,
    accounts: tuple[str, ...],
    was_and_will: tuple[str, str],
    now: Instant,
) -> None:
    """Correct the records that count as was said before; what a person said of one stays."""
    was, will = was_and_will
    (last_id,) = writing.connection.exec_driver_sql("SELECT coalesce(max(id), 0) FROM fact").one()
    for line, kind in ((Line.CALLS, CALL), (Line.TEXTS, TEXT)):
        old, new = (_toward(connected.provider, each, line, writing.rules) for each in (was, will))
        wish = Wish(counts_toward=new)
        ids = [
            row[0]
            for account in accounts
            for row in writing.connection.exec_driver_sql(
                _COUNTING, (*Source(connected.provider.value, account), kind, old)
            )
        ]
        if not ids or old == new:
            continue
        change_id = begin_change(writing.connection, kind_of(wish), said_of(wish), now)
        for start in range(0, len(ids), _CHUNK):
            correct(writing, change_id, ids[start : start + _CHUNK], wish)
    for account in accounts:
        withdraw_counting(writing, connected.provider, account, last_id, now)
