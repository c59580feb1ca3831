"""The plan server as this ledger's company lets it be asked: the token found, the peer opened."""

from collections.abc import Iterator
from contextlib import contextmanager

from app.domain.failure import Failure, FailureKind
from app.domain.problem import mark
from app.domain.server_address import server_name
from app.ledger.company.joined import CompanyState
from app.machine.secrets import Secrets
from app.remote.http import Peers
from app.remote.plan_server.client import Membership, PlanServer

_NO_TOKEN = mark(
    "This computer is not signed in at {server} any more. Ask an owner for a new invitation, and "
    "join again."
)


def account_of(server: str, member_id: str) -> str:
    """Return under which account the token of a member is kept."""
    return f"{server} {member_id}"


@contextmanager
def signed_in(state: CompanyState, secrets: Secrets, peers: Peers) -> Iterator[PlanServer]:
    """Open the server of a company; Failure SIGN_IN where no token is kept, EnvironmentProblem."""
    token = secrets.get(account_of(state.server, state.member_id))
    if token is None:
        raise Failure(_NO_TOKEN, kind=FailureKind.SIGN_IN, server=server_name(state.server))
    with peers(state.server) as peer:
        yield PlanServer(peer, Membership(token, state.company_id, state.member_id))
