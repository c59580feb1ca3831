"""Which changes of people stand on an entry, and the entry as they make it.

A version says what a change did to it: the difference to the version before. An entry is what its
source reports with the standing changes laid over it in the order in which they were made, so the
order in which changes are undone, and in which reports arrive, plays no part.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from app.domain.correction import CORRECTABLE, with_tags
from app.domain.event import Fact
from app.domain.tags import tags_of
from app.ledger.convert import facts_by_id
from app.ledger.corrections import any_corrections
from app.ledger.driver import driver

if TYPE_CHECKING:
    from sqlalchemy import Connection

_CHUNK = 900
_CHAINS = """
    WITH RECURSIVE chain(root, id) AS (
        SELECT id, id FROM fact WHERE id IN ({marks})
        UNION ALL
        SELECT c.root, s.fact_id FROM chain c JOIN superseded s ON s.by_id = c.id
    )
    SELECT chain.root, made.change_id, min(made.fact_id)
    FROM chain JOIN correction made ON made.fact_id = chain.id
    GROUP BY chain.root, made.change_id ORDER BY chain.root, made.change_id
"""
_PLACES = """
    SELECT c.fact_id, c.base_id, max(s.fact_id)
    FROM correction c JOIN superseded s ON s.by_id = c.fact_id
    WHERE c.fact_id IN ({marks}) GROUP BY c.fact_id
"""


class Step(NamedTuple):
    """One change on one entry: the entry after and before it, and what its source said then."""

    made: Fact
    before: Fact
    reported: Fact


def standing(
    connection: "Connection", ids: Sequence[int], undo: int | None = None
) -> dict[int, tuple[Step, ...]]:
    """Return the changes that stand on these present versions, the first one first.

    ``undo``: a change that is about to undo another one on all of them.
    """
    if not ids or not any_corrections(connection):
        return {}
    undoes = _undoes(connection)
    stand: dict[int, list[int]] = {}
    for root, made in _changes_on(connection, ids).items():
        changes = [*made, undo] if undo is not None else list(made)
        stand[root] = [made[change] for change in left_standing(changes, undoes)]
    steps = _steps(connection, [version for versions in stand.values() for version in versions])
    return {root: tuple(steps[v] for v in found if v in steps) for root, found in stand.items()}


def left_standing(changes: Iterable[int], undoes: Mapping[int, int]) -> list[int]:
    """Return which of an entry's changes stand, given in order which one undoes which."""
    off: set[int] = set()
    plain: list[int] = []
    for change in changes:
        root, stands = change, True
        while root in undoes:
            root, stands = undoes[root], not stands
        if root == change:
            plain.append(change)
        elif stands:
            off.discard(root)
        else:
            off.add(root)
    return [change for change in plain if change not in off]


def replayed(reported: Fact, steps: Iterable[Step]) -> Fact:
    """Lay changes over what a source reports."""
    fact = reported
    for step in steps:
        fact = _laid(fact, reported, step)
    return fact


def _laid(fact: Fact, reported: Fact, step: Step) -> Fact:
    said = {}
    for name in CORRECTABLE:
        if name == "tags" or name not in fact._fields or name not in step.made._fields:
            continue
        made = getattr(step.made, name)
        if made != getattr(step.before, name):
            # What a person set to the source's own word follows the source from then on.
            follows = made == getattr(step.reported, name)
            said[name] = getattr(reported, name) if follows else made
    before, after = set(tags_of(step.before.tags)), set(tags_of(step.made.tags))
    if before != after:
        added, removed = ", ".join(after - before), ", ".join(before - after)
        said["tags"] = with_tags(fact.tags, added=added, removed=removed)
    return fact._replace(**said) if said else fact


def _changes_on(connection: "Connection", ids: Sequence[int]) -> dict[int, dict[int, int]]:
    """Find the changes on each entry, in order, with the version that each one made."""
    found: dict[int, dict[int, int]] = {}
    for part, marks in _parts(ids):
        for root, change, version in driver(connection).execute(_CHAINS.format(marks=marks), part):
            found.setdefault(root, {})[change] = version
    return found


def _steps(connection: "Connection", versions: Sequence[int]) -> dict[int, Step]:
    places: dict[int, tuple[int, int]] = {}
    for part, marks in _parts(versions):
        rows = driver(connection).execute(_PLACES.format(marks=marks), part)
        places.update((row[0], (row[1], row[2])) for row in rows)
    needed = sorted({*places, *(each for place in places.values() for each in place)})
    facts = facts_by_id(connection, needed)
    return {
        made: Step(facts[made], facts[before], facts[base])
        for made, (base, before) in places.items()
        if facts.keys() >= {made, before, base}
    }


def _undoes(connection: "Connection") -> dict[int, int]:
    rows = driver(connection).execute(
        "SELECT id, undoes_id FROM change WHERE undoes_id IS NOT NULL"
    )
    return {row[0]: row[1] for row in rows}


def _parts(ids: Sequence[int]) -> Iterator[tuple[tuple[int, ...], str]]:
    for start in range(0, len(ids), _CHUNK):
        part = tuple(ids[start : start + _CHUNK])
        yield part, ",".join("?" * len(part))
