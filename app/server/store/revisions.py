"""The numbers by which desktops tell whether they have the newest state of a company.

A number is the present second at least. So a server that was set back to an older backup never
gives one again that desktops know.
"""

from sqlalchemy import Connection, text

from app.domain.instant import SECOND, Instant

_NEXT = (
    "UPDATE company SET {name} = CASE WHEN {name} >= :second THEN {name} + 1 ELSE :second END"
    " WHERE id = :company"
)
_next = text(_NEXT.format(name="revision"))
_next_usage = text(_NEXT.format(name="usage_revision"))


def begin_revision(connection: Connection, company_id: str, now: Instant) -> None:
    """Say that the plan book shows something new."""
    connection.execute(_next, {"company": company_id, "second": now // SECOND})


def begin_usage_revision(connection: Connection, company_id: str, now: Instant) -> None:
    """Say that the usage shows something new."""
    connection.execute(_next_usage, {"company": company_id, "second": now // SECOND})
