"""Nothing that an agent's token can fetch names a colleague or tells what the company pays."""

import pytest

from tests.support.plan_book import message_of, owner_of, state, tag_of
from tests.support.server_app import Seated, ServerApp
from tests.support.usage_counts import OTHER, count, upload

OWNER, COLLEAGUE = "Robin Ownerly", "Sam Colleagueson"
PRICE = {"amount": "91.37", "currency": "USD"}
SECRETS = (OWNER, COLLEAGUE, "91.37", "two years firm")


@pytest.fixture
def owner(server: ServerApp) -> Seated:
    """An owner of a company of three that has stated everything there is."""
    made = owner_of(server, person=OWNER)
    colleague = server.new_member(made.company, COLLEAGUE)
    state(server, made, "plan/entries", message_of("hubspot-professional"))
    state(server, made, "plan/entries", message_of("aircall-us-ca"))
    state(server, made, "plan/seats", {"committed": 3})
    state(server, made, "contract", {"committed": PRICE, "note": "two years firm"})
    state(server, made, "profile", {"name": "Acme Trading", "bundle": True})
    for person in (made, colleague):
        state(server, made, f"plan/links/{person.id}", {"linked": True})
    upload(server, colleague, count(counted=30, billed=4, amounts=[PRICE]), ledger=OTHER)
    return made


@pytest.fixture
def agent(server: ServerApp, owner: Seated) -> Seated:
    made = server.new_member(owner.company, "Kim Agent")
    state(server, owner, f"plan/links/{made.id}", {"linked": True})
    return made


def test_no_path_tells_an_agent_of_colleagues_or_prices(
    server: ServerApp, owner: Seated, agent: Seated
) -> None:
    fetched = 0
    for path, methods in server.application.openapi()["paths"].items():
        if "get" in methods:
            answer = server.ask("GET", path.format(company=agent.company), agent)
            told = answer.text + str(answer.headers)
            assert not [each for each in (*SECRETS, owner.id) if each in told], path
            fetched += answer.status_code == 200
    assert fetched >= 5


def test_what_an_agent_changes_tells_nothing_either(
    server: ServerApp, owner: Seated, agent: Seated
) -> None:
    server.pass_time(5)
    headers = {"If-Match": tag_of(server, agent)}
    path = f"{agent.path}/plan/links/{agent.id}"
    answer = server.ask("PUT", path, agent, json={"linked": False}, headers=headers)
    assert answer.status_code == 200
    assert not [each for each in (*SECRETS, owner.id) if each in answer.text]
    assert [each["end"] is None for each in answer.json()["links"]] == [False]


def test_the_owner_sees_all_of_it(server: ServerApp, owner: Seated) -> None:
    paths = ("plan", "usage/people", "members")
    told = "".join(server.ask("GET", f"{owner.path}/{each}", owner).text for each in paths)
    assert all(secret in told for secret in SECRETS)


def test_an_agent_says_nothing_of_somebody_else(
    server: ServerApp, owner: Seated, agent: Seated
) -> None:
    headers = {"If-Match": tag_of(server, agent)}
    for member in (owner.id, "0" * 32):
        path = f"{agent.path}/plan/links/{member}"
        answer = server.ask("PUT", path, agent, json={"linked": True}, headers=headers)
        assert (answer.status_code, answer.json()["reason"]) == (403, "forbidden")


def test_nobody_is_linked_who_is_not_of_the_company(server: ServerApp, owner: Seated) -> None:
    stranger = owner_of(server, "Other Company")
    headers = {"If-Match": tag_of(server, owner)}
    path = f"{owner.path}/plan/links/{stranger.id}"
    answer = server.ask("PUT", path, owner, json={"linked": True}, headers=headers)
    assert answer.status_code == 404
