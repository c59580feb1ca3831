"""Leave a company: sign out at its server, forget the token, and let the local plans hold again."""

from typing import TYPE_CHECKING

from app.actions.company_here import company_here, sign_out
from app.domain.instant import Instant
from app.domain.problem import Problem
from app.ledger.company.joined import leave

if TYPE_CHECKING:
    from app.ledger.ledger import Ledger
    from app.machine.secrets import Secrets
    from app.remote.http import Peers


def leave_company(
    ledger: "Ledger", secrets: "Secrets", *, now: Instant, peers: "Peers | None" = None
) -> Problem | None:
    """Leave the company that is joined here; UsageProblem where there is none.

    Returns what kept the server or the keyring from forgetting this computer, if anything: an
    owner can then sign the computer out. It is left all the same.
    """
    state = company_here(ledger)
    with ledger.writing() as writing:
        leave(writing)
    return sign_out(ledger, state, secrets, peers)
