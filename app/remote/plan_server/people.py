"""Members, invitations and devices of a company, as its owners see and change them."""

import re

from app.domain.access import Access, Audit, Guest, Made, Member
from app.domain.company import Licence, Role
from app.domain.problem import UsageProblem, mark
from app.remote.plan_server import reading
from app.remote.plan_server.client import PlanServer, Tagged
from app.remote.plan_server.messages import message
from app.wire import people, refusal

_is_id = re.compile(r"[0-9a-f]{32}").fullmatch
_NO_ID = mark("{text} is not an id of the plan server. Copy it from: talktally company people")
_SHOWN = 40


def read_access(server: PlanServer) -> Access:
    """Read everybody who may or might use the server."""
    return reading.access(
        server.understand(people.Members, _read(server, "/members").body),
        server.understand(people.Invitations, _read(server, "/invitations").body),
        server.understand(people.Devices, _read(server, "/devices").body),
    )


def invite(server: PlanServer, guest: Guest, days: int) -> Made:
    """Make an invitation that can be used for so many days."""
    wish = message(
        people.InvitationAsk,
        name=guest.name,
        role=guest.role,
        licence=guest.licence,
        member=guest.member or None,
        days=days,
    )
    made = server.send("POST", "/invitations", wish)
    return reading.made(server.understand(people.InvitationMade, made.body))


def withdraw_invitation(server: PlanServer, id_: str) -> None:
    """Make an invitation useless."""
    server.send("DELETE", f"/invitations/{_checked(id_)}")


def change_member(
    server: PlanServer,
    id_: str,
    *,
    name: str | None = None,
    role: Role | None = None,
    licence: Licence | None = None,
) -> Member:
    """Change what is given of a member."""
    wish = message(people.MemberChange, name=name, role=role, licence=licence)
    changed = server.send("PATCH", f"/members/{_checked(id_)}", wish)
    return reading.member(server.understand(people.Member, changed.body))


def remove_member(server: PlanServer, id_: str) -> None:
    """Remove a member; all their devices are signed out."""
    server.send("DELETE", f"/members/{_checked(id_)}")


def revoke_device(server: PlanServer, id_: str) -> None:
    """Sign a device out."""
    server.send("DELETE", f"/devices/{_checked(id_)}")


def read_audit(server: PlanServer, before: int | None = None) -> Audit:
    """Read a page of changes, newest first."""
    path = "/audit" if before is None else f"/audit?before={before}"
    return reading.audit(server.understand(refusal.Audit, _read(server, path).body))


def _checked(id_: str) -> str:
    """Return an id; UsageProblem for anything else, which must not become a path."""
    if not _is_id(id_):
        raise UsageProblem(_NO_ID, text=id_[:_SHOWN])
    return id_


def _read(server: PlanServer, path: str) -> Tagged:
    found = server.read(path)
    if found is None:
        raise server.nonsense()
    return found
