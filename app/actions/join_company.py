"""Join a company: sign in at its plan server with an invitation, and do a first round."""

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.actions.reaching import peers_of
from app.actions.share_plan import can_share_plan, company_has_plan
from app.domain.company import Role
from app.domain.instant import Instant
from app.domain.join_link import read_link
from app.domain.problem import Problem
from app.ledger.company.joined import CompanyState, SignedInAs, company_of, join

if TYPE_CHECKING:
    from app.domain.access import Identity
    from app.ledger.ledger import Ledger
    from app.machine.secrets import Secrets
    from app.remote.http import Peer, Peers


@dataclass(frozen=True, slots=True)
class Joined:
    """The company joined, and as whom.

    ``kept_for_run``: no keyring keeps the token, so it is gone when the program ends. ``problem``:
    of the first round, which is tried again later; the company is joined all the same.
    ``has_plan``: the company has one, so that holds. ``to_share``: I own it and it has none, but
    there is one here.
    """

    server: str
    company: str
    member: str
    role: Role
    kept_for_run: bool
    problem: Problem | None = None
    has_plan: bool = False
    to_share: bool = False


def join_company(
    ledger: "Ledger",
    secrets: "Secrets",
    link: str,
    device: str,
    *,
    now: Instant,
    peers: "Peers | None" = None,
) -> Joined:
    """Hand an invitation in, keep the token, and take up the company's plan.

    A company joined before is left once the new one is joined. UsageProblem for what is no link,
    Failure when the server refuses or cannot be reached; then nothing has changed.
    """
    # Here because these bring httpx and pydantic: a third of a second that most starts never need.
    from app.remote.plan_server.client import sign_in
    from app.sync.round import plan_round
    from app.sync.signed_in import account_of

    peers = peers or peers_of(ledger)
    invitation = read_link(link)
    with ledger.reading() as snapshot:
        before = company_of(snapshot.connection)
    old_token = None if before is None else _token_of(before, secrets)
    with peers(invitation.server) as peer:
        token, who = sign_in(peer, invitation, device)
        lasting = _keep(ledger, secrets, peer, token, who)
    if before is not None:
        _forget(before, old_token, secrets, peers, keep=account_of(peer.address, who.member))
    outcome = plan_round(ledger, secrets, peers, lambda: now)
    return Joined(
        peer.name, who.company, who.name, who.role, not lasting, outcome.problem,
        has_plan=company_has_plan(ledger), to_share=can_share_plan(ledger),
    )  # fmt: skip


def _token_of(state: CompanyState, secrets: "Secrets") -> str | None:
    # Here for the same reason.
    from app.sync.signed_in import account_of

    with suppress(Problem):
        return secrets.get(account_of(state.server, state.member_id))
    return None


def _forget(
    state: CompanyState, token: str | None, secrets: "Secrets", peers: "Peers", *, keep: str
) -> None:
    """Make the token of an earlier sign-in useless; an owner can, should the server be gone."""
    # Here for the same reason.
    from app.remote.plan_server.client import Membership, PlanServer
    from app.sync.signed_in import account_of

    account = account_of(state.server, state.member_id)
    with suppress(Problem):
        if token is not None:
            with peers(state.server) as peer:
                membership = Membership(token, state.company_id, state.member_id)
                PlanServer(peer, membership).sign_out()
    with suppress(Problem):
        if account != keep:
            secrets.remove(account)


def _keep(ledger: "Ledger", secrets: "Secrets", peer: "Peer", token: str, who: "Identity") -> bool:
    """Keep the token and note the company; signs out again where that cannot be done."""
    # Here for the same reason.
    from app.remote.plan_server.client import Membership, PlanServer
    from app.sync.signed_in import account_of

    account = account_of(peer.address, who.member)
    signed = SignedInAs(peer.address, who.company_id, who.company, who.member, who.name, who.role)
    try:
        lasting = secrets.set(account, token)
        with ledger.writing() as writing:
            join(writing, signed, kept_for_run=not lasting)
    except BaseException:
        with suppress(Problem):
            PlanServer(peer, Membership(token, who.company_id, who.member)).sign_out()
        with suppress(Problem):
            secrets.remove(account)
        raise
    return lasting
