"""A computer that was away, a round that broke off, two at once: the counts come right."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from typing_extensions import override

from app.actions.change_company_plan import save_edit
from app.actions.status import read_status
from app.domain.failure import Failure, FailureKind, kind_of
from app.domain.meter import Meter, Trust
from app.domain.plan import MeterKind
from app.domain.plan_edit import PlanEdit
from app.ledger.company.joined import leave
from app.ledger.company.pooled import people_use
from app.ledger.ledger import Ledger
from app.machine.secrets import RunSecrets
from app.remote.http import Answer, Peer
from app.remote.plan_server.usage import MOST_COUNTS
from app.server.store.tables import company as server_company
from app.server.usage.tables import usage_count, usage_day
from app.sync.round import plan_round
from tests.support.desktop import Desktop, desktop
from tests.support.ledgers import call, keep, plan, text
from tests.support.plan_server import LiveServer

EDIT = PlanEdit(
    calls=plan("hubspot-starter"),
    texts=plan("aircall-us-ca"),
    zone="UTC",
    committed=3,
)
DAY_MINUTES = 24 * 60


@pytest.fixture
def company(owner: Desktop, agent: Desktop) -> tuple[Desktop, Desktop]:
    save_edit(owner.ledger, owner.secrets, EDIT, now=owner.now, machine_zone="UTC")
    agent.good_sync()
    return owner, agent


def meter(desktop: Desktop, kind: MeterKind) -> Meter:
    meters = read_status(desktop.ledger, desktop.now).meters
    return next(each for each in meters if each.kind is kind)


def pass_time(plan_server: LiveServer, minutes: int, *desktops: Desktop) -> None:
    plan_server.app.pass_time(minutes)
    for each in desktops:
        each.pass_time(minutes)


def test_what_one_uses_of_the_pool_the_other_sees(company: tuple[Desktop, Desktop]) -> None:
    owner, agent = company
    keep(agent.ledger, *(text("2026-11-20 10:00", segments=2) for _ in range(50)))
    keep(owner.ledger, text("2026-11-20 11:00", segments=3))
    assert agent.good_sync().sent == 1
    owner.good_sync()
    agent.good_sync()
    assert meter(owner, MeterKind.SMS).used == meter(agent, MeterKind.SMS).used == 103


def test_owners_see_each_persons_counts(company: tuple[Desktop, Desktop]) -> None:
    owner, agent = company
    keep(agent.ledger, call("2026-11-20 10:00", minutes=7), text("2026-11-20 10:00"))
    agent.good_sync()
    owner.good_sync()
    with owner.ledger.reading() as snapshot:
        uses = people_use(snapshot.connection)
    counted = {(use.name, each.kind): each.counted for use in uses for each in use.meters}
    assert counted["Lea", MeterKind.MINUTES] == 7
    assert counted["Lea", MeterKind.SMS] == 1


def test_nothing_is_sent_twice(company: tuple[Desktop, Desktop]) -> None:
    _, agent = company
    keep(agent.ledger, call("2026-11-20 10:00", minutes=7))
    assert [agent.good_sync().sent, agent.good_sync().sent] == [1, 0]


def test_offline_for_a_whole_cycle_and_then_all_is_there(
    company: tuple[Desktop, Desktop], plan_server: LiveServer
) -> None:
    owner, agent = company
    plan_server.stop()
    for day in range(22, 31):
        keep(agent.ledger, text(f"2026-11-{day} 10:00"))
    for day in range(1, 32):
        keep(agent.ledger, text(f"2026-12-{day:02} 10:00", segments=2))
    pass_time(plan_server, 42 * DAY_MINUTES, owner, agent)
    assert kind_of(agent.sync().problem) is FailureKind.OFFLINE
    assert read_status(agent.ledger, agent.now).trust is not Trust.FRESH
    keep(agent.ledger, text("2027-01-01 10:00", segments=5))
    plan_server.start()
    assert agent.good_sync().sent == 9 + 31 + 1
    owner.good_sync()
    assert meter(owner, MeterKind.SMS).used == 5
    assert read_status(agent.ledger, agent.now).trust is Trust.FRESH
    with owner.ledger.reading() as snapshot:
        uses = people_use(snapshot.connection)
    december = [use for use in uses if use.first == date(2026, 12, 1) and use.name == "Lea"]
    assert [m.counted for use in december for m in use.meters if m.kind is MeterKind.SMS] == [62]


def test_a_plan_that_changed_meanwhile_counts_from_its_own_date(
    company: tuple[Desktop, Desktop], plan_server: LiveServer
) -> None:
    owner, agent = company
    pass_time(plan_server, 7 * DAY_MINUTES, owner, agent)
    later = PlanEdit(calls=plan("hubspot-professional"), start=date(2026, 12, 1))
    save_edit(owner.ledger, owner.secrets, later, now=owner.now, machine_zone="UTC")
    agent.good_sync()
    assert meter(agent, MeterKind.MINUTES).included == 500
    pass_time(plan_server, 7 * DAY_MINUTES, owner, agent)
    assert meter(agent, MeterKind.MINUTES).included == 2000


class BreakingPeer(Peer):
    """Takes one upload, then breaks off."""

    uploads = 0

    @override
    def ask(self, method: str, path: str, **more: Any) -> Answer:
        self.uploads += path.endswith("/usage") and method == "PUT"
        if self.uploads > 1:
            raise Failure("{server} is gone", kind=FailureKind.OFFLINE, server=self.name)
        return super().ask(method, path, **more)


def test_a_round_that_broke_off_goes_on_where_it_was(company: tuple[Desktop, Desktop]) -> None:
    _, agent = company
    days = MOST_COUNTS + 30
    first = date(2025, 6, 1)
    keep(agent.ledger, *(text(f"{first + timedelta(day)} 10:00") for day in range(days)))
    outcome = plan_round(agent.ledger, agent.secrets, BreakingPeer, lambda: agent.now)
    assert (outcome.sent, kind_of(outcome.problem)) == (MOST_COUNTS, FailureKind.OFFLINE)
    assert agent.company.trouble is not None
    assert agent.good_sync().sent == 30


class ForgetfulPeer(Peer):
    """The server takes the upload, but its answer never arrives."""

    @override
    def ask(self, method: str, path: str, **more: Any) -> Answer:
        answer = super().ask(method, path, **more)
        if method == "PUT":
            raise Failure("{server} is gone", kind=FailureKind.OFFLINE, server=self.name)
        return answer


def test_an_answer_that_was_lost_counts_nothing_twice(company: tuple[Desktop, Desktop]) -> None:
    owner, agent = company
    keep(agent.ledger, text("2026-11-20 10:00", segments=4))
    plan_round(agent.ledger, agent.secrets, ForgetfulPeer, lambda: agent.now)
    agent.good_sync()
    owner.good_sync()
    assert meter(owner, MeterKind.SMS).used == 4


def test_counts_come_again_to_a_server_set_back_to_a_backup(
    company: tuple[Desktop, Desktop], plan_server: LiveServer
) -> None:
    owner, agent = company
    keep(agent.ledger, *(text("2026-11-20 10:00") for _ in range(50)))
    agent.good_sync()
    set_back(plan_server)
    assert agent.good_sync().sent == 1
    owner.good_sync()
    assert meter(owner, MeterKind.SMS).used == 50
    assert agent.good_sync().sent == 0


def set_back(plan_server: LiveServer) -> None:
    """Let the server be as it was before anybody sent anything."""
    with plan_server.app.database.writing() as connection:
        connection.execute(usage_day.delete())
        connection.execute(usage_count.delete())
        connection.execute(server_company.update().values(usage_revision=0))


def test_two_computers_of_one_person_are_not_added_up(
    company: tuple[Desktop, Desktop], plan_server: LiveServer, tmp_path: Path
) -> None:
    owner, agent = company
    keep(agent.ledger, text("2026-11-20 10:00", segments=4))
    agent.good_sync()
    with desktop(tmp_path / "laptop") as laptop:
        laptop.join(plan_server.link_for("Lea"))
        keep(laptop.ledger, text("2026-11-20 10:00", segments=4))
        laptop.good_sync()
    owner.good_sync()
    assert meter(owner, MeterKind.SMS).used == 4


def test_a_round_that_was_cancelled_stops_and_says_nothing_about_the_server(
    company: tuple[Desktop, Desktop],
) -> None:
    _, agent = company
    before = agent.company
    agent.pass_time(5)
    outcome = plan_round(
        agent.ledger, agent.secrets, Peer, lambda: agent.now, cancelled=lambda: True
    )
    assert str(outcome.problem) == "It was cancelled. What was done so far stays."
    assert agent.company == before


def test_two_programs_in_step_at_once_count_nothing_twice(
    company: tuple[Desktop, Desktop],
) -> None:
    owner, agent = company
    keep(agent.ledger, *(text(f"2026-11-{day:02} 10:00") for day in range(1, 21)))
    with Ledger(agent.ledger.path) as other, ThreadPoolExecutor(2) as pool:
        rounds = [
            pool.submit(plan_round, each, agent.secrets, Peer, lambda: agent.now)
            for each in (agent.ledger, other)
        ]
        assert [each.result().problem for each in rounds] == [None, None]
    owner.good_sync()
    assert meter(owner, MeterKind.SMS).used == 20


class LeavingPeer(Peer):
    """While it is asked, the company is left."""

    def __init__(self, address: str, leaving: Desktop) -> None:
        super().__init__(address)
        self._leaving = leaving

    @override
    def ask(self, method: str, path: str, **more: Any) -> Answer:
        answer = super().ask(method, path, **more)
        with self._leaving.ledger.writing() as writing:
            leave(writing)
        return answer


def test_a_company_left_meanwhile_gets_nothing_back(company: tuple[Desktop, Desktop]) -> None:
    _, agent = company
    keep(agent.ledger, text("2026-11-20 10:00"))
    outcome = plan_round(
        agent.ledger,
        agent.secrets,
        lambda address: LeavingPeer(address, agent),
        lambda: agent.now,
    )
    assert str(outcome.problem) == "The company was left meanwhile."
    assert read_status(agent.ledger, agent.now).trust is Trust.LOCAL


def test_a_keyring_that_lost_the_token_asks_to_join_again(
    company: tuple[Desktop, Desktop],
) -> None:
    _, agent = company
    agent.secrets = RunSecrets()
    assert kind_of(agent.sync().problem) is FailureKind.SIGN_IN
    assert read_status(agent.ledger, agent.now).trust is Trust.SIGN_IN
