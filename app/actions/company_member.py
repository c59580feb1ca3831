"""A person told by name: who that is in the ledger, or on the company's server."""

from typing import TYPE_CHECKING

from app.actions.company_here import check_owner
from app.actions.sync_now import sync_now
from app.domain.instant import Instant
from app.domain.problem import UsageProblem, mark
from app.ledger.company.book import book_people

if TYPE_CHECKING:
    from app.ledger.company.joined import CompanyState
    from app.ledger.ledger import Ledger, Writing
    from app.machine.secrets import Secrets

_NOBODY = mark("There is nobody named {name} in the company. Look at: talktally company people")
_SEVERAL = mark("Several people of the company are named {name}. Rename one of them first.")
_ME = "me"


def member_named(
    ledger: "Ledger", secrets: "Secrets", state: "CompanyState", name: str, now: Instant
) -> str:
    """Return the server's id of a member; "" and "me" are myself.

    UsageProblem for nobody, and for agents who name somebody else.
    """
    said = name.strip()
    if said.casefold() in ("", _ME, state.member.casefold()):
        return state.member_id
    # Agents are told of nobody else.
    check_owner(state)
    found = _members(ledger, said)
    if not found:
        # Somebody may have joined since the last round.
        sync_now(ledger, secrets, now=lambda: now)
        found = _members(ledger, said)
    if len(found) > 1:
        raise UsageProblem(_SEVERAL, name=said)
    if not found:
        raise UsageProblem(_NOBODY, name=said)
    return found.pop()


def _members(ledger: "Ledger", said: str) -> set[str]:
    with ledger.reading() as snapshot:
        people = book_people(snapshot.connection)
    return {
        person.member
        for person in people
        if said == person.member or said.casefold() == person.name.casefold()
    }


def person_named(writing: "Writing", name: str) -> int:
    """Return a person of the ledger, who becomes known if need be; "" and "me" are myself."""
    people = writing.register.people
    said = name.strip().casefold()
    if not said or (said == _ME and people.id_of(name) is None):
        return people.me
    return people.by_id[people.add(writing.connection, name.strip())].person_id
