"""Mappings of columns kept under their names, as the documents they were given."""

from sqlalchemy import Connection

from app.ledger.ledger import Writing


def keep_mapping(writing: Writing, name: str, document: str) -> None:
    """Keep a mapping for later imports; the same name again replaces it."""
    writing.connection.exec_driver_sql(
        "INSERT OR REPLACE INTO mapping (name, document) VALUES (?, ?)", (name, document)
    )


def kept_mapping(connection: Connection, name: str) -> str | None:
    """Return a kept mapping's document."""
    row = connection.exec_driver_sql("SELECT document FROM mapping WHERE name=?", (name,)).first()
    return str(row[0]) if row else None


def mapping_names(connection: Connection) -> list[str]:
    """Return the names of the kept mappings, in order."""
    return [row[0] for row in connection.exec_driver_sql("SELECT name FROM mapping ORDER BY name")]


def drop_mapping(writing: Writing, name: str) -> bool:
    """Drop a kept mapping; False when there is none of that name."""
    dropped = writing.connection.exec_driver_sql("DELETE FROM mapping WHERE name=?", (name,))
    return dropped.rowcount > 0


def kept_documents(connection: Connection) -> list[tuple[str, str]]:
    """Return the kept mappings with their documents, in order of their names."""
    found = connection.exec_driver_sql("SELECT name, document FROM mapping ORDER BY name")
    return [(str(name), str(document)) for name, document in found]
