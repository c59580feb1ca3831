"""Who reports in a cycle: whoever sent counts, or asked since it began with nothing to send."""

import pytest
from sqlalchemy import update

from app.domain.instant import DAY, MINUTE, Instant
from app.server.store.tables import token
from tests.support.plan_book import message_of, owner_of, state
from tests.support.server_app import START, Seated, ServerApp
from tests.support.usage_counts import count, pooled, upload

#: Midnight in Berlin, when December begins.
DECEMBER = Instant(START + 9 * DAY + (9 * 60 + 55) * MINUTE)


@pytest.fixture
def owner(server: ServerApp) -> Seated:
    made = owner_of(server)
    state(server, made, "plan/entries", message_of("hubspot-professional"))
    return made


def away(server: ServerApp, *people: Seated, since: int) -> None:
    """Let devices not have been used since an instant."""
    with server.database.writing() as connection:
        for each in people:
            mine = token.c.id == each.device
            connection.execute(update(token).where(mine).values(used_us=since))


def reporting(server: ServerApp, by: Seated) -> tuple[int, int]:
    found = pooled(server, by)
    return found["reporting"], found["members"]


def test_who_was_not_here_in_the_cycle_does_not_report(server: ServerApp, owner: Seated) -> None:
    away(server, server.new_member(owner.company), since=START - 30 * DAY)
    assert reporting(server, owner) == (1, 2)


def test_who_asks_with_nothing_to_send_reports(server: ServerApp, owner: Seated) -> None:
    agent = server.new_member(owner.company)
    away(server, agent, since=START - 30 * DAY)
    assert reporting(server, agent) == (2, 2)
    assert reporting(server, owner) == (2, 2)


@pytest.mark.parametrize("path", ["usage", "plan"])
def test_others_are_told_of_the_first_use_alone(
    server: ServerApp, owner: Seated, path: str
) -> None:
    agent = server.new_member(owner.company)
    away(server, agent, since=START - 30 * DAY)
    tag = server.ask("GET", f"{owner.path}/usage", owner).headers["ETag"]
    server.ask("GET", f"{agent.path}/{path}", agent)
    news = server.ask("GET", f"{owner.path}/usage", owner).headers["ETag"]
    server.pass_time(120)
    server.ask("GET", f"{agent.path}/{path}", agent)
    assert tag != news == server.ask("GET", f"{owner.path}/usage", owner).headers["ETag"]


def test_a_first_use_in_a_cycle_is_noted_within_the_hour(server: ServerApp, owner: Seated) -> None:
    server.now = DECEMBER
    away(server, owner, since=DECEMBER - MINUTE)
    assert reporting(server, owner) == (1, 1)
    server.now = Instant(DECEMBER - MINUTE)
    assert reporting(server, owner) == (1, 1)


def test_use_before_the_cycle_is_no_report_in_it(server: ServerApp, owner: Seated) -> None:
    away(server, server.new_member(owner.company), since=DECEMBER - 1)
    server.now = DECEMBER
    assert reporting(server, owner) == (1, 2)


def test_who_sent_counts_reports_though_never_seen_since(server: ServerApp, owner: Seated) -> None:
    agent = server.new_member(owner.company)
    upload(server, agent, count(counted=1))
    away(server, agent, since=START - 30 * DAY)
    assert reporting(server, owner) == (2, 2)


def test_who_was_removed_reports_no_more(server: ServerApp, owner: Seated) -> None:
    agent = server.new_member(owner.company)
    assert reporting(server, owner) == (2, 2)
    server.ask("DELETE", f"{owner.path}/members/{agent.id}", owner)
    assert reporting(server, owner) == (1, 1)


def test_who_signs_in_once_more_is_news_to_others(server: ServerApp, owner: Seated) -> None:
    agent = server.new_member(owner.company)
    away(server, agent, since=START - 30 * DAY)
    invited = {"name": "Kim", "member": agent.id}
    link = server.ask("POST", f"{owner.path}/invitations", owner, json=invited).json()["link"]
    tag = server.ask("GET", f"{owner.path}/usage", owner).headers["ETag"]
    code = link.partition("#")[2]
    server.ask("POST", "/v1/sign-in", json={"code": code, "device": "laptop"})
    found = server.ask("GET", f"{owner.path}/usage", owner, headers={"If-None-Match": tag})
    assert (found.status_code, reporting(server, owner)) == (200, (2, 2))
