"""Names of contacts in the order of the alphabet, marks and case aside."""

import sqlite3
from unicodedata import combining, normalize

_TABLE = "CREATE TEMP TABLE named (name TEXT PRIMARY KEY, place INTEGER) WITHOUT ROWID"
_RANK = """
    INSERT INTO temp.named SELECT name, row_number() OVER (ORDER BY alphabetical(name), name)
    FROM (SELECT DISTINCT name FROM fact WHERE name <> '')
"""


def rank_names(raw: sqlite3.Connection) -> None:
    """Fill the temporary table ``named``: each name with its place in the alphabet."""
    raw.create_function("alphabetical", 1, alphabetical, deterministic=True)
    raw.execute("DROP TABLE IF EXISTS temp.named")
    raw.execute(_TABLE)
    raw.execute(_RANK)


def alphabetical(name: str) -> str:
    """Return what a name is sorted by: an "Ä" stands where an "a" does."""
    plain = normalize("NFKD", name.casefold())
    return "".join([sign for sign in plain if not combining(sign)])
