"""Verifying finds what does not agree, and nothing where all is well."""

import pytest
from sqlalchemy import Update, update

from app.server.book.tables import plan_statement
from app.server.usage.tables import usage_count, usage_day
from app.server.verifying import verify
from tests.support.plan_book import message_of, owner_of, state
from tests.support.server_app import ServerApp
from tests.support.usage_counts import OTHER, count, upload


@pytest.fixture
def filled(server: ServerApp) -> ServerApp:
    """A server with a plan and the counts of two computers of one person."""
    owner = owner_of(server)
    state(server, owner, "plan/entries", message_of("hubspot-professional"))
    upload(server, owner, count(counted=7))
    upload(server, owner, count(counted=9), ledger=OTHER)
    return server


def test_nothing_is_found_where_all_agrees(filled: ServerApp) -> None:
    assert verify(filled.database) == []


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        (update(usage_day).values(counted=16), "kept (16, 0), counted again (9, 0)"),
        (update(usage_count).values(holds=True), "another count should hold"),
        (update(plan_statement).values(document="{}"), "cannot be read"),
        (update(plan_statement).values(zone="Atlantis/Deep"), "Atlantis/Deep"),
    ],
)
def test_what_does_not_agree_is_told(filled: ServerApp, damage: Update, told: str) -> None:
    with filled.database.writing() as connection:
        connection.execute(damage)
    assert [told in each for each in verify(filled.database)] == [True]
