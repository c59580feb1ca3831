"""What a ledger is called at plan servers: for one member always the same, for two never.

A server takes the greatest count of a person's ledgers for each day, so a ledger that came back
under another name could never correct what it had said before.
"""

from hashlib import sha256
from os import urandom
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Connection

_BYTES = 16


def make_key(connection: "Connection") -> None:
    """Give a ledger its own random number, which it keeps for good and copies have as well."""
    connection.exec_driver_sql(
        "INSERT OR IGNORE INTO ledger_key (id, random) VALUES (1, ?)", (urandom(_BYTES).hex(),)
    )


def ledger_id_of(connection: "Connection", company_id: str, member_id: str) -> str:
    """Return the 32 hex digits that name this ledger to a member's server.

    They are a digest, so that two companies cannot tell that they meet the same ledger.
    """
    (random,) = connection.exec_driver_sql("SELECT random FROM ledger_key").one()
    said = f"{random} {company_id} {member_id}".encode()
    return sha256(said).hexdigest()[: 2 * _BYTES]
