"""Who may do what: every role against every path and method of the published contract."""

import re
from dataclasses import dataclass
from enum import Enum

import pytest
from fastapi.routing import APIRoute
from sqlalchemy import func, select

from app.domain.company import Role
from app.server import application
from app.server.store.tables import audit, invitation
from tests.support.server_app import Seated, ServerApp


class For(Enum):
    """Whom a route is for."""

    ALL = "anybody, without a token"
    SIGNED_IN = "whoever has a token"
    COMPANY = "members of the company"
    OWNERS = "owners of the company"


_NOT_LET_IN = (401, 403, 404, 405, 500, 503)
_COMPANY = "/v1/companies/{company}"
TABLE = {
    "GET /health/live": For.ALL,
    "GET /health/ready": For.ALL,
    "POST /v1/sign-in": For.ALL,
    "GET /v1/me": For.SIGNED_IN,
    "DELETE /v1/me/device": For.SIGNED_IN,
    "GET /v1/companies": For.SIGNED_IN,
    f"GET {_COMPANY}/plan": For.COMPANY,
    f"POST {_COMPANY}/plan/entries": For.OWNERS,
    f"POST {_COMPANY}/plan/seats": For.OWNERS,
    f"POST {_COMPANY}/plan/annual": For.OWNERS,
    # Agents mark themselves as linked; tests/server/test_plan_changes has whom else they may not.
    f"PUT {_COMPANY}/plan/links/{{member}}": For.COMPANY,
    f"PUT {_COMPANY}/profile": For.OWNERS,
    f"PUT {_COMPANY}/contract": For.OWNERS,
    f"GET {_COMPANY}/usage": For.COMPANY,
    f"PUT {_COMPANY}/usage": For.COMPANY,
    f"GET {_COMPANY}/usage/people": For.OWNERS,
    f"GET {_COMPANY}/members": For.OWNERS,
    f"PATCH {_COMPANY}/members/{{member}}": For.OWNERS,
    f"DELETE {_COMPANY}/members/{{member}}": For.OWNERS,
    f"GET {_COMPANY}/invitations": For.OWNERS,
    f"POST {_COMPANY}/invitations": For.OWNERS,
    f"DELETE {_COMPANY}/invitations/{{invitation}}": For.OWNERS,
    f"GET {_COMPANY}/devices": For.OWNERS,
    f"DELETE {_COMPANY}/devices/{{device}}": For.OWNERS,
    f"GET {_COMPANY}/audit": For.OWNERS,
}


@dataclass(frozen=True, slots=True)
class Cast:
    """One company with everybody who might ask, and somebody of another one."""

    server: ServerApp
    owner: Seated
    agent: Seated
    other_agent: Seated
    stranger: Seated
    revoked: Seated
    removed: Seated
    invitation: str

    def send(self, route: str, by: Seated | None) -> int:
        """Send a request to this company."""
        method, _, path = route.partition(" ")
        ids = {
            "company": self.owner.company,
            "member": by.id if by and "links" in path else self.other_agent.id,
            "invitation": self.invitation,
            "device": self.other_agent.device,
        }
        filled = re.sub(r"\{(\w+)\}", lambda found: ids[found[1]], path)
        body: dict[str, object] | None = {} if method in ("POST", "PUT", "PATCH") else None
        return self.server.ask(method, filled, by, json=body).status_code


def cast_of(server: ServerApp) -> Cast:
    company, elsewhere = server.new_company(), server.new_company("Other Ltd")
    owner = server.new_member(company, "Olive", Role.OWNER)
    revoked, removed = server.new_member(company), server.new_member(company)
    server.ask("DELETE", f"{owner.path}/devices/{revoked.device}", owner)
    server.ask("DELETE", f"{owner.path}/members/{removed.id}", owner)
    server.ask("POST", f"{owner.path}/invitations", owner, json={"name": "Kim"})
    with server.database.reading() as connection:
        query = select(invitation.c.id).where(invitation.c.company_id == company)
        invited = str(connection.execute(query).scalar_one())
    return Cast(
        server=server,
        owner=owner,
        agent=server.new_member(company),
        other_agent=server.new_member(company),
        stranger=server.new_member(elsewhere, "Sam", Role.OWNER),
        revoked=revoked,
        removed=removed,
        invitation=invited,
    )


def send(server: ServerApp, route: str, who: str) -> int:
    """Send a request in a company of its own, because some of them end a membership."""
    people = cast_of(server)
    return people.send(route, people.owner if who == "owner" else people.agent)


def routes_of(server: ServerApp) -> list[str]:
    """Every method and path that is published."""
    paths = server.application.openapi()["paths"]
    return [f"{method.upper()} {path}" for path in paths for method in paths[path]]


