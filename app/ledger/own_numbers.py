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
