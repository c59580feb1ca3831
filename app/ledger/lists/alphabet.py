"""Names of contacts in the order of the alphabet, marks and case aside; numbers in theirs."""

import sqlite3
from unicodedata import combining, normalize

_TABLES = (
    "CREATE TEMP TABLE named (name TEXT PRIMARY KEY, place INTEGER) WITHOUT ROWID",
    "CREATE TEMP TABLE numbered (id INTEGER PRIMARY KEY, place INTEGER)",
)
_RANK_NAMES = """
    INSERT INTO temp.named SELECT name, row_number() OVER (ORDER BY alphabetical(name), name)
    FROM (SELECT DISTINCT name FROM fact WHERE name <> '')
"""
_RANK_NUMBERS = """
    INSERT INTO temp.numbered SELECT id, row_number() OVER (ORDER BY text) FROM number
"""


def rank_names(raw: sqlite3.Connection) -> None:
    """Fill the temporary tables ``named`` and ``numbered``: places in order, from 1 on.

    A sort by one whole number takes two thirds of the time of one by texts.
    """
    raw.create_function("alphabetical", 1, alphabetical, deterministic=True)
    for name in ("named", "numbered"):
        raw.execute(f"DROP TABLE IF EXISTS temp.{name}")
    for statement in (*_TABLES, _RANK_NAMES, _RANK_NUMBERS):
        raw.execute(statement)


def alphabetical(name: str) -> str:
    """Return what a name is sorted by: an "Ä" stands where an "a" does."""
    plain = normalize("NFKD", name.casefold())
    return "".join([sign for sign in plain if not combining(sign)])
