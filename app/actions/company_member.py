"""A person told by name: who that is in the ledger, or on the company's server."""

from typing import TYPE_CHECKING

from app.domain.problem import UsageProblem, mark
from app.ledger.book import book_people

if TYPE_CHECKING:
    from app.ledger.company import CompanyState
    from app.ledger.ledger import Ledger, Writing

_NOBODY = mark("There is nobody named {name} in the company. Look at: talktally company people")
_SEVERAL = mark("Several people of the company are named {name}. Rename one of them first.")
_ME = "me"


def member_named(ledger: "Ledger", state: "CompanyState", name: str) -> str:
    """Return the server's id of a member; "" and "me" are myself. UsageProblem for nobody."""
    said = name.strip().casefold()
    if said in ("", _ME, state.member.casefold()):
        return state.member_id
    with ledger.reading() as snapshot:
        people = book_people(snapshot.connection)
    found = {person.member for person in people if person.name.casefold() == said}
    found |= {person.member for person in people if person.member == name}
    if len(found) > 1:
        raise UsageProblem(_SEVERAL, name=name)
    if not found:
        raise UsageProblem(_NOBODY, name=name)
    return found.pop()


def person_named(writing: "Writing", name: str) -> int:
    """Return a person of the ledger, who becomes known if need be; "" and "me" are myself."""
    people = writing.register.people
    said = name.strip().casefold()
    if not said or (said == _ME and people.id_of(name) is None):
        return people.me
    return people.by_id[people.add(writing.connection, name.strip())].person_id
