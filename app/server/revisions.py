"""The numbers by which desktops tell whether they have the newest state of a company."""

from sqlalchemy import Column, Connection, case, update

from app.domain.instant import SECOND, Instant
from app.server.tables import company


def begin_revision(
    connection: Connection, company_id: str, now: Instant, number: Column[int] = company.c.revision
) -> None:
    """Count a revision up, to the present second at least.

    So a server that was set back to an older backup never gives a number again that desktops know.
    """
    second = now // SECOND
    newer = case((number >= second, number + 1), else_=second)
    statement = update(company).where(company.c.id == company_id).values({number: newer})
    connection.execute(statement)
