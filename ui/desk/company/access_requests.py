"""What the dialogs of access ask of the company's server; imports stay inside.

The actions are imported there because they bring httpx and pydantic, which a start does without.
"""

from typing import TYPE_CHECKING, NamedTuple

from app.domain.access import Access, Made
from ui.company.access_state import AccessEnded, MemberChanged, Part
from ui.company.invite_state import InviteAsked

if TYPE_CHECKING:
    from app.ledger.ledger import Ledger
    from app.machine.secrets import Secrets
    from ui.desk.company.network import Request


class Seen(NamedTuple):
    """Who has access, and which member I am."""

    access: Access
    me: str


def read(ledger: "Ledger", secrets: "Secrets") -> Seen:
    """Read members, invitations and devices."""
    from app.actions.company_here import company_here
    from app.actions.company_people import read_access

    return Seen(read_access(ledger, secrets), company_here(ledger).member_id)


def invite(asked: InviteAsked) -> "Request[Made]":
    """Make an invitation."""

    def request(ledger: "Ledger", secrets: "Secrets") -> Made:
        from app.actions import company_people

        return company_people.invite(
            ledger,
            secrets,
            asked.name,
            role=asked.role,
            licence=asked.licence,
            days=asked.days,
        )

    return request


def change(wish: MemberChanged) -> "Request[Seen]":
    """Give a member another role or licence, and read everything again."""

    def request(ledger: "Ledger", secrets: "Secrets") -> Seen:
        from app.actions.company_people import change_member

        change_member(ledger, secrets, wish.member, role=wish.role, licence=wish.licence)
        return read(ledger, secrets)

    return request


def end(ended: AccessEnded) -> "Request[Seen]":
    """End the access of a member, an invitation or a device, and read everything again."""

    def request(ledger: "Ledger", secrets: "Secrets") -> Seen:
        from app.actions import company_people

        ends = {
            Part.PEOPLE: company_people.remove_member,
            Part.INVITATIONS: company_people.withdraw_invitation,
            Part.DEVICES: company_people.revoke_device,
        }
        ends[ended.part](ledger, secrets, ended.id)
        return read(ledger, secrets)

    return request
