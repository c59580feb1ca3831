"""Which files were read, and what became of their lines."""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection

from app.domain.instant import Instant
from app.ledger.ledger import Writing


class Tally(NamedTuple):
    """Lines of a file so far; ``read`` is the sum of the other three."""

    read: int = 0
    new: int = 0
    known: int = 0
    refused: int = 0


class ImportShown(NamedTuple):
    """A file that was read, without its name; ``finished`` is false when it was broken off."""

    format: str
    started: Instant
    finished: bool
    tally: Tally


def begin_import(writing: Writing, name: str, format_name: str, at: Instant) -> int:
    """Note that a file is being read; returns the number its entries carry."""
    return int(
        writing.connection.exec_driver_sql(
            "INSERT INTO import_file (name, format, started_us) VALUES (?, ?, ?)",
            (name, format_name, at),
        ).lastrowid
    )


def note_tally(writing: Writing, import_id: int, tally: Tally) -> None:
    """Keep how far a file has been read."""
    writing.connection.exec_driver_sql(
        "UPDATE import_file SET read=?, new=?, known=?, refused=? WHERE id=?", (*tally, import_id)
    )


def finish_import(writing: Writing, import_id: int, at: Instant, refusals: str | None) -> None:
    """Note that a file was read to its end, and where its refused lines are told."""
    writing.connection.exec_driver_sql(
        "UPDATE import_file SET finished_us=?, refusals=? WHERE id=?", (at, refusals, import_id)
    )


def entries_besides(connection: Connection, names: Sequence[str]) -> int:
    """Count the entries that did not come from files of these names, by hand or from elsewhere."""
    marks = ",".join("?" * len(names))
    (count,) = connection.exec_driver_sql(
        "SELECT count(*) FROM fact f LEFT JOIN import_file i "  # noqa: S608 - only marks
        f"ON i.id = f.import_id WHERE i.id IS NULL OR i.name NOT IN ({marks})",
        tuple(names),
    ).one()
    return int(count)


def last_imports(connection: Connection, count: int) -> list[ImportShown]:
    """Return the last files that were read, the newest first."""
    rows = connection.exec_driver_sql(
        "SELECT format, started_us, finished_us IS NOT NULL, read, new, known, refused "
        "FROM import_file ORDER BY id DESC LIMIT ?",
        (count,),
    )
    return [ImportShown(row[0], row[1], bool(row[2]), Tally(*row[3:])) for row in rows]
