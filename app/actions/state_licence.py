"""Say which seat a person sits on, where the people of the company are kept."""

from typing import TYPE_CHECKING

from app.actions import company_people
from app.actions.company_here import check_owner, company_joined
from app.actions.company_member import member_named, person_named
from app.actions.sync_now import sync_now
from app.domain.company import Licence
from app.domain.instant import Instant
from app.ledger.company.book import set_licence

if TYPE_CHECKING:
    from app.ledger.ledger import Ledger
    from app.machine.secrets import Secrets


def state_licence(
    ledger: "Ledger", secrets: "Secrets", name: str, licence: Licence, *, now: Instant
) -> None:
    """Say which seat a person sits on; ``name``: "" is myself. UsageProblem, Failure."""
    state = company_joined(ledger)
    if state is None:
        with ledger.writing() as writing:
            set_licence(writing, person_named(writing, name), licence)
        return
    check_owner(state)
    member = member_named(ledger, secrets, state, name, now)
    company_people.change_member(ledger, secrets, member, licence=licence)
    sync_now(ledger, secrets, now=lambda: now)
