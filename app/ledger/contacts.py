"""One contact in the ledger: the numbers and names, the entries, and erasing all of it at once."""

import sqlite3
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from app.domain.numbers import parse, tail_of
from app.domain.search import folded
from app.domain.striking import striking
from app.ledger.driver import driver
from app.ledger.erasing import (
    begin_erasing,
    erase_taken,
    finish_erasing,
    take_all_versions,
    take_numbers,
)
from app.ledger.ledger import Writing
from app.ledger.notes import strike_everywhere
from app.ledger.renaming import rename_records

if TYPE_CHECKING:
    from sqlalchemy import Connection

_WHOLE = "substr(text, 1, 1) = '+' AND substr(text, 1, 3) NOT IN ('+10', '+11')"
_SPELLED = f"""
    SELECT id FROM number WHERE text = ?1
    UNION SELECT id FROM number WHERE tail = ?2 AND ?2 <> '' AND NOT ({_WHOLE})
"""  # noqa: S608 - our own words
_NAMED = """
    SELECT f.id FROM phrase p JOIN mention m ON m.phrase_id = p.id JOIN fact f ON f.id = m.fact_id
    WHERE p.text = ? AND folded(f.name) = p.text
"""
_NUMBERS_NAMED = f"""
    SELECT DISTINCT f.far_id FROM fact f JOIN number n ON n.id = f.far_id
    WHERE f.id IN ({_NAMED}) AND n.kind IN ('known', 'other') AND n.text NOT LIKE 'erased:%'
"""  # noqa: S608 - our own words
_TOUCHED = """
    SELECT id FROM fact WHERE far_id IN (SELECT id FROM temp.wanted)
        OR own_id IN (SELECT id FROM temp.wanted)
    UNION SELECT l.fact_id FROM leg l WHERE l.origin IN (SELECT text FROM temp.wanted)
        OR l.destination IN (SELECT text FROM temp.wanted)
    UNION SELECT id FROM temp.named
"""
_PRESENT = f"""
    WITH RECURSIVE later(id) AS (
        {_TOUCHED}
        UNION SELECT s.by_id FROM later l JOIN superseded s ON s.fact_id = l.id
    )
    INSERT INTO temp.gone
    SELECT id, id FROM later WHERE id NOT IN (SELECT fact_id FROM superseded)
"""  # noqa: S608 - our own words
_NAMES = "SELECT DISTINCT name FROM fact WHERE name<>'' AND id IN (SELECT id FROM temp.gone)"
_OTHERS_NAMED = f"SELECT count(*) FROM ({_NAMED}) WHERE id NOT IN (SELECT id FROM temp.gone)"  # noqa: S608
# A withheld number is nobody's, but the mark of an erased one keeps the name from coming back.
_NUMBERS_TO_GO = """
    SELECT id FROM temp.wanted
    UNION SELECT far_id FROM fact WHERE id IN (SELECT id FROM temp.named)
"""
_OURS = """
    SELECT count(*) FROM temp.wanted w WHERE w.id IN (SELECT number_id FROM own_number)
        OR w.text IN (SELECT phone FROM agent)
        OR (SELECT count(*) FROM fact WHERE own_id = w.id)
            > (SELECT count(*) FROM fact WHERE far_id = w.id)
"""


class Contact(NamedTuple):
    """Whom a person means: a number as the ledger keeps it, or else a name."""

    number: str = ""
    name: str = ""


class Found(NamedTuple):
    """What the ledger has of a contact.

    ``numbers`` as they are kept; ``names`` are this contact's alone, ``shared`` also others'.
    ``is_ours``: one of the numbers is of a person who uses this ledger.
    """

    entries: int
    numbers: tuple[str, ...]
    names: tuple[str, ...]
    shared: tuple[str, ...]
    is_ours: bool

    @property
    def strike(self) -> Callable[[str], str]:
        """What strikes the contact out of a text."""
        return striking(self.numbers, self.names)


def find_contact(connection: "Connection", contact: Contact) -> Found:
    """Find what there is of a contact, also in versions that later ones supersede."""
    raw = driver(connection)
    begin_erasing(connection)
    raw.create_function("folded", 1, lambda text: folded(text or ""), deterministic=True)
    _want(connection, contact)
    raw.execute(_PRESENT)
    entries = take_all_versions(connection)
    names = {row[0] for row in raw.execute(_NAMES)}
    shared = {name for name in names if not _is_meant(contact, name) and _is_shared(raw, name)}
    if contact.name:
        names.add(contact.name)
    numbers = {row[0] for row in raw.execute("SELECT text FROM temp.wanted")}
    numbers |= {contact.number} - {""}
    (ours,) = raw.execute(_OURS).fetchone()
    return Found(
        entries, tuple(sorted(numbers)), tuple(sorted(names - shared)), tuple(sorted(shared)),
        bool(ours),
    )  # fmt: skip


def erase_contact(writing: Writing, contact: Contact) -> Found:
    """Erase a contact from every version of every entry, and from what is said in others."""
    connection = writing.connection
    found = find_contact(connection, contact)
    take_numbers(connection, writing.rules, _NUMBERS_TO_GO)
    rename_records(writing)
    erase_taken(connection, writing.rules, own=True)
    strike_everywhere(connection, found.strike, writing.rules.prices)
    finish_erasing(writing)
    for name in ("wanted", "named"):
        driver(connection).execute(f"DROP TABLE temp.{name}")
    return found


def contact_of(typed: str) -> Contact:
    """Tell a number from a name."""
    number = parse(typed)
    return Contact(number=number.text) if tail_of(number.text) else Contact(name=_one_line(typed))


def _want(connection: "Connection", contact: Contact) -> None:
    raw = driver(connection)
    for name, columns in (
        ("wanted", "(id INTEGER PRIMARY KEY, text TEXT)"),
        ("named", "(id INTEGER PRIMARY KEY)"),
    ):
        raw.execute(f"DROP TABLE IF EXISTS temp.{name}")
        raw.execute(f"CREATE TEMP TABLE {name} {columns}")
    if contact.number:
        rows = raw.execute(_SPELLED, (contact.number, tail_of(contact.number)))
    else:
        named = (folded(contact.name),)
        raw.execute(f"INSERT OR IGNORE INTO temp.named {_NAMED}", named)
        rows = raw.execute(_NUMBERS_NAMED, named)
    raw.executemany(
        "INSERT OR IGNORE INTO temp.wanted SELECT id, text FROM number WHERE id=?",
        rows.fetchall(),
    )


def _is_meant(contact: Contact, name: str) -> bool:
    return bool(contact.name) and folded(name) == folded(contact.name)


def _is_shared(raw: sqlite3.Connection, name: str) -> bool:
    (others,) = raw.execute(_OTHERS_NAMED, (folded(name),)).fetchone()
    return bool(others)


def _one_line(text: str) -> str:
    return " ".join(text.split())
