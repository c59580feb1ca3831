"""Every name the ledger knows, for whoever has to keep silent about them."""

from sqlalchemy import Connection

from app.ledger.driver import driver


def every_name(connection: Connection) -> tuple[str, ...]:
    """Return the names and addresses of people and contacts, and of the files that were read."""
    rows = driver(connection).execute(
        "SELECT name FROM agent UNION SELECT DISTINCT name FROM fact WHERE name <> '' "
        "UNION SELECT name FROM import_file UNION SELECT name FROM connection_person "
        "UNION SELECT agent FROM connection_person UNION SELECT email FROM connection_person"
    )
    return tuple(row[0] for row in rows if row[0])
