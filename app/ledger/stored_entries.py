"""Stored facts as they are rated: with their ends, their person and what copies say of them."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from app.domain.event import Call, Fact
from app.domain.merge import digest_of, tie_of
from app.domain.rating import Ends
from app.ledger.charges import Entry
from app.ledger.convert import facts_by_id
from app.ledger.register import Register
from app.ledger.twins import pairs_of

if TYPE_CHECKING:
    from sqlalchemy import Connection


def entries_of(
    connection: "Connection",
    register: Register,
    ids: Sequence[int],
    instead: Mapping[bytes, int] | None = None,
) -> list[Entry]:
    """Read entries back as they were rated.

    ``instead`` names the versions of copies that were the present ones then.
    """
    found = {
        fact_id: (digest_of(fact), fact) for fact_id, fact in facts_by_id(connection, ids).items()
    }
    calls = [digest for digest, fact in found.values() if isinstance(fact, Call)]
    pairs = pairs_of(connection, calls, instead)

    def whose(call: Call) -> int:
        return _person(connection, register, call)

    return [
        pairs.settled(
            _entry(connection, register, fact_id, digest, fact), digest, whose, register.people.me
        )
        for fact_id, (digest, fact) in found.items()
    ]


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
