"""The audit: one line for every change, written in the transaction that makes it."""

import json

from sqlalchemy import Connection, insert

from app.domain.instant import Instant
from app.server.caller import Caller
from app.server.tables import audit

_insert = insert(audit)


def note(
    connection: Connection,
    at: Instant,
    caller: Caller | None,
    company: str,
    what: str,
    **facts: str,
) -> None:
    """Write a line; no ``caller`` for the server's own commands. Facts are plain, never secrets."""
    connection.execute(
        _insert,
        {
            "company_id": company,
            "at_us": at,
            "member_id": caller.member if caller else None,
            "by": caller.name if caller else "",
            "what": what,
            "facts": json.dumps(facts, ensure_ascii=False, sort_keys=True),
        },
    )
