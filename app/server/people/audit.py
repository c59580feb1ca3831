"""The audit: one line for every change, written in the transaction that makes it."""

import json

from sqlalchemy import Connection, insert, select

from app.domain.instant import Instant, moment
from app.server.people.caller import Caller
from app.server.store.tables import audit
from app.wire.refusal import Audit, AuditLine

PAGE = 100

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


def lines_before(connection: Connection, company_id: str, before: int | None) -> Audit:
    """Return a page of a company's changes, newest first: the newest, or those before a line."""
    query = select(audit).where(audit.c.company_id == company_id)
    if before is not None:
        query = query.where(audit.c.id < before)
    rows = connection.execute(query.order_by(audit.c.id.desc()).limit(PAGE + 1)).all()
    page = rows[:PAGE]
    lines = [
        AuditLine(at=moment(row.at_us), by=row.by, what=row.what, facts=json.loads(row.facts))
        for row in page
    ]
    return Audit(lines=lines, more=page[-1].id if len(rows) > PAGE else None)
