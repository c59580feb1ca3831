"""Entries of an account that others read too, which name nobody: mine here, and told by nobody.

Each computer of a company takes a record that names no user, and whose number is nobody's, for its
own. Where several read one account it would be told once by each, so nobody tells it.
"""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from app.domain.crossing import Crossing, Key, Side
from app.domain.instant import DAY, Instant
from app.domain.rules import line_of
from app.ledger import crossings
from app.ledger.company.parts import Part, moved_past
from app.ledger.lists.belonging import NAMES_NOBODY, OWNER
from app.ledger.totals import Drawn, Meterage

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.ledger.people import People
    from app.ledger.snapshot import Snapshot

_EPOCH = date(1970, 1, 1).toordinal()
_NO_ONE = 0
_USERS = """
    SELECT s.id, p.agent FROM connection_person p JOIN connection c ON c.id = p.connection_id
    JOIN source s ON s.provider = c.provider AND s.account = c.account WHERE p.active = 1
"""
# A provider that knows no users: its records are told apart by the numbers that people own.
_BY_NUMBER = """
    SELECT s.id FROM source s WHERE s.provider = 'twilio'
        AND EXISTS (SELECT 1 FROM connection c WHERE c.provider = 'twilio')
        AND EXISTS (SELECT 1 FROM own_number o WHERE o.person_id <> ?1)
        AND EXISTS (SELECT 1 FROM charge c JOIN fact f ON f.id = c.fact_id
            WHERE f.source_id = s.id AND c.person_id <> ?1)
"""
# What this computer knows of a call from elsewhere too was made by me.
_FOUND = f"""
    SELECT c.kind, c.scope_id, c.draw, c.start_us, c.tie, c.fact_id, c.person_id, c.units,
        c.amount_nano, c.currency, c.unpriced
    FROM charge c JOIN fact f ON f.id = c.fact_id
    WHERE c.person_id = ? AND c.start_us >= ? AND f.source_id IN ({{sources}})
        AND {NAMES_NOBODY.sql} AND {OWNER} = {_NO_ONE}
        AND NOT EXISTS (SELECT 1 FROM twin t JOIN identity i ON i.digest = t.kept
            WHERE i.fact_id = f.id)
"""  # noqa: S608 - our own words


class Unclaimed(NamedTuple):
    """``parts``: what to add to my use so that it is without them; ``facts``: which they are."""

    parts: tuple[Part, ...] = ()
    facts: frozenset[int] = frozenset()


def unclaimed(snapshot: "Snapshot", since: int) -> Unclaimed:
    """Find the entries from a local day on, an ordinal, that are mine only for want of a name."""
    sources = _shared(snapshot.connection, snapshot.people)
    if not sources:
        return Unclaimed()
    query = _FOUND.format(sources=", ".join(map(str, sorted(sources))))
    values = (snapshot.people.me, (since - 1 - _EPOCH) * DAY, _NO_ONE)
    rows = snapshot.connection.exec_driver_sql(query, values).all()
    parts = tuple(
        part for part in _parts(snapshot, [tuple(row) for row in rows]) if part.day >= since
    )
    return Unclaimed(parts, frozenset(row[5] for row in rows))


def _shared(connection: "Connection", people: "People") -> set[int]:
    """Return the sources that somebody else of the company reads as well, by all that is known."""
    users = connection.exec_driver_sql(_USERS).all()
    if not users and not people.owns_numbers:
        return set()
    named = {source for source, agent in users if not _is_me(people, agent)}
    rows = connection.exec_driver_sql(_BY_NUMBER, (people.me,)) if people.owns_numbers else ()
    return named | {row[0] for row in rows}


def _is_me(people: "People", agent: str) -> bool:
    known = people.id_of(agent)
    return known is not None and people.by_id[known].person_id == people.me


def _parts(snapshot: "Snapshot", rows: list[tuple[int, ...]]) -> Iterator[Part]:
    known: dict[Meterage, tuple[Crossing, Key | None]] = {}
    for code, scope_id, draw, *rest in rows:
        drawn = Drawn(*rest)  # type: ignore[arg-type] # a row of a table, whose columns are known
        stretch = snapshot.rules.lines[line_of(crossings.KINDS[code])].at(Instant(drawn.start))
        if stretch is None:
            continue
        of, day = Meterage(code, scope_id, stretch), stretch.day_of(drawn.start)
        crossing, split = known[of] = _limit(snapshot, of, known)
        side = draw or (Side.PAST if drawn.key >= crossing.key else Side.INCLUDED)
        money = (-drawn.units, -drawn.amount_nano, -drawn.unpriced)
        yield Part(of, day, side, drawn.currency, *money)
        if drawn.key == split:
            yield from moved_past(of, day, drawn.part(crossing.split), -1)


def _limit(
    snapshot: "Snapshot", of: Meterage, known: dict[Meterage, tuple[Crossing, Key | None]]
) -> tuple[Crossing, Key | None]:
    """Return the crossing of an allowance, and which text is split at it, if any is."""
    if of in known:
        return known[of]
    crossing = crossings.load(snapshot.connection, of)
    split = crossings.straddler(snapshot.connection, of, crossing)
    return crossing, None if split is None else split.key
