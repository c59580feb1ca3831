"""What other sources report of the same call, for the receipt of an entry."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from app.domain.event import Call
from app.domain.receipt import Other
from app.domain.twins import State, rank
from app.ledger.convert import facts_by_id
from app.ledger.neighbours import present_of
from app.ledger.twins import rows_for
from app.ledger.verdicts import verdicts

if TYPE_CHECKING:
    from sqlalchemy import Connection


class _Link(NamedTuple):
    """How one record stands to another one; ``kept``: that one counts for it."""

    other: bytes
    state: State
    kept: bool = False


Others = dict[bytes, tuple[Other, ...]]
_COPIES = "SELECT copy, kept, state FROM twin WHERE {column} IN ({{}})"


def others_of(connection: "Connection", identities: Sequence[bytes]) -> Others:
    """Read the other records of the calls of these, those that were parted from them last."""
    links = _group_links(connection, identities)
    said = verdicts(connection, identities)
    for (first, second), apart in said.items():
        for one, other in ((first, second), (second, first)):
            known = links.setdefault(one, {})
            if apart or other in known:
                state = State.APART if apart else State.CONFIRMED
                known[other] = _Link(other, state, kept=not apart and known[other].kept)
    decided = {pair for first, second in said for pair in ((first, second), (second, first))}
    calls = _calls(connection, {link for known in links.values() for link in known})
    return {
        one: tuple(
            _other(calls[link.other], link, decided=(one, link.other) in decided)
            for link in sorted(known.values(), key=lambda link: _order(link, calls))
            if link.other in calls
        )
        for one, known in links.items()
        if one in set(identities)
    }


def _group_links(
    connection: "Connection", identities: Sequence[bytes]
) -> dict[bytes, dict[bytes, _Link]]:
    """Link every record of a call with each other one of it."""
    kept_of = {
        row[0]: row[1] for row in rows_for(connection, identities, _COPIES.format(column="copy"))
    }
    heads = sorted({*identities, *kept_of.values()})
    states: dict[bytes, dict[bytes, State]] = {}
    for copy, kept, state in rows_for(connection, heads, _COPIES.format(column="kept")):
        states.setdefault(kept, {})[copy] = State(state)
    links: dict[bytes, dict[bytes, _Link]] = {}
    for kept, copies in states.items():
        links[kept] = {copy: _Link(copy, state) for copy, state in copies.items()}
        for copy, state in copies.items():
            siblings = {c: _Link(c, s) for c, s in copies.items() if c != copy}
            links[copy] = {kept: _Link(kept, state, kept=True), **siblings}
    return links


def _calls(connection: "Connection", identities: Iterable[bytes]) -> dict[bytes, tuple[int, Call]]:
    present = present_of(connection, set(identities))
    facts = facts_by_id(connection, sorted(present.values()))
    return {
        identity: (fact_id, fact)
        for identity, fact_id in present.items()
        if isinstance(fact := facts.get(fact_id), Call)
    }


def _order(link: _Link, calls: dict[bytes, tuple[int, Call]]) -> tuple[Any, ...]:
    apart = link.state is State.APART
    if link.other not in calls:
        return (apart,)
    call = calls[link.other][1]
    return apart, not link.kept, rank(call.source), call.source, call.start, call.external_id


def _other(found: tuple[int, Call], link: _Link, *, decided: bool) -> Other:
    fact_id, call = found
    return Other(str(fact_id), call, link.state, link.kept, decided)
