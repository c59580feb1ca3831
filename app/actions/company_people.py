"""The people of the company joined here and their access, as its owners see and change them."""

from typing import TYPE_CHECKING

from app.actions.company_here import server_of
from app.domain.access import Access, Audit, Guest, Made, Member
from app.domain.company import Licence, Role

if TYPE_CHECKING:
    from app.ledger.ledger import Ledger
    from app.machine.secrets import Secrets

# Inside each function below: what asks the server brings httpx and pydantic, a third of a second
# that most starts never need.


def read_access(ledger: "Ledger", secrets: "Secrets") -> Access:
    """Read members, invitations and devices; Failure when the server refuses or is not there."""
    from app.remote.plan_server import people

    with server_of(ledger, secrets) as server:
        return people.read_access(server)


def invite(
    ledger: "Ledger",
    secrets: "Secrets",
    name: str,
    *,
    role: Role = Role.AGENT,
    licence: Licence = Licence.NONE,
    days: int = 7,
) -> Made:
    """Invite a person by name; the link works once, for ``days`` days (1 to 30)."""
    from app.remote.plan_server import people

    with server_of(ledger, secrets) as server:
        return people.invite(server, Guest(name, role, licence), days)


def invite_again(ledger: "Ledger", secrets: "Secrets", member: Member, *, days: int = 7) -> Made:
    """Invite a member on another computer, or on one that was signed out; they stay who they are.

    Everybody else who is invited by the same name becomes one more person.
    """
    from app.remote.plan_server import people

    guest = Guest(member.name, member.role, member.licence, member.id)
    with server_of(ledger, secrets) as server:
        return people.invite(server, guest, days)


def withdraw_invitation(ledger: "Ledger", secrets: "Secrets", invitation: str) -> None:
    """Make an invitation useless, by its id."""
    from app.remote.plan_server import people

    with server_of(ledger, secrets) as server:
        people.withdraw_invitation(server, invitation)


def change_member(
    ledger: "Ledger",
    secrets: "Secrets",
    member: str,
    *,
    name: str | None = None,
    role: Role | None = None,
    licence: Licence | None = None,
) -> Member:
    """Change what is given of a member, by their id."""
    from app.remote.plan_server import people

    with server_of(ledger, secrets) as server:
        return people.change_member(server, member, name=name, role=role, licence=licence)


def remove_member(ledger: "Ledger", secrets: "Secrets", member: str) -> None:
    """Remove a member by their id; their computers are signed out."""
    from app.remote.plan_server import people

    with server_of(ledger, secrets) as server:
        people.remove_member(server, member)


def revoke_device(ledger: "Ledger", secrets: "Secrets", device: str) -> None:
    """Sign a computer out, by its id."""
    from app.remote.plan_server import people

    with server_of(ledger, secrets) as server:
        people.revoke_device(server, device)


def read_audit(ledger: "Ledger", secrets: "Secrets", before: int | None = None) -> Audit:
    """Read a page of changes, newest first; ``before``: the ``more`` of the page before."""
    from app.remote.plan_server import people

    with server_of(ledger, secrets) as server:
        return people.read_audit(server, before)
