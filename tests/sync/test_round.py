"""One round with a real plan server: counts up, plan and pool down, whatever happens between."""

from pathlib import Path

from app.actions.join_company import Joined
from app.domain.company import Role
from app.domain.failure import FailureKind, kind_of
from tests.support.desktop import Desktop, desktop
from tests.support.plan_server import COMPANY, LiveServer


def test_who_joins_is_told_the_company_and_the_role(
    tmp_path: Path, plan_server: LiveServer
) -> None:
    with desktop(tmp_path / "desktop") as found:
        joined = found.join(plan_server.link("Lea"))
    name = plan_server.address.removeprefix("http://")
    assert joined == Joined(name, COMPANY, "Lea", Role.AGENT, kept_for_run=True)


def test_a_round_notes_when_it_went_well(agent: Desktop) -> None:
    agent.pass_time(5)
    agent.good_sync()
    assert (agent.company.synced, agent.company.trouble) == (agent.now, None)


def test_a_server_that_is_gone_leaves_everything_and_comes_back(
    agent: Desktop, plan_server: LiveServer
) -> None:
    before = agent.company.synced
    plan_server.stop()
    agent.pass_time(5)
    assert kind_of(agent.sync().problem) is FailureKind.OFFLINE
    assert (agent.company.synced, agent.company.tried) == (before, agent.now)
    plan_server.start()
    agent.good_sync()
    assert agent.company.trouble is None
