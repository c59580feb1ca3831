"""Entries corrected, and changes undone: new versions that supersede, in the transaction asked."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.correction import Wish, wished
from app.domain.event import Fact
from app.domain.merge import digest_of
from app.ledger.changes import note_entries
from app.ledger.convert import facts_by_id
from app.ledger.corrections import Correction, corrections
from app.ledger.driver import driver
from app.ledger.ledger import Writing
from app.ledger.standing import replayed, standing
from app.ledger.versions import Fresh, write

if TYPE_CHECKING:
    from sqlalchemy import Connection

_CHUNK = 900
_PRESENT = """
    WITH RECURSIVE later(root, id) AS (
        SELECT id, id FROM fact WHERE id IN ({marks})
        UNION ALL
        SELECT l.root, s.by_id FROM later l JOIN superseded s ON s.fact_id = l.id
    )
    SELECT root, max(id) FROM later GROUP BY root
"""


def correct(writing: Writing, change_id: int, ids: Sequence[int], wish: Wish) -> int:
    """Change entries as a person wishes; returns how many are otherwise now.

    Ids of superseded versions mean the present one, unknown ones nothing.
    """
    connection = writing.connection
    if wish.agent:
        wish = replace(wish, agent=_known_name(writing, wish.agent))
    present = sorted(set(present_of(connection, ids).values()))
    on, facts, reported = _with_bases(connection, present)
    fresh = []
    for fact_id, fact in facts.items():
        changed = wished(fact, reported[fact_id], wish)
        if changed != fact:
            base = on[fact_id].base_id if fact_id in on else fact_id
            fresh.append(_version(fact_id, changed, Correction(base, change_id)))
    return _write(writing, change_id, fresh)


def undo_on(writing: Writing, undo_id: int, ids: Sequence[int]) -> int:
    """Undo a change on some of its entries; returns on how many.

    ``undo_id``: the undoing, which knows what it undoes. What a later change set stays as it is.
    """
    connection = writing.connection
    present = sorted(set(present_of(connection, ids).values()))
    on, facts, reported = _with_bases(connection, present)
    steps = standing(connection, present, undo_id)
    # Also where nothing shows of it: a later change that is undone must not bring it back.
    fresh = [
        _version(
            fact_id,
            replayed(reported[fact_id], steps.get(fact_id, ())),
            Correction(on[fact_id].base_id if fact_id in on else fact_id, undo_id),
        )
        for fact_id in facts
        if fact_id not in on or on[fact_id].change_id != undo_id
    ]
    return _write(writing, undo_id, fresh)


def entries_of_change(
    connection: "Connection", change_id: int, after: int, count: int
) -> list[int]:
    """Return versions that a change made, of present or earlier entries, in order, page by page.

    ``after``: the last one of the page before, 0 for the first page.
    """
    rows = driver(connection).execute(
        "SELECT fact_id FROM correction WHERE change_id=? AND fact_id>? ORDER BY fact_id LIMIT ?",
        (change_id, after, count),
    )
    return [row[0] for row in rows]


def present_of(connection: "Connection", ids: Sequence[int]) -> dict[int, int]:
    """Return the present version of each entry that exists."""
    found: dict[int, int] = {}
    for start in range(0, len(ids), _CHUNK):
        part = tuple(ids[start : start + _CHUNK])
        query = _PRESENT.format(marks=",".join("?" * len(part)))
        found.update(driver(connection).execute(query, part).fetchall())
    return found


def _with_bases(
    connection: "Connection", ids: Sequence[int]
) -> tuple[dict[int, Correction], dict[int, Fact], dict[int, Fact]]:
    """Read versions, what they rest on, and what their sources say."""
    on = corrections(connection, ids)
    facts = facts_by_id(connection, ids)
    bases = facts_by_id(connection, [each.base_id for each in on.values()])
    reported = {i: bases.get(on[i].base_id, f) if i in on else f for i, f in facts.items()}
    return on, facts, reported


def _known_name(writing: Writing, agent: str) -> str:
    """Return a name as the ledger writes it, made when it is new."""
    people = writing.register.people
    return people.by_id[people.add(writing.connection, agent)].name


def _version(fact_id: int, fact: Fact, correction: Correction) -> Fresh:
    return Fresh(digest_of(fact), fact, fact_id, correction)


def _write(writing: Writing, change_id: int, fresh: list[Fresh]) -> int:
    connection, register = writing.connection, writing.register
    files = _files(connection, [each.previous for each in fresh if each.previous])
    register.learn(connection, [each.fact for each in fresh])
    kept = [each._replace(import_id=files.get(each.previous or 0)) for each in fresh]
    write(connection, writing.rules, register, kept)
    note_entries(connection, change_id, len(fresh))
    return len(fresh)


def _files(connection: "Connection", ids: Sequence[int]) -> dict[int, int | None]:
    """Return which file each version is from, which a person's change does not alter."""
    found: dict[int, int | None] = {}
    for start in range(0, len(ids), _CHUNK):
        part = tuple(ids[start : start + _CHUNK])
        marks = ",".join("?" * len(part))
        query = f"SELECT id, import_id FROM fact WHERE id IN ({marks})"  # noqa: S608 - only marks
        found.update(driver(connection).execute(query, part).fetchall())
    return found
