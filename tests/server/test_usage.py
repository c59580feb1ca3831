"""Usage counts: each counts once, the newest word of its ledger, however often it is sent."""

import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from app.server.verifying import verify
from app.wire.usage import PeopleUse
from tests.support.plan_book import message_of, owner_of, state
from tests.support.server_app import Seated, ServerApp
from tests.support.usage_counts import LEDGER, OTHER, count, pooled, upload


@pytest.fixture
def owner(server: ServerApp) -> Seated:
    """An owner whose company has a plan for calls and one for texts."""
    made = owner_of(server)
    state(server, made, "plan/entries", message_of("hubspot-professional"))
    state(server, made, "plan/entries", message_of("aircall-us-ca", anchor_day=14))
    return made


@pytest.fixture
def agent(server: ServerApp, owner: Seated) -> Seated:
    return server.new_member(owner.company, "Kim")


def test_counts_of_people_are_added_up(server: ServerApp, owner: Seated, agent: Seated) -> None:
    upload(server, owner, count(counted=7, outside=1))
    upload(server, agent, count(counted=30, outside=2), ledger=OTHER)
    found = pooled(server, agent)
    assert (found["counted"], found["outside"], found["mine"]) == (37, 3, 30)
    assert (found["reporting"], found["members"]) == (2, 2)


def test_the_same_upload_twice_changes_nothing(server: ServerApp, owner: Seated) -> None:
    assert upload(server, owner, count(counted=7), count("calls", counted=2)) == (2, 0)
    before = server.ask("GET", f"{owner.path}/usage", owner)
    server.pass_time(5)
    assert upload(server, owner, count(counted=7), count("calls", counted=2)) == (0, 2)
    after = server.ask("GET", f"{owner.path}/usage", owner)
    assert (after.json(), after.headers["ETag"]) == (before.json(), before.headers["ETag"])


def test_a_newer_count_replaces_and_an_older_one_never_does(
    server: ServerApp, owner: Seated
) -> None:
    upload(server, owner, count(counted=7), sequence=5)
    assert upload(server, owner, count(counted=4), sequence=9) == (1, 0)
    assert upload(server, owner, count(counted=99), sequence=6) == (0, 1)
    assert pooled(server, owner)["counted"] == 4


def test_two_computers_of_one_person_are_not_added_up(server: ServerApp, owner: Seated) -> None:
    upload(server, owner, count(counted=7), sequence=3)
    upload(server, owner, count(counted=9), ledger=OTHER)
    assert pooled(server, owner)["counted"] == 9
    upload(server, owner, count(counted=2), sequence=2, ledger=OTHER)
    found = pooled(server, owner)
    assert (found["counted"], found["mine"]) == (7, 7)


def test_days_outside_the_cycle_are_not_in_its_sum(server: ServerApp, owner: Seated) -> None:
    days = ("2026-11-13", "2026-11-14", "2026-12-13", "2026-12-14")
    upload(server, owner, *(count("sms_segments", day, counted=1) for day in days))
    cycles = server.ask("GET", f"{owner.path}/usage?cycles=2", owner).json()["cycles"]
    texts = [each for each in cycles if each["line"] == "texts"]
    assert [(each["first"], each["last"]) for each in texts] == [
        ("2026-11-14", "2026-12-13"),
        ("2026-10-14", "2026-11-13"),
    ]
    assert [each["meters"][0]["counted"] for each in texts] == [2, 1]


def test_a_cycle_has_the_meters_of_its_plan(server: ServerApp, owner: Seated) -> None:
    cycles = server.ask("GET", f"{owner.path}/usage?cycles=1", owner).json()["cycles"]
    kinds = [[meter["kind"] for meter in each["meters"]] for each in cycles]
    assert kinds == [["minutes"], ["sms_segments", "mms_segments"]]


def test_without_a_plan_there_is_no_cycle(server: ServerApp) -> None:
    alone = owner_of(server)
    answer = server.ask("GET", f"{alone.path}/usage", alone).json()
    assert answer == {"as_of": None, "cycles": []}


def test_whoever_joined_later_is_not_missed_in_an_old_cycle(
    server: ServerApp, owner: Seated
) -> None:
    upload(server, owner, count(day="2026-10-20", counted=1), count(counted=1))
    server.pass_time(60 * 24 * 30)
    server.new_member(owner.company, "Kim")
    cycles = server.ask("GET", f"{owner.path}/usage?cycles=3", owner).json()["cycles"]
    members = [each["meters"][0]["members"] for each in cycles if each["line"] == "calls"]
    assert members == [2, 1, 1]