def test_the_table_has_every_route_that_is_published(server: ServerApp) -> None:
    assert sorted(TABLE) == sorted(routes_of(server))


def test_every_route_under_v1_is_published() -> None:
    for router in application._ROUTERS:
        assert all(isinstance(each, APIRoute) and each.include_in_schema for each in router.routes)


def test_without_a_good_token_nobody_is_let_in(server: ServerApp) -> None:
    people = cast_of(server)
    closed = [route for route, whom in TABLE.items() if whom is not For.ALL]
    for by in (None, people.revoked, people.removed):
        assert {route: people.send(route, by) for route in closed} == dict.fromkeys(closed, 401)


def test_an_owner_is_let_in_everywhere(server: ServerApp) -> None:
    statuses = {route: send(server, route, "owner") for route in TABLE}
    assert {route: status for route, status in statuses.items() if status in _NOT_LET_IN} == {}


def test_an_agent_is_let_in_where_it_is_not_for_owners(server: ServerApp) -> None:
    statuses = {route: send(server, route, "agent") for route in TABLE}
    for_owners = {route for route, whom in TABLE.items() if whom is For.OWNERS}
    refused = {route: status for route, status in statuses.items() if status in _NOT_LET_IN}
    assert refused == dict.fromkeys(for_owners, 403)


def test_another_company_is_not_there_for_a_stranger(server: ServerApp) -> None:
    people = cast_of(server)
    of_a_company = [route for route in TABLE if "{company}" in route]
    statuses = {route: people.send(route, people.stranger) for route in of_a_company}
    assert statuses == dict.fromkeys(of_a_company, 404)


@pytest.mark.parametrize("route", [each for each in TABLE if each.count("{") == 2])
def test_ids_of_another_company_are_not_there_in_ones_own(server: ServerApp, route: str) -> None:
    people = cast_of(server)
    method, _, path = route.partition(" ")
    body = {"linked": True} if method == "PUT" else {"name": "Changed"}
    headers = {
        "If-Match": people.server.ask(
            "GET", f"{people.stranger.path}/plan", people.stranger
        ).headers["ETag"]
    }

    def answer(member: str, device: str, invited: str) -> tuple[int, object]:
        ids = {
            "company": people.stranger.company,
            "member": member,
            "device": device,
            "invitation": invited,
        }
        filled = re.sub(r"\{(\w+)\}", lambda found: ids[found[1]], path)
        found = server.ask(method, filled, people.stranger, json=body, headers=headers)
        return found.status_code, found.json()

    theirs = answer(people.agent.id, people.agent.device, people.invitation)
    assert theirs == answer("0" * 32, "0" * 32, "0" * 32)
    assert theirs[0] == 404


def test_a_member_of_others_is_not_invited_again(server: ServerApp) -> None:
    people = cast_of(server)
    path, asked = f"{people.stranger.path}/invitations", {"name": "Kim", "member": people.agent.id}
    assert server.ask("POST", path, people.stranger, json=asked).status_code == 404


def test_the_audit_of_others_is_not_read_from_their_lines_on(server: ServerApp) -> None:
    people = cast_of(server)
    with server.database.reading() as connection:
        newest = connection.execute(select(func.max(audit.c.id))).scalar_one()
    path = f"{people.stranger.path}/audit?before={newest + 1}"
    assert server.ask("GET", path, people.stranger).json() == {"lines": [], "more": None}


def test_lists_hold_nobody_of_another_company(server: ServerApp) -> None:
    people = cast_of(server)
    theirs = (people.owner.id, people.agent.id, people.agent.device, people.invitation)
    for name in ("members", "invitations", "devices", "audit", "plan", "usage", "usage/people"):
        path = f"{people.stranger.path}/{name}"
        answer = server.ask("GET", path, people.stranger)
        assert answer.status_code == 200
        assert not any(each in answer.text for each in theirs)


def test_a_company_of_others_is_answered_like_one_that_is_not_there(server: ServerApp) -> None:
    people = cast_of(server)
    theirs = people.server.ask("GET", f"{people.owner.path}/plan", people.stranger)
    nobodys = people.server.ask("GET", f"/v1/companies/{'0' * 32}/plan", people.stranger)
    assert (theirs.status_code, theirs.content) == (nobodys.status_code, nobodys.content)


@pytest.mark.parametrize(
    "shown", ["", "Bearer", "Bearer ", "Basic YTpi", "Bearer tt_short", "Bearer \u00fc", "tt_x"]
)
def test_what_is_no_token_is_not_taken_for_one(server: ServerApp, shown: str) -> None:
    headers = {"Authorization": shown.encode("latin-1")}
    answer = server.ask("GET", "/v1/me", headers=headers)
    assert (answer.status_code, answer.json()["reason"]) == (401, "sign_in")
    assert answer.headers["WWW-Authenticate"] == "Bearer"
