"""Names, notes and tags where a search finds them: each phrase once, with the entries it is in."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from app.domain.event import Fact
from app.domain.search import folded
from app.ledger.driver import driver

if TYPE_CHECKING:
    from sqlalchemy import Connection

_CHUNK = 500


def mention(connection: "Connection", facts: Iterable[tuple[int, Fact]]) -> None:
    """Enter what these entries say in words."""
    said: dict[str, list[int]] = {}
    for fact_id, fact in facts:
        for text in {fact.name, fact.note, fact.tags}:
            if text and (phrase := folded(text)):
                said.setdefault(phrase, []).append(fact_id)
    if not said:
        return
    ids = _ids(connection, sorted(said))
    rows = sorted((ids[phrase], fact_id) for phrase, found in said.items() for fact_id in found)
    driver(connection).executemany("INSERT OR IGNORE INTO mention VALUES (?, ?)", rows)


def _ids(connection: "Connection", phrases: list[str]) -> dict[str, int]:
    raw = driver(connection)
    found: dict[str, int] = {}
    for start in range(0, len(phrases), _CHUNK):
        part = phrases[start : start + _CHUNK]
        marks = ",".join("?" * len(part))
        query = f"SELECT text, id FROM phrase WHERE text IN ({marks})"  # noqa: S608 - only marks
        found.update(raw.execute(query, part).fetchall())
    new = [phrase for phrase in phrases if phrase not in found]
    if new:
        (last,) = raw.execute("SELECT coalesce(max(id), 0) FROM phrase").fetchone()
        rows = list(enumerate(new, start=last + 1))
        raw.executemany("INSERT INTO phrase VALUES (?, ?)", rows)
        raw.executemany("INSERT INTO phrase_index (rowid, text) VALUES (?, ?)", rows)
        found.update((phrase, made) for made, phrase in rows)
    return found
