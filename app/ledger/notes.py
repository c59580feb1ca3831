"""A contact struck out of everything that was written into the ledger as words."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import uuid4

from app.domain.erasing import erased_number
from app.domain.numbers import parse
from app.domain.open_call import NAMELESS
from app.domain.price import PriceBook
from app.ledger.convert import facts_by_id
from app.ledger.driver import driver
from app.ledger.phrases import mention

if TYPE_CHECKING:
    import sqlite3

    from sqlalchemy import Connection

Strike = Callable[[str], str]
_CHUNK = 900
#: Columns in which people, files or other programs wrote what they liked.
_WORDS = {
    "fact": ("name", "note", "tags"),
    "import_file": ("name", "refusals"),
    "mapping": ("document",),
    "refused_record": ("places",),
}
# What links a call to others may hold a number, as some softphones make it.
_LINKS = "UPDATE fact SET call_id = '' WHERE call_id <> '' AND struck(call_id) <> call_id"


def strike_everywhere(connection: "Connection", strike: Strike, prices: PriceBook) -> None:
    """Strike a contact out of notes, names, tags, names of files and calls that are open."""
    raw = driver(connection)
    raw.create_function("struck", 1, lambda text: strike(text or ""), deterministic=True)
    touched = _touched(raw)
    for table, columns in _WORDS.items():
        for column in columns:
            raw.execute(
                f"UPDATE {table} SET {column} = struck({column}) "  # noqa: S608 - our own names
                f"WHERE {column} <> '' AND struck({column}) <> {column}"
            )
    raw.execute(_LINKS)
    _mention_again(connection, touched)
    _strike_open_calls(raw, strike, prices)


def _touched(raw: "sqlite3.Connection") -> list[int]:
    said = " OR ".join(f"({c} <> '' AND struck({c}) <> {c})" for c in _WORDS["fact"])
    return [row[0] for row in raw.execute(f"SELECT id FROM fact WHERE {said}")]  # noqa: S608


def _mention_again(connection: "Connection", ids: list[int]) -> None:
    raw = driver(connection)
    for start in range(0, len(ids), _CHUNK):
        part = ids[start : start + _CHUNK]
        marks = ",".join("?" * len(part))
        query = f"SELECT DISTINCT fact_id FROM mention WHERE fact_id IN ({marks})"  # noqa: S608
        found = [row[0] for row in raw.execute(query, part)]
        raw.execute(f"DELETE FROM mention WHERE fact_id IN ({marks})", part)  # noqa: S608
        mention(connection, facts_by_id(connection, found).items())


def _strike_open_calls(raw: "sqlite3.Connection", strike: Strike, prices: PriceBook) -> None:
    for call_id, number, name in raw.execute("SELECT id, number, name FROM open_call").fetchall():
        known = parse(number)
        theirs = strike(known.text) != known.text or strike(number) != number
        left = erased_number(known, prices).text if theirs else number
        named = "" if theirs or strike(name) != name else name
        # An id that is the number itself goes with it; the call's end then names no number.
        kept = call_id if strike(call_id) == call_id else f"{NAMELESS}-{uuid4().hex}"
        raw.execute(
            "UPDATE open_call SET id=?, number=?, name=? WHERE id=?", (kept, left, named, call_id)
        )
    raw.execute("DELETE FROM closed_call WHERE struck(id) <> id")
