"""What a ledger file holds, in a few figures by which a person knows it again."""

import json
import sqlite3
from contextlib import suppress
from typing import NamedTuple

from app.domain.instant import Instant
from app.ledger.rulebook import IN_FORCE

#: From this version of the tables on a ledger may hold a company's plans.
_WITH_COMPANY = 3


class Contents(NamedTuple):
    """A ledger in figures; ``newest``: when its last entry began, ``None`` without entries.

    ``plans``: titles of the last plan of each line. Present entries are counted, not the versions
    that they supersede.
    """

    version: int
    entries: int
    newest: Instant | None
    plans: tuple[str, ...]
    people: int


def contents(raw: sqlite3.Connection) -> Contents:
    """Read the figures of any version of the tables that this program knows."""
    (version,) = raw.execute("PRAGMA user_version").fetchone()
    entries, newest = raw.execute(
        "SELECT coalesce(sum(entries), 0), max(last_us) FROM coverage WHERE entries > 0"
    ).fetchone()
    (people,) = raw.execute(
        "SELECT count(*) FROM agent WHERE person_id = id AND name <> ''"
    ).fetchone()
    found = None if newest is None else Instant(newest)
    return Contents(version, entries, found, _plans(raw, version), people)


def _plans(raw: sqlite3.Connection, version: int) -> tuple[str, ...]:
    # Older tables know no other plans than those entered here.
    in_force = IN_FORCE if version >= _WITH_COMPANY else "1"
    rows = raw.execute(
        f"SELECT line, document FROM plan_entry WHERE {in_force} "  # noqa: S608 - our own words
        "ORDER BY line, start_us, id"
    )
    documents: dict[str, str] = dict(rows.fetchall())
    return tuple(_title(document) for document in documents.values())


def _title(document: str) -> str:
    with suppress(ValueError, TypeError, KeyError):
        return str(json.loads(document)["title"])
    return "?"
