"""Owners change the company's plan by the same commands; agents are told whom to ask."""

import json
from pathlib import Path
from typing import Any

import pytest

from app.domain.company import Role
from tests.support.console import Console
from tests.support.keyrings import MemoryKeyring
from tests.support.plan_server import LiveServer, empty_server_file, plan_server

__all__ = ["empty_server_file", "plan_server"]

SAVED = "It is saved for everybody of Acme Trading.\n"


@pytest.fixture
def owner(tmp_path: Path, plan_server: LiveServer, memory_keyring: MemoryKeyring) -> Console:
    return joined(tmp_path / "owner", plan_server.link("Dana", Role.OWNER))


@pytest.fixture
def agent(tmp_path: Path, plan_server: LiveServer, memory_keyring: MemoryKeyring) -> Console:
    return joined(tmp_path / "agent", plan_server.link("Lea"))


def joined(folder: Path, link: str) -> Console:
    console = Console(folder)
    console.done("company", "join", stdin=link.encode())
    return console


def shown(console: Console) -> dict[str, Any]:
    console.done("sync")
    found: dict[str, Any] = console.done("plan", "show", "--json").json
    return found


def test_an_owners_first_plan_covers_all_history(owner: Console, agent: Console) -> None:
    answer = owner.done("plan", "use", "hubspot-starter", "aircall-us-ca", "--zone", "UTC")
    assert "HubSpot Starter is in force, for all history too." in answer.out
    assert answer.out.endswith(SAVED)
    plans = shown(agent)["plans"]
    assert [(each["name"], each["from"]) for each in plans] == [
        ("hubspot-starter", None),
        ("aircall-us-ca", None),
    ]


def test_a_plan_is_put_in_force_from_a_day_on(owner: Console, agent: Console) -> None:
    owner.done("plan", "use", "aircall-us-ca", "--zone", "Europe/Berlin", "--anchor-day", "5")
    words = ("plan", "use", "aircall-us-ca", "--from", "2026-12-01", "--json")
    told = owner.done(*words).json
    assert told["company"] == "Acme Trading"
    assert told["plans"][0]["from"] == "2026-11-30T23:00:00Z"
    (plan,) = shown(agent)["plans"]
    assert [each["from"] for each in plan["history"]] == [None, "2026-11-30T23:00:00Z"]
    assert plan["anchor_day"] == 5


def test_seats_are_stated_for_everybody(owner: Console, agent: Console) -> None:
    owner.done("plan", "use", "aircall-us-ca", "--zone", "UTC")
    answer = owner.done("plan", "seats", "--committed", "3", "--additional", "1")
    assert answer.out == "Seats: 3 committed, 1 additional.\n" + SAVED
    words = ("plan", "seats", "--annual", "1", "--until", "2027-04-30", "--json")
    told = owner.done(*words).json
    assert (told["from"], told["committed"], told["annual"]) == ("2026-11-21T12:00:00Z", 3, 1)
    seats = shown(agent)["seats"]
    assert [seats[each] for each in ("committed", "additional", "annual")] == [3, 1, 1]
    assert [each["from"] for each in seats["terms"]] == ["2026-11-21T12:00:00Z"]


def test_a_plan_of_ones_own_is_saved_for_everybody(
    owner: Console, agent: Console, tmp_path: Path
) -> None:
    owner.done("plan", "use", "hubspot-starter")
    document = owner.done("plan", "show", "--json").json["plans"][0]["document"]
    file = tmp_path / "own.json"
    file.write_text(json.dumps({**document, "title": "Our own plan"}))
    assert "Our own plan is in force from" in owner.done("plan", "edit", str(file)).out
    # The server's clock says from when it holds, and that is an hour ahead.
    later = shown(agent.at("2026-11-21T14:00:00Z"))
    assert [each["title"] for each in later["plans"]] == ["Our own plan"]


def test_twilio_connect_is_linked_with_the_plan(owner: Console, agent: Console) -> None:
    words = ("plan", "use", "hubspot-professional", "--twilio-connect", "--agent", "Lea")
    assert "Twilio Connect is linked for Lea." in owner.done(*words).out
    (link,) = shown(agent)["links"]
    assert link == {"agent": "Lea", "from": None, "until": None}


@pytest.mark.parametrize(
    "words",
    [
        ("use", "hubspot-starter"),
        ("seats", "--committed", "3"),
        ("link", "Dana"),
        ("unlink", "Dana"),
        ("profile", "--name", "Mine"),
        ("people", "--licence", "me", "annual"),
    ],
)
def test_agents_are_told_whom_to_ask(agent: Console, words: tuple[str, ...]) -> None:
    answer = agent.run("plan", *words)
    assert answer.code == 2
    told = "The plan is the one of Acme Trading. Ask an owner of the company to change it.\n"
    assert answer.err == told


def test_agents_mark_themselves_as_linked(owner: Console, agent: Console) -> None:
    owner.done("plan", "use", "hubspot-starter")
    assert agent.done("plan", "link", "me").out.endswith(SAVED)
    assert [each["agent"] for each in shown(agent)["links"]] == ["Lea"]
    assert agent.done("plan", "unlink", "Lea", "--json").json["company"] == "Acme Trading"


def test_profile_and_licences_are_saved_for_everybody(owner: Console, agent: Console) -> None:
    owner.done("plan", "use", "aircall-us-ca")
    assert owner.done("plan", "profile", "--country", "US").out.endswith(SAVED)
    assert owner.done("plan", "people", "--licence", "Lea", "annual").out.endswith(SAVED)
    assert shown(agent)["profile"]["address"]["country"] == "US"


@pytest.mark.parametrize(
    "words",
    [
        ("use", "hubspot-starter"),
        ("seats", "--committed", "3"),
        ("link", "me"),
        ("profile", "--country", "US"),
        ("people", "--licence", "me", "annual"),
    ],
)
def test_without_the_server_an_owner_changes_nothing(
    owner: Console, plan_server: LiveServer, words: tuple[str, ...]
) -> None:
    before = owner.done("plan", "show", "--json").json
    plan_server.stop()
    answer = owner.run("plan", *words)
    assert answer.code == 3
    assert "cannot be reached" in answer.err
    assert owner.done("plan", "show", "--json").json["plans"] == before["plans"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("use", "nothing-such"), "nothing-such"),
        (("use", "hubspot-starter", "--zone", "Nowhere/Else"), "Nowhere/Else"),
        (("use", "hubspot-starter", "--from", "soon"), "soon"),
        (("use", "hubspot-professional", "--twilio-connect", "--agent", "Max"), "nobody named Max"),
        (("use", "hubspot-starter", "--anchor-day", "5"), "anchor day"),
        (("seats", "--committed", "-1"), "-1"),
        (("seats", "--annual", "1", "--until", "2020-01-01", "--from", "2026-01-01"), "2020-01-01"),
    ],
)
def test_what_makes_no_sense_is_refused_as_it_is_without_a_company(
    owner: Console, words: tuple[str, ...], told: str
) -> None:
    answer = owner.run("plan", *words)
    assert answer.code == 2
    assert told in answer.err
