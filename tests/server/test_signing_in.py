"""Signing in: a code is good once, for some days, and guesses have to wait."""

from concurrent.futures import ThreadPoolExecutor

import httpx
from sqlalchemy import select

from app.domain.company import Role
from app.server.people.attempts import FREE, wait_seconds
from app.server.store.tables import attempt, invitation, member, token
from tests.support.server_app import Seated, ServerApp

_DAY = 24 * 60


def invited(server: ServerApp, owner: Seated, **asked: object) -> str:
    """Invite somebody; return the code out of the link."""
    answer = server.ask("POST", f"{owner.path}/invitations", owner, json={"name": "Kim", **asked})
    assert answer.status_code == 201
    return str(answer.json()["link"]).partition("#")[2]


def hand_in(server: ServerApp, code: str, device: str = "laptop") -> httpx.Response:
    return server.ask("POST", "/v1/sign-in", json={"code": code, "device": device})


def an_owner(server: ServerApp) -> Seated:
    return server.new_member(server.new_company(), "Olive", Role.OWNER)


def test_an_invitation_signs_its_person_in(server: ServerApp) -> None:
    owner = an_owner(server)
    code = invited(server, owner, name="Kim", role="agent", licence="annual")
    signed_in = hand_in(server, code)
    assert signed_in.status_code == 201
    me = server.ask("GET", "/v1/me", signed_in.json()["token"]).json()
    assert me == signed_in.json()["me"]
    assert (me["name"], me["role"], me["licence"]) == ("Kim", "agent", "annual")


def test_who_joins_is_in_the_audit(server: ServerApp) -> None:
    owner = an_owner(server)
    hand_in(server, invited(server, owner))
    lines = server.ask("GET", f"{owner.path}/audit", owner).json()["lines"]
    told = [(line["what"], line["by"]) for line in lines]
    assert told[:2] == [("device.signed_in", "Kim"), ("member.joined", "Kim")]


def test_a_code_is_good_once(server: ServerApp) -> None:
    code = invited(server, an_owner(server))
    assert hand_in(server, code).status_code == 201
    again = hand_in(server, code)
    assert (again.status_code, again.json()["reason"]) == (403, "code_unknown")


def test_a_code_handed_in_by_four_at_once_is_good_once(server: ServerApp) -> None:
    code = invited(server, an_owner(server))
    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(lambda _: hand_in(server, code), range(4)))
    assert sorted(each.status_code for each in answers) == [201, 403, 403, 403]


def test_a_code_runs_out_after_its_days(server: ServerApp) -> None:
    code = invited(server, an_owner(server), days=2)
    server.pass_time(2 * _DAY)
    assert hand_in(server, code).status_code == 403


def test_a_code_holds_until_its_last_minute(server: ServerApp) -> None:
    code = invited(server, an_owner(server), days=2)
    server.pass_time(2 * _DAY - 1)
    assert hand_in(server, code).status_code == 201


def test_a_revoked_invitation_is_useless(server: ServerApp) -> None:
    owner = an_owner(server)
    code = invited(server, owner)
    made = server.ask("GET", f"{owner.path}/invitations", owner).json()["invitations"][0]
    server.ask("DELETE", f"{owner.path}/invitations/{made['id']}", owner)
    assert hand_in(server, code).status_code == 403


def test_an_invitation_for_somebody_there_adds_a_device(server: ServerApp) -> None:
    owner = an_owner(server)
    agent = server.new_member(owner.company, "Kim")
    code = invited(server, owner, member=agent.id, role="owner")
    me = hand_in(server, code, "second computer").json()["me"]
    assert (me["member"], me["role"]) == (agent.id, "agent")


def test_an_invitation_for_somebody_who_left_is_useless(server: ServerApp) -> None:
    owner = an_owner(server)
    agent = server.new_member(owner.company, "Kim")
    code = invited(server, owner, member=agent.id)
    server.ask("DELETE", f"{owner.path}/members/{agent.id}", owner)
    assert hand_in(server, code).status_code == 403


