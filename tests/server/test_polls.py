"""Desktops that have the present plan book are answered at once; everything else takes its way."""

import pytest

from app.domain.company import Role
from tests.support.plan_book import owner_of, tag_of
from tests.support.server_app import Seated, ServerApp


def poll(server: ServerApp, by: Seated, tag: str, **more: str) -> int:
    headers = {"If-None-Match": tag, **more}
    return server.ask("GET", f"{by.path}/plan", by, headers=headers).status_code


def test_a_poll_has_the_headers_of_every_answer(server: ServerApp) -> None:
    owner = owner_of(server)
    tag = tag_of(server, owner)
    answer = server.ask("GET", f"{owner.path}/plan", owner, headers={"If-None-Match": tag})
    assert answer.status_code == 304
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_a_poll_with_a_revoked_token_is_refused(server: ServerApp) -> None:
    owner = owner_of(server)
    other = server.new_member(owner.company, "Kim", Role.OWNER)
    tag = tag_of(server, other)
    assert poll(server, other, tag) == 304
    server.ask("DELETE", f"{owner.path}/devices/{other.device}", owner)
    assert poll(server, other, tag) == 401


def test_a_poll_for_another_company_finds_nothing(server: ServerApp) -> None:
    owner, stranger = owner_of(server), owner_of(server, "Other Company")
    headers = {"If-None-Match": tag_of(server, owner)}
    answer = server.ask("GET", f"{owner.path}/plan", stranger, headers=headers)
    assert answer.status_code == 404


@pytest.mark.parametrize("shown", ["Bearer nonsense", "Basic abc", "Bearer"])
def test_a_poll_without_a_good_token_is_refused(server: ServerApp, shown: str) -> None:
    owner = owner_of(server)
    headers = {"If-None-Match": tag_of(server, owner), "Authorization": shown}
    assert server.ask("GET", f"{owner.path}/plan", headers=headers).status_code == 401


def test_polls_keep_the_device_noted_as_used(server: ServerApp) -> None:
    owner = owner_of(server)
    tag = tag_of(server, owner)
    server.pass_time(120)
    assert poll(server, owner, tag) == 304
    (device,) = server.ask("GET", f"{owner.path}/devices", owner).json()["devices"]
    assert device["last_used"] == "2026-11-21T15:05:00Z"
