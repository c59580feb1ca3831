"""A plan entered here goes on holding in a company without one, and its owner can give it away."""

from pathlib import Path
from typing import Any

import pytest

from app.domain.company import Role
from tests.support.console import Console
from tests.support.keyrings import MemoryKeyring
from tests.support.plan_server import LiveServer, empty_server_file, plan_server

__all__ = ["empty_server_file", "plan_server"]

SAME = ("plans", "seats", "links", "people")


@pytest.fixture
def owner(tmp_path: Path, plan_server: LiveServer, memory_keyring: MemoryKeyring) -> Console:
    """An owner with a plan entered here, who has just joined a company without one."""
    console = Console(tmp_path / "owner")
    enter_plan(console)
    link = plan_server.link("Dana", Role.OWNER)
    told = console.done("company", "join", stdin=link.encode()).out
    assert told.endswith("the one entered here: talktally company share-plan\n")
    return console


@pytest.fixture
def agent(tmp_path: Path, plan_server: LiveServer, memory_keyring: MemoryKeyring) -> Console:
    console = Console(tmp_path / "agent")
    console.done("company", "join", stdin=plan_server.link("Lea").encode())
    return console


def enter_plan(console: Console) -> None:
    console.done("me", "--name", "Dana")
    console.done("plan", "use", "hubspot-professional", "--zone", "UTC", "--twilio-connect")
    words = ("plan", "use", "aircall-us-ca", "--zone", "UTC", "--anchor-day", "5")
    console.done(*words, "--from", "2026-10-01")
    console.done("plan", "use", "aircall-us-ca", "--from", "2026-11-10")
    console.done("plan", "seats", "--committed", "3", "--additional", "1")
    console.done("plan", "seats", "--annual", "1", "--until", "2027-04-30", "--from", "2026-11-01")
    console.done("plan", "profile", "--country", "US", "--price", "committed", "40", "USD")


def shown(console: Console) -> dict[str, Any]:
    console.done("sync")
    found: dict[str, Any] = console.done("plan", "show", "--json").json
    return found


def test_the_plan_entered_here_goes_on_holding(owner: Console) -> None:
    page = shown(owner)
    assert [each["name"] for each in page["plans"]] == ["hubspot-professional", "aircall-us-ca"]
    assert (page["origin"], page["role"]) == ("local", "owner")
    told = owner.done("plan", "show").out
    assert "Acme Trading has no plan yet, so the one entered here holds." in told


def test_the_company_gets_all_of_it_with_its_dates(owner: Console, agent: Console) -> None:
    before = shown(owner)
    answer = owner.done("company", "share-plan")
    assert answer.out == "Acme Trading has the plan that was entered here.\n"
    after = shown(owner)
    assert [after[part] for part in SAME] == [before[part] for part in SAME]
    assert (after["origin"], after["profile"]["name"]) == ("server", "Acme Trading")
    assert after["profile"]["address"]["country"] == "US"
    assert after["contract"]["committed"] == {"amount": "40.00", "currency": "USD"}
    seen = shown(agent)
    assert (seen["plans"], seen["seats"]) == (after["plans"], after["seats"])


def test_given_once_nothing_is_sent_again(owner: Console) -> None:
    owner.done("company", "share-plan")
    answer = owner.done("company", "share-plan", "--json")
    assert answer.json == {"version": 1, "company": "Acme Trading", "sent": 0}


def test_a_company_with_a_plan_keeps_it(
    owner: Console, plan_server: LiveServer, tmp_path: Path
) -> None:
    second = Console(tmp_path / "second")
    second.done("company", "join", stdin=plan_server.link("Ada", Role.OWNER).encode())
    second.done("plan", "use", "hubspot-starter", "--zone", "UTC")
    answer = owner.run("company", "share-plan")
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.startswith("Acme Trading has a plan already, and it holds here.")
    assert [each["name"] for each in shown(owner)["plans"]] == ["hubspot-starter"]


def test_agents_and_owners_without_a_plan_have_none_to_give(
    agent: Console, plan_server: LiveServer, tmp_path: Path
) -> None:
    assert agent.run("company", "share-plan").code == 2
    assert "An owner of the company can enter it." in agent.done("plan", "show").out
    second = Console(tmp_path / "second")
    second.done("company", "join", stdin=plan_server.link("Ada", Role.OWNER).encode())
    answer = second.run("company", "share-plan")
    told = "No plan is entered on this computer, so there is none to give to Acme Trading.\n"
    assert (answer.code, answer.err) == (1, told)


def test_without_the_server_nothing_is_given(owner: Console, plan_server: LiveServer) -> None:
    plan_server.stop()
    assert owner.run("company", "share-plan").code == 3
    assert owner.done("plan", "show", "--json").json["origin"] == "local"


def test_who_leaves_before_giving_it_has_it_as_before(owner: Console) -> None:
    before = shown(owner)
    owner.done("company", "leave")
    after = owner.done("plan", "show", "--json").json
    assert (after["plans"], after["seats"]) == (before["plans"], before["seats"])


def test_an_owner_who_changes_one_plan_gives_the_company_the_other_too(
    owner: Console, agent: Console
) -> None:
    owner.done("plan", "use", "hubspot-starter", "--from", "2026-11-12")
    plans = {each["name"] for each in shown(agent)["plans"]}
    assert plans == {"hubspot-starter", "aircall-us-ca"}


def test_seats_alone_do_not_put_the_own_plan_to_rest(owner: Console, agent: Console) -> None:
    owner.done("plan", "seats", "--committed", "9")
    assert len(shown(agent)["plans"]) == 2
