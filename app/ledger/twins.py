"""Which entries are copies of others, and what copies lend to the entry that counts for them.

A provider that names no user counts the call, and the copy of another source knows who spoke. So
the entry that is kept takes person and method from its copies where its own record leaves them
open; the record itself stays as its source reported it.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from app.domain.event import Call
from app.domain.twins import Rule, State, Twin, rank
from app.ledger.charges import Entry
from app.ledger.convert import facts_by_id
from app.ledger.driver import driver

if TYPE_CHECKING:
    from sqlalchemy import Connection

_CHUNK = 900


class Pairs(NamedTuple):
    """What is known of some entries: whose copies they are, and the copies of each, by identity."""

    copies: Mapping[bytes, Twin]
    lenders: Mapping[bytes, tuple[Call, ...]]

    def settled(
        self, entry: Entry, identity: bytes, whose: Callable[[Call], int], me: int
    ) -> Entry:
        """Return an entry as it is to be rated; ``whose`` tells whom a call belongs to."""
        if identity in self.copies:
            return entry._replace(copy=True)
        lenders, fact = self.lenders.get(identity, ()), entry.fact
        if not lenders or not isinstance(fact, Call):
            return entry
        method = fact.method or next((each.method for each in lenders if each.method), None)
        return entry._replace(person=_person(fact, lenders, whose, me), method=method)


NO_PAIRS = Pairs({}, {})


def _person(call: Call, lenders: Sequence[Call], whose: Callable[[Call], int], me: int) -> int:
    """Return whom a call belongs to: the named user goes before the owner of a number, then me."""
    calls = (call, *lenders)
    named = next((each for each in calls if each.agent), None)
    if named is not None:
        return whose(named)
    return next((person for person in map(whose, calls) if person != me), me)


def pairs_of(
    connection: "Connection",
    identities: Sequence[bytes],
    instead: Mapping[bytes, int] | None = None,
) -> Pairs:
    """Read what is known of these; ``instead`` names versions to take for the present ones."""
    raw = driver(connection)
    if raw.execute("SELECT 1 FROM twin LIMIT 1").fetchone() is None:
        return NO_PAIRS
    copies = {row[0]: Twin(row[1], State(row[2]), Rule(row[3]))
              for row in rows_for(connection, identities,
              "SELECT copy, kept, state, rule FROM twin WHERE copy IN ({})")}  # fmt: skip
    lent = [(kept, (instead or {}).get(copy, fact_id)) for kept, copy, fact_id in
            rows_for(connection, identities, "SELECT t.kept, t.copy, i.fact_id FROM twin t "
                     "JOIN identity i ON i.digest = t.copy WHERE t.kept IN ({})")]  # fmt: skip
    return Pairs(copies, _by_kept(connection, lent))


def _by_kept(
    connection: "Connection", lent: Sequence[tuple[bytes, int]]
) -> dict[bytes, tuple[Call, ...]]:
    facts = facts_by_id(connection, [fact_id for _, fact_id in lent])
    found: dict[bytes, list[Call]] = {}
    for kept, fact_id in lent:
        fact = facts.get(fact_id)
        if isinstance(fact, Call):
            found.setdefault(kept, []).append(fact)
    return {kept: tuple(sorted(calls, key=_order)) for kept, calls in found.items()}


def _order(call: Call) -> tuple[object, ...]:
    return rank(call.source), call.source, call.start, call.external_id


def rows_for(
    connection: "Connection", values: Sequence[bytes] | Sequence[int], query: str
) -> list[tuple[Any, ...]]:
    """Run a query for many values; ``{}`` in it stands for them."""
    rows: list[tuple[Any, ...]] = []
    for start in range(0, len(values), _CHUNK):
        part = tuple(values[start : start + _CHUNK])
        rows += driver(connection).execute(query.format(",".join("?" * len(part))), part)
    return rows
