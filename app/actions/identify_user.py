"""Say who a user of a provider is, so that their records belong to that person."""

from typing import TYPE_CHECKING

from app.actions.account_here import still_there
from app.domain.accounts import Known
from app.domain.problem import UsageProblem, mark
from app.ledger.connections.people import identify, people_of

if TYPE_CHECKING:
    from app.ledger.ledger import Ledger

_LONGEST = 100
_NO_PERSON = mark("A person's name has 1 to {most} characters on one line, or is me.")


def identify_user(
    ledger: "Ledger", connection_id: int, user: str, person: str
) -> tuple[Known, ...]:
    """Let a user be "me" or a person by name; returns everybody of the connection.

    ``user``: the provider's id of the user. UsageProblem for a user nobody named, or what is no
    name.
    """
    name = " ".join(person.split())
    if not name.isprintable() or not 0 < len(name) <= _LONGEST:
        raise UsageProblem(_NO_PERSON, most=_LONGEST)
    with ledger.writing() as writing:
        still_there(writing.connection, connection_id)
        identify(writing, connection_id, user, name)
    with ledger.reading() as snapshot:
        return people_of(snapshot.connection, snapshot.people, connection_id)
