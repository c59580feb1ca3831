"""What other people used, as the company's plan server knows it."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from app.domain.book import PersonUse, PooledUse
from app.domain.company import Licence
from app.domain.instant import Instant
from app.domain.plan import Line
from app.ledger.company.json_text import read_meters, written_meters

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.ledger.ledger import Writing

_POOLED = "line, kind, first, last, counted, outside, mine, reporting, members"
_PERSONS = "member, name, licence, line, first, last, meters, reported_us"


def keep_pooled(
    writing: "Writing", uses: Iterable[PooledUse], tag: str, as_of: Instant | None
) -> None:
    """Keep what the server says of shared allowances, in place of all it said before.

    ``as_of``: the newest upload in it, ``None`` before the first.
    """
    connection = writing.connection
    connection.exec_driver_sql("UPDATE company SET pool_tag=?, pool_us=?", (tag, as_of))
    connection.exec_driver_sql("DELETE FROM pooled_use")
    for use in uses:
        connection.exec_driver_sql(
            f"INSERT INTO pooled_use ({_POOLED}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
            (
                use.line.value, use.kind.value, use.first.isoformat(), use.last.isoformat(),
                use.counted, use.outside, use.mine, use.reporting, use.members,
            ),
        )  # fmt: skip


def keep_people_use(writing: "Writing", uses: Iterable[PersonUse], tag: str) -> None:
    """Keep what the server tells owners of each person, in place of all it said before."""
    connection = writing.connection
    connection.exec_driver_sql("UPDATE company SET people_tag=?", (tag,))
    connection.exec_driver_sql("DELETE FROM person_use")
    for use in uses:
        connection.exec_driver_sql(
            f"INSERT INTO person_use ({_PERSONS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
            (
                use.member, use.name, use.licence.value, use.line.value, use.first.isoformat(),
                use.last.isoformat(), written_meters(use.meters), use.reported,
            ),
        )  # fmt: skip


def people_use(connection: "Connection") -> tuple[PersonUse, ...]:
    """Return what the server told of each person, by name; empty for agents."""
    rows = connection.exec_driver_sql(
        f"SELECT {_PERSONS} FROM person_use ORDER BY name, member, line, first"  # noqa: S608
    ).all()
    return tuple(
        PersonUse(
            member, name, Licence(licence), Line(line), date.fromisoformat(first),
            date.fromisoformat(last), read_meters(meters),
            None if reported is None else Instant(reported),
        )
        for member, name, licence, line, first, last, meters, reported in rows
    )  # fmt: skip
