"""An owner whose plan was entered on their computer joins a company that has none yet."""

from pathlib import Path

import pytest

from app.domain.company import Role
from app.domain.plan import MeterKind
from tests.journeys.test_company import SIT, choose, edit, included, sit
from tests.support.console import Console
from tests.support.plan_server import LiveServer, empty_server_file, plan_server

pytestmark = [pytest.mark.journey, pytest.mark.usefixtures("memory_keyring")]
__all__ = ["empty_server_file", "plan_server", "sit"]


def test_an_edit_gives_the_company_what_was_left_as_it_is_too(
    sit: SIT, plan_server: LiveServer, tmp_path: Path
) -> None:
    (tmp_path / "owner").mkdir()
    console = Console(tmp_path / "owner", {"TALKTALLY_NOW": "2026-11-21T13:05:00Z"})
    console.done("plan", "use", "hubspot-professional", "--zone", "Europe/Berlin")
    owner, agent = sit("owner"), sit("agent")
    owner.joins(plan_server.link("Jana Weiss", Role.OWNER))
    edit(owner, lambda dialog: choose(dialog, texts="Aircall with US/CA bundle"))
    agent.joins(plan_server.link("Lea Stein"))
    agent.wait(lambda: included(agent, MeterKind.MINUTES) == 2_000)
    assert included(agent, MeterKind.SMS) == 250
