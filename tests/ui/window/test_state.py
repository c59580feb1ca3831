"""The words around the pages: how old the figures are, and what the plan menu offers to whom."""

from dataclasses import replace

import pytest

from app.domain.instant import MINUTE, Instant
from app.domain.meter import FirstReading, Status, Trust
from app.wording.words import Words
from tests.support import states
from ui.window.state import Around, CompanyAround, WindowState, window_state

OWNER, AGENT = CompanyAround("Acme", owner=True), CompanyAround("Acme", owner=False)


def around(words: Words, company: CompanyAround | None, trust: Trust = Trust.FRESH) -> WindowState:
    status: Status = replace(states.statuses()["near"], trust=trust)
    return window_state(words, status, around=Around(company))


def plan_menu(words: Words, company: CompanyAround | None) -> list[str]:
    menu = next(m for m in around(words, company).menus if m.title == "&Plan")
    return [item.key for item in menu.items]


@pytest.mark.parametrize(
    ("trust", "company", "age"),
    [
        (Trust.LOCAL, None, "As of 21 Nov 14:05 · no connection set up"),
        (Trust.FRESH, OWNER, "Synced 21 Nov 14:05 · Acme"),
        (Trust.FRESH, None, "As of 21 Nov 14:05 · up to date"),
        (Trust.STALE, OWNER, "As of 21 Nov 14:05 · out of date"),
        (Trust.OFFLINE, AGENT, "Offline since 21 Nov 14:05"),
        (Trust.SIGN_IN, AGENT, "As of 21 Nov 14:05 · sign-in needed"),
    ],
)
def test_the_age_says_how_far_the_figures_can_be_trusted(
    words: Words, trust: Trust, company: CompanyAround | None, age: str
) -> None:
    assert around(words, company, trust).age == age


@pytest.mark.parametrize(
    ("zone", "age"),
    [
        ("America/New_York", "As of 21 Nov 08:05 (America/New_York) · up to date"),
        ("Europe/Paris", "As of 21 Nov 14:05 · up to date"),
    ],
)
def test_the_age_names_the_zone_where_the_cycle_has_another_time(
    words: Words, zone: str, age: str
) -> None:
    status = replace(states.statuses()["near"], trust=Trust.FRESH, zone=zone)
    assert window_state(words, status, zone=zone).age == age


def test_a_person_who_asked_for_what_is_new_sees_that_it_is_fetched(words: Words) -> None:
    assert around(words, replace(OWNER, syncing=True)).age == "Syncing…"


def test_a_round_with_an_account_is_told_before_a_pause(words: Words) -> None:
    status = states.statuses()["near"]
    until = Instant(status.as_of + 60 * MINUTE)
    state = window_state(words, status, around=Around(None, True, until, True))
    assert state.age == "Syncing…"


def test_a_first_reading_says_more_than_that_a_round_runs(words: Words) -> None:
    first = FirstReading("HubSpot")
    status = replace(states.statuses()["near"], trust=Trust.STALE, first_reading=first)
    state = window_state(words, status, around=Around(accounts=True, syncing=True))
    assert state.age == "As of 21 Nov 14:05 · first reading under way"


@pytest.mark.parametrize(
    ("hours", "age"), [(1, "Paused until 14:05"), (20, "Paused until 22 Nov 09:05")]
)
def test_a_pause_says_when_it_ends(words: Words, hours: int, age: str) -> None:
    status = states.statuses()["near"]
    until = Instant(status.as_of + hours * 60 * MINUTE)
    state = window_state(words, status, around=Around(paused_until=until))
    assert (state.age, state.age_mark) == (age, "clock")


def test_without_a_company_one_can_be_joined(words: Words) -> None:
    assert plan_menu(words, None) == ["plan", "company.what_if", "company.join"]


def test_accounts_alone_are_something_to_sync(words: Words) -> None:
    state = window_state(words, states.statuses()["near"], around=Around(accounts=True))
    menu = next(m for m in state.menus if m.title == "&Plan")
    assert "company.sync" in [item.key for item in menu.items]


def test_an_owner_edits_and_sees_to_people(words: Words) -> None:
    assert plan_menu(words, OWNER) == [
        "plan", "company.what_if", "company.sync", "company.invite", "company.access",
        "company.leave",
    ]  # fmt: skip


def test_an_agent_is_offered_nothing_that_only_owners_can(words: Words) -> None:
    assert plan_menu(words, AGENT) == ["company.what_if", "company.sync", "company.leave"]


def test_no_shortcut_is_given_twice(words: Words) -> None:
    items = [item for menu in around(words, OWNER).menus for item in menu.items]
    shortcuts = [item.shortcut for item in items if item.shortcut]
    assert len(shortcuts) == len(set(shortcuts))


def test_the_age_says_that_a_first_reading_is_under_way(words: Words) -> None:
    first = FirstReading("Northwind")
    status = replace(states.statuses()["near"], trust=Trust.STALE, first_reading=first)
    assert window_state(words, status).age == "As of 21 Nov 14:05 · first reading under way"
    offline = replace(status, trust=Trust.OFFLINE)
    assert window_state(words, offline).age == "As of 21 Nov 14:05 · offline"
