"""Stored facts as they are rated: with their ends, their person and what copies say of them."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from app.domain.event import Call, Fact
from app.domain.merge import digest_of, tie_of
from app.domain.rating import Ends
from app.ledger.charges import Entry
from app.ledger.convert import facts_by_id
from app.ledger.register import Register
from app.ledger.twins import NO_PAIRS, pairs_of

if TYPE_CHECKING:
    from sqlalchemy import Connection


def entries_of(connection: "Connection", register: Register, ids: Sequence[int]) -> list[Entry]:
    """Read entries back as they are rated."""
    return settled(connection, register, plain_entries(connection, register, ids))


def plain_entries(
    connection: "Connection", register: Register, ids: Sequence[int]
) -> dict[bytes, Entry]:
    """Read entries by their identities, without regard to copies."""
    return {
        digest: _entry(connection, register, fact_id, digest, fact)
        for fact_id, fact in facts_by_id(connection, ids).items()
        for digest in (digest_of(fact),)
    }


def settled(
    connection: "Connection",
    register: Register,
    entries: Mapping[bytes, Entry],
    instead: Mapping[bytes, int] | None = None,
) -> list[Entry]:
    """Return entries as the pairs in the ledger have them rated.

    ``instead`` names versions of copies that were the present ones then.
    """
    calls = [identity for identity, entry in entries.items() if isinstance(entry.fact, Call)]
    pairs = pairs_of(connection, calls, instead)
    if pairs is NO_PAIRS:
        return list(entries.values())

    def whose(call: Call) -> int:
        return _person(connection, register, call)

    me = register.people.me
    return [pairs.settled(entry, identity, whose, me) for identity, entry in entries.items()]


def _entry(
    connection: "Connection", register: Register, fact_id: int, digest: bytes, fact: Fact
) -> Entry:
    _, own = register.number(connection, fact.own)
    _, far = register.number(connection, fact.far)
    person = _person(connection, register, fact)
    already = fact.source in register.people.behind_connect
    return Entry(fact_id, tie_of(digest), fact, Ends(own, far), person, already)


def _person(connection: "Connection", register: Register, fact: Fact) -> int:
    own_id, _ = register.number(connection, fact.own)
    return register.whose(connection, fact, register.agent(connection, fact.agent), own_id)
