"""Two computers of a company that read the same account: nothing of it is counted twice."""

from collections.abc import Callable, Iterator

import pytest

from app.actions.change_company_plan import save_edit
from app.actions.mark_me import MeWish, mark_me
from app.actions.status import read_status
from app.domain.accounts import Known
from app.domain.connection import AccountFound
from app.domain.meter import Meter
from app.domain.plan import MeterKind
from app.domain.plan_edit import PlanEdit
from app.ledger.company.pooled import people_use
from app.ledger.connections.people import people_of
from app.remote.http import Peer
from app.sync.accounts.opener import opening
from tests.support.connected import Connected, connect
from tests.support.desktop import Desktop
from tests.support.ledgers import plan
from tests.support.providers.place import placed
from tests.support.server_app import START
from tests.support.worlds import World, hubspot_world

EDIT = PlanEdit(calls=plan("hubspot-free"), zone="UTC")
Read = Callable[[Desktop], Connected]


@pytest.fixture
def world() -> World:
    """HubSpot at the instant at which the plan server's clock stands."""
    found = hubspot_world()
    found.time.now = START
    return found


@pytest.fixture
def company(owner: Desktop, agent: Desktop) -> tuple[Desktop, Desktop]:
    save_edit(owner.ledger, owner.secrets, EDIT, now=owner.now, machine_zone="UTC")
    agent.good_sync()
    return owner, agent


@pytest.fixture
def read(world: World) -> Iterator[Read]:
    """Connect a computer to the account and read all of it."""
    with placed(world.provider) as place:

        def connect_and_read(desktop: Desktop) -> Connected:
            new, found = world.new(place.address), AccountFound(world.account, world.account)
            connection = connect(desktop.ledger, desktop.secrets, new, found)
            opener = opening(Peer, world.time.ticking())
            made = Connected(desktop.ledger, connection, opener, desktop.secrets)
            made.now_of, made.wait = world.time.instant, world.time.wait
            made.good_round()
            return made

        yield connect_and_read


def users(desktop: Desktop) -> tuple[Known, ...]:
    with desktop.ledger.reading() as snapshot:
        return people_of(snapshot.connection, snapshot.people, 1)


def used(desktop: Desktop, kind: MeterKind) -> int:
    meters: list[Meter] = list(read_status(desktop.ledger, desktop.now).meters)
    return next(each.used for each in meters if each.kind is kind)


def told(desktop: Desktop, kind: MeterKind) -> dict[str, int]:
    """Return what the server tells an owner of each person."""
    with desktop.ledger.reading() as snapshot:
        uses = people_use(snapshot.connection)
    return {use.name: each.counted for use in uses for each in use.meters if each.kind is kind}


def both_read(company: tuple[Desktop, Desktop], read: Read) -> None:
    """Let both read the account, be the first and the second user of it, and tell the server."""
    for place, each in enumerate(company):
        read(each)
        mark_me(each.ledger, MeWish(name=users(each)[place].agent))
    for each in (*company, *company):
        each.good_sync()


def test_calls_of_each_user_are_told_by_that_user_alone(
    world: World, company: tuple[Desktop, Desktop], read: Read
) -> None:
    for owner_id in ("101", "101", "102"):
        world.provider.book.call(hubspot_owner_id=owner_id)
    both_read(company, read)
    assert [used(each, MeterKind.CALLS) for each in company] == [3, 3]
    assert sorted(told(company[0], MeterKind.CALLS).values()) == [1, 2]


def test_calls_of_nobody_are_not_told_as_everybodys(
    world: World, company: tuple[Desktop, Desktop], read: Read
) -> None:
    for owner_id in ("101", "102", None, None):
        world.provider.book.call(hubspot_owner_id=owner_id)
    both_read(company, read)
    assert sorted(told(company[0], MeterKind.CALLS).values()) == [1, 1]
    assert [used(each, MeterKind.CALLS) for each in company] == [4, 4]
