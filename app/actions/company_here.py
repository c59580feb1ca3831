"""The company that is joined here, and its server asked on its behalf."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from app.actions.reaching import peers_of
from app.domain.company import Role
from app.domain.problem import Problem, UsageProblem, mark
from app.ledger.company.joined import CompanyState, company_of

if TYPE_CHECKING:
    from app.ledger.ledger import Ledger
    from app.machine.secrets import Secrets
    from app.remote.http import Peers
    from app.remote.plan_server.client import PlanServer

_NOT_JOINED = mark("No company is joined here. Join one with the link of an invitation.")
_OF_THE_COMPANY = mark(
    "The plan is the one of {company}. Ask an owner of the company to change it."
)


def company_here(ledger: "Ledger") -> CompanyState:
    """Return the company that is joined; UsageProblem where there is none."""
    state = company_joined(ledger)
    if state is None:
        raise UsageProblem(_NOT_JOINED)
    return state


def company_joined(ledger: "Ledger") -> CompanyState | None:
    """Return the company that is joined, ``None`` where the plan is entered here."""
    with ledger.reading() as snapshot:
        return company_of(snapshot.connection)


def check_owner(state: CompanyState) -> None:
    """Raise UsageProblem for agents, without asking the server."""
    if state.role is not Role.OWNER:
        raise of_the_company(state)


def of_the_company(state: CompanyState) -> UsageProblem:
    """Say that the plan is a company's, and who may change it."""
    return UsageProblem(_OF_THE_COMPANY, company=state.company)


@contextmanager
def server_of(
    ledger: "Ledger", secrets: "Secrets", peers: "Peers | None" = None
) -> Iterator["PlanServer"]:
    """Open the server of the company joined here; UsageProblem, Failure, EnvironmentProblem."""
    # Here because it brings httpx and pydantic: a third of a second that most starts never need.
    from app.sync.signed_in import signed_in

    with signed_in(company_here(ledger), secrets, peers or peers_of(ledger)) as server:
        yield server


def sign_out(
    ledger: "Ledger", state: CompanyState, secrets: "Secrets", peers: "Peers | None" = None
) -> Problem | None:
    """Make the token of a company useless at its server, and forget it here.

    Returns what stood in the way of either; it is tried all the same.
    """
    # Here for the same reason.
    from app.sync.signed_in import account_of, signed_in

    problem: Problem | None = None
    try:
        with signed_in(state, secrets, peers or peers_of(ledger)) as server:
            server.sign_out()
    except Problem as trouble:
        problem = trouble
    try:
        secrets.remove(account_of(state.server, state.member_id))
    except Problem as trouble:
        problem = trouble
    return problem
