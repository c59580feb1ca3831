"""A computer that joins again, or elsewhere: who it is to the server, and what holds of before."""

from pathlib import Path

import pytest

from app.actions.change_company_plan import save_edit
from app.actions.company_people import read_access
from app.actions.status import read_status
from app.domain.company import Role
from app.domain.meter import Trust
from app.domain.plan_edit import PlanEdit
from app.ledger.company.joined import leave
from app.machine.secrets import RunSecrets
from tests.support.corrections import correct, entry_ids
from tests.support.desktop import Desktop
from tests.support.ledgers import keep, plan, text
from tests.support.plan_server import LiveServer, live_server

EDIT = PlanEdit(texts=plan("aircall-us-ca"), zone="UTC", committed=3)


@pytest.fixture
def company(owner: Desktop, agent: Desktop) -> tuple[Desktop, Desktop]:
    save_edit(owner.ledger, owner.secrets, EDIT, now=owner.now, machine_zone="UTC")
    agent.good_sync()
    return owner, agent


def test_joining_again_signs_the_earlier_self_out(
    company: tuple[Desktop, Desktop], plan_server: LiveServer
) -> None:
    owner, agent = company
    agent.join(plan_server.link_for("Lea"))
    devices = read_access(owner.ledger, owner.secrets).devices
    assert [each.revoked is None for each in devices if each.name == "Lea"].count(True) == 1
    agent.good_sync()


def test_joining_another_company_leaves_the_first(
    company: tuple[Desktop, Desktop], tmp_path: Path, empty_server_file: Path
) -> None:
    owner, agent = company
    with live_server(tmp_path / "other", empty_server_file) as other:
        agent.join(other.link("Lea Elsewhere", Role.OWNER))
        assert agent.company.server == other.address
    devices = read_access(owner.ledger, owner.secrets).devices
    assert [each.revoked is None for each in devices if each.name == "Lea"] == [False]
    assert read_status(agent.ledger, agent.now).meters == ()


def test_who_left_and_joins_again_corrects_what_was_said_before(
    company: tuple[Desktop, Desktop], plan_server: LiveServer
) -> None:
    owner, agent = company
    keep(agent.ledger, text("2026-11-20 10:00", segments=4), text("2026-11-19 10:00", segments=3))
    agent.good_sync()
    with agent.ledger.writing() as writing:
        leave(writing)
    correct(agent.ledger, entry_ids(agent.ledger)[0], agent="Grace")
    agent.join(plan_server.link_for("Lea"))
    owner.good_sync()
    assert [meter.used for meter in read_status(owner.ledger, owner.now).meters] == [3, 0]


def test_joining_again_goes_on_as_the_same_person(
    company: tuple[Desktop, Desktop], plan_server: LiveServer
) -> None:
    _, agent = company
    agent.secrets = RunSecrets()
    agent.sync()
    before = agent.company
    agent.join(plan_server.link_for("Lea"))
    after = agent.company
    assert (after.member_id, after.ledger_id) == (before.member_id, before.ledger_id)
    assert read_status(agent.ledger, agent.now).trust is Trust.FRESH
