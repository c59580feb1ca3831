"""A change is made on the revision that its author saw, or not at all."""

from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from tests.support.plan_book import book_of, message_of, owner_of, state, tag_of
from tests.support.server_app import Seated, ServerApp

SEATS = {"committed": 3}


@pytest.mark.parametrize("tag", [None, "*", ""])
def test_a_change_without_a_revision_is_refused(server: ServerApp, tag: str | None) -> None:
    owner = owner_of(server)
    headers = {} if tag is None else {"If-Match": tag}
    answer = server.ask("POST", f"{owner.path}/plan/seats", owner, json=SEATS, headers=headers)
    assert (answer.status_code, answer.json()["reason"]) == (428, "no_revision")


def test_a_change_on_an_old_revision_changes_nothing(server: ServerApp) -> None:
    owner = owner_of(server)
    old = {"If-Match": tag_of(server, owner)}
    before = state(server, owner, "plan/seats", SEATS)
    answer = server.ask(
        "POST", f"{owner.path}/plan/seats", owner, json={"committed": 9}, headers=old
    )
    assert (answer.status_code, answer.json()["reason"]) == (412, "stale")
    assert book_of(server, owner) == before


def test_of_two_changes_at_once_exactly_one_wins(server: ServerApp) -> None:
    owner = owner_of(server)
    tag = tag_of(server, owner)

    def change(committed: int) -> httpx.Response:
        message = {"committed": committed}
        headers = {"If-Match": tag}
        return server.ask("POST", f"{owner.path}/plan/seats", owner, json=message, headers=headers)

    with ThreadPoolExecutor(6) as at_once:
        answers = list(at_once.map(change, range(1, 7)))
    assert sorted(each.status_code for each in answers) == [200] + 5 * [412]
    won = next(each.json() for each in answers if each.status_code == 200)
    assert book_of(server, owner).model_dump(mode="json")["seats"] == won["seats"]


def test_a_plan_that_makes_no_sense_is_refused_with_its_field(server: ServerApp) -> None:
    owner = owner_of(server)
    plan = message_of("hubspot-professional")
    document = dict(plan["document"], name="none")  # type: ignore[call-overload]
    answer = _put(server, owner, {**plan, "document": document})
    assert answer.status_code == 422
    assert answer.json() == {
        "reason": "invalid",
        "detail": 'Field name must not be "none".',
        "wait_seconds": None,
    }


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ({"zone": "Atlantis/Deep"}, "Atlantis/Deep"),
        ({"anchor_day": 14}, "anchor_day"),
        ({"start": "2026-13-01T00:00:00Z"}, "start"),
        ({"cycle": 1}, "cycle"),
    ],
)
def test_what_a_plan_cannot_have_is_named(
    server: ServerApp, said: dict[str, object], named: str
) -> None:
    answer = _put(server, owner_of(server), message_of("hubspot-professional") | said)
    assert (answer.status_code, answer.json()["reason"]) == (422, "invalid")
    assert named in answer.json()["detail"]


@pytest.mark.parametrize(
    ("where", "said", "named"),
    [
        ("seats", {"committed": 1, "without_bundle": 2}, "without_bundle"),
        ("annual", {"until": "2026-01-31", "seats": 1, "start": "2026-06-01T00:00:00Z"}, "until"),
    ],
)
def test_seats_that_make_no_sense_are_refused(
    server: ServerApp, where: str, said: dict[str, object], named: str
) -> None:
    owner = owner_of(server)
    headers = {"If-Match": tag_of(server, owner)}
    answer = server.ask("POST", f"{owner.path}/plan/{where}", owner, json=said, headers=headers)
    assert answer.status_code == 422
    assert named in answer.json()["detail"]
    assert book_of(server, owner).revision == int(headers["If-Match"].strip('"').split("-")[0])


def _put(server: ServerApp, owner: Seated, message: dict[str, object]) -> httpx.Response:
    headers = {"If-Match": tag_of(server, owner)}
    return server.ask("POST", f"{owner.path}/plan/entries", owner, json=message, headers=headers)