def test_what_a_removed_owner_handed_out_is_useless(server: ServerApp) -> None:
    owner = an_owner(server)
    other = server.new_member(owner.company, "Otto", Role.OWNER)
    code = invited(server, other, role="owner")
    server.ask("DELETE", f"{owner.path}/members/{other.id}", owner)
    assert hand_in(server, code).status_code == 403


def test_neither_codes_nor_tokens_are_kept(server: ServerApp) -> None:
    owner = an_owner(server)
    code = invited(server, owner)
    secret = hand_in(server, code).json()["token"]
    with server.database.reading() as connection:
        kept = str([connection.execute(select(table)).all() for table in (invitation, token)])
    assert code not in kept
    assert secret not in kept


def test_wrong_codes_cost_a_growing_wait() -> None:
    waits = [wait_seconds(failed) for failed in (1, FREE - 1, FREE, FREE + 1, FREE + 2, 500)]
    assert waits == [0, 0, 2, 4, 8, 3600]


def test_an_address_that_guesses_is_locked_out(server: ServerApp) -> None:
    code = invited(server, an_owner(server))
    for _ in range(FREE):
        assert hand_in(server, "a" * 43).status_code == 403
    locked = hand_in(server, code)
    assert (locked.status_code, locked.json()["reason"]) == (429, "locked_out")
    assert locked.headers["Retry-After"] == "2"
    assert locked.json()["wait_seconds"] == 2


def test_a_code_that_was_good_once_is_no_guess(server: ServerApp) -> None:
    owner = an_owner(server)
    used, old = invited(server, owner), invited(server, owner, days=1)
    hand_in(server, used)
    server.pass_time(_DAY)
    refused = [hand_in(server, code) for code in (used, old) for _ in range(FREE)]
    unknown = hand_in(server, "a" * 43)
    assert {(each.status_code, each.text) for each in refused} == {(403, unknown.text)}
    assert hand_in(server, invited(server, owner)).status_code == 201


def test_a_withdrawn_code_is_no_guess(server: ServerApp) -> None:
    owner = an_owner(server)
    code = invited(server, owner)
    made = server.ask("GET", f"{owner.path}/invitations", owner).json()["invitations"][0]
    server.ask("DELETE", f"{owner.path}/invitations/{made['id']}", owner)
    assert [hand_in(server, code).status_code for _ in range(2 * FREE)] == [403] * (2 * FREE)


def test_lock_out_ends_with_its_wait(server: ServerApp) -> None:
    code = invited(server, an_owner(server))
    for _ in range(FREE):
        hand_in(server, "a" * 43)
    server.pass_time(1)
    assert hand_in(server, code).status_code == 201


def test_lock_out_does_not_touch_other_addresses(server: ServerApp) -> None:
    code = invited(server, an_owner(server))
    for _ in range(FREE):
        hand_in(server, "a" * 43)
    server.address = "203.0.113.9"
    assert hand_in(server, code).status_code == 201


def test_another_copy_of_the_server_knows_of_the_lock_out(server: ServerApp) -> None:
    for _ in range(FREE):
        hand_in(server, "a" * 43)
    other = ServerApp(server.database)
    assert hand_in(other, "b" * 43).status_code == 429


def test_guesses_are_forgotten_after_a_day(server: ServerApp) -> None:
    for _ in range(FREE):
        hand_in(server, "a" * 43)
    server.pass_time(_DAY + 1)
    assert hand_in(server, "a" * 43).status_code == 403
    with server.database.reading() as connection:
        assert connection.execute(select(attempt.c.failed)).scalars().all() == [1]


def test_guesses_at_once_are_all_counted(server: ServerApp) -> None:
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda _: hand_in(server, "a" * 43), range(8)))
    assert sorted(each.status_code for each in answers) == [403] * FREE + [429] * (8 - FREE)


def test_nobody_joins_by_a_wrong_code(server: ServerApp) -> None:
    an_owner(server)
    hand_in(server, "a" * 43)
    with server.database.reading() as connection:
        assert len(connection.execute(select(member.c.id)).all()) == 1
