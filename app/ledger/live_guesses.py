"""Ends of calls that nobody heard: which are estimates, why, and whether somebody looked at one."""

from typing import TYPE_CHECKING

from app.domain.call_report import Guess
from app.domain.event import Call
from app.ledger.convert import facts_by_id

if TYPE_CHECKING:
    from sqlalchemy import Connection

_UNSURE = """
    SELECT i.fact_id, u.guess FROM unsure_end u JOIN identity i ON i.digest = u.record
    WHERE u.settled = 0 AND u.record NOT IN (SELECT copy FROM twin)
"""


def unsure(connection: "Connection") -> list[tuple[int, Call, Guess]]:
    """Return the entries whose estimated end nobody looked at and that count for their calls."""
    guesses = {row[0]: Guess(row[1]) for row in connection.exec_driver_sql(_UNSURE)}
    facts = facts_by_id(connection, list(guesses))
    return [
        (entry, fact, guesses[entry]) for entry, fact in facts.items() if isinstance(fact, Call)
    ]


def all_guesses(connection: "Connection") -> dict[bytes, Guess]:
    """Return why the ends of records are estimates, by their identities."""
    rows = connection.exec_driver_sql("SELECT record, guess FROM unsure_end")
    return {bytes(record): Guess(guess) for record, guess in rows}


def settle(connection: "Connection", record: bytes) -> bool:
    """Note that somebody looked at an estimated end; tells whether there was one to look at."""
    settled = connection.exec_driver_sql(
        "UPDATE unsure_end SET settled=1 WHERE record=? AND settled=0", (record,)
    )
    return settled.rowcount > 0