def test_known_usage_is_not_sent_again(server: ServerApp, owner: Seated, agent: Seated) -> None:
    upload(server, owner, count(counted=7))
    tag = server.ask("GET", f"{agent.path}/usage", agent).headers["ETag"]
    known = {"If-None-Match": tag}
    assert server.ask("GET", f"{agent.path}/usage", agent, headers=known).status_code == 304
    upload(server, owner, count(counted=8), sequence=2)
    assert server.ask("GET", f"{agent.path}/usage", agent, headers=known).status_code == 200


def test_a_new_cycle_makes_known_usage_old(server: ServerApp, owner: Seated) -> None:
    known = {"If-None-Match": server.ask("GET", f"{owner.path}/usage", owner).headers["ETag"]}
    server.pass_time(60 * 24 * 10)
    assert server.ask("GET", f"{owner.path}/usage", owner, headers=known).status_code == 200


def test_owners_read_who_used_what(server: ServerApp, owner: Seated, agent: Seated) -> None:
    dollars = {"amount": "0.518", "currency": "USD"}
    euros = {"amount": "1", "currency": "EUR"}
    figures: dict[str, Any] = {"billed": 37, "over": 2, "second_leg": 18, "unpriced": 1}
    upload(server, agent, count(counted=60, amounts=[dollars], **figures))
    upload(server, agent, count(day="2026-11-19", amounts=[dollars, euros], counted=1))
    cycle = server.ask("GET", f"{owner.path}/usage/people", owner).json()["cycles"][0]
    kim, robin = cycle["people"]
    assert (kim["name"], robin["name"], robin["meters"]) == ("Kim", "Robin", [])
    meter = kim["meters"][0]
    assert meter["counted"] == 61
    assert {name: meter[name] for name in figures} == figures
    assert meter["amounts"] == [
        {"amount": "1.00", "currency": "EUR"},
        {"amount": "1.036", "currency": "USD"},
    ]


def test_what_owners_read_is_what_is_published(
    server: ServerApp, owner: Seated, agent: Seated
) -> None:
    cost = [{"amount": "-12.25", "currency": "USD"}]
    upload(server, agent, count(counted=3, amounts=cost), count("calls", counted=1))
    upload(server, agent, count(day="2026-11-19", counted=4, amounts=cost), ledger=OTHER)
    answer = server.ask("GET", f"{owner.path}/usage/people", owner)
    said = PeopleUse.model_validate_json(answer.text)
    assert answer.json() == json.loads(said.model_dump_json())
    (meter,) = said.cycles[0].people[0].meters
    assert (meter.counted, meter.amounts[0].amount) == (7, "-24.50")


def test_people_who_left_stay_where_they_used_something(
    server: ServerApp, owner: Seated, agent: Seated
) -> None:
    upload(server, agent, count(counted=60))
    server.ask("DELETE", f"{owner.path}/members/{agent.id}", owner)
    cycles = server.ask("GET", f"{owner.path}/usage/people", owner).json()["cycles"]
    assert [[each["name"] for each in cycle["people"]] for cycle in cycles[:2]] == [
        ["Kim", "Robin"],
        ["Robin"],
    ]
    found = pooled(server, owner)
    assert (found["counted"], found["members"]) == (60, 1)


@pytest.mark.parametrize(
    ("counts", "named"),
    [
        ([count(counted=1), count(counted=2)], "counts"),
        ([count(amounts=[{"amount": "30000001", "currency": "USD"}])], "amounts"),
        ([count(counted=-1)], "counted"),
        ([count(number="+4943112345")], "number"),
        ([], "counts"),
    ],
)
def test_counts_that_make_no_sense_are_refused(
    server: ServerApp, owner: Seated, counts: list[object], named: str
) -> None:
    message = {"ledger": LEDGER, "sequence": 1, "counts": counts}
    answer = server.ask("PUT", f"{owner.path}/usage", owner, json=message)
    assert (answer.status_code, answer.json()["reason"]) == (422, "invalid")
    assert named in answer.json()["detail"]


def test_one_person_cannot_send_from_endless_computers(server: ServerApp, owner: Seated) -> None:
    for number in range(100):
        upload(server, owner, count(counted=1), ledger=f"{number:032x}")
    message = {"ledger": LEDGER, "sequence": 1, "counts": [count(counted=1)]}
    answer = server.ask("PUT", f"{owner.path}/usage", owner, json=message)
    assert answer.status_code == 422
    assert verify(server.database) == []


def test_uploads_at_once_are_all_counted(server: ServerApp, owner: Seated) -> None:
    people = [server.new_member(owner.company, f"Agent {number}") for number in range(4)]

    def send(number: int) -> tuple[int, int]:
        return upload(server, people[number % 4], count(counted=number), sequence=number + 1)

    with ThreadPoolExecutor(8) as at_once:
        told = list(at_once.map(send, range(24)))
    assert all(taken + known == 1 for taken, known in told)
    # Of each of the four the last upload: 20, 21, 22 and 23.
    assert pooled(server, owner)["counted"] == 86
    assert verify(server.database) == []
