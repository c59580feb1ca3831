"""The numbers a person said to be their own."""

from sqlalchemy import Connection


def numbers_of(connection: Connection, person: int) -> list[str]:
    """Return a person's own numbers, in order."""
    rows = connection.exec_driver_sql(
        "SELECT n.text FROM own_number o JOIN number n ON n.id = o.number_id "
        "WHERE o.person_id=? ORDER BY n.text",
        (person,),
    )
    return [row[0] for row in rows]


def owned_numbers(connection: Connection) -> set[str]:
    """Return all numbers that are somebody's own."""
    rows = connection.exec_driver_sql(
        "SELECT n.text FROM own_number o JOIN number n ON n.id = o.number_id"
    )
    return {row[0] for row in rows}


def drop_own_number(connection: Connection, person: int, number: str) -> bool:
    """Say that a number is a person's no longer; returns whether it was."""
    dropped = connection.exec_driver_sql(
        "DELETE FROM own_number WHERE person_id=? "
        "AND number_id=(SELECT id FROM number WHERE text=?)",
        (person, number),
    )
    return dropped.rowcount > 0
