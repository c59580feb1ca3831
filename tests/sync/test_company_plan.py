"""An owner's edit goes to the server and from there to everybody, whatever happens between."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from typing_extensions import override

from app.actions.change_company_plan import PartlySavedProblem, save_edit
from app.actions.company_people import change_member
from app.actions.mark_linked import mark_linked
from app.actions.read_plan_page import read_plan_page, read_to_edit
from app.actions.state_licence import state_licence
from app.actions.status import read_status
from app.domain.company import Address, Contract, Licence, Profile, Role
from app.domain.failure import Failure, FailureKind, kind_of
from app.domain.meter import Meter
from app.domain.money import Money
from app.domain.plan import MeterKind
from app.domain.plan_edit import PlanEdit
from app.domain.problem import UsageProblem
from app.ledger.company.book import book_people, news_open
from app.ledger.company.pooled import people_use
from app.remote.http import Answer, Peer
from tests.support.desktop import Desktop
from tests.support.ledgers import call, keep, plan
from tests.support.plan_server import LiveServer

EDIT = PlanEdit(
    calls=plan("hubspot-starter"),
    texts=plan("aircall-us-ca"),
    zone="Europe/Berlin",
    committed=3,
    additional=1,
    annual=1,
    until=date(2027, 4, 30),
)
PROFILE = Profile("Acme Trading", Address("US", "Austin", "TX"), ("US", "CA"), bundle=True)
CONTRACT = Contract(committed=Money(Decimal("40.00"), "USD"), note="until spring")


def save(desktop: Desktop, edit: PlanEdit) -> None:
    save_edit(desktop.ledger, desktop.secrets, edit, now=desktop.now, machine_zone="UTC")


def meter(desktop: Desktop, kind: MeterKind) -> Meter:
    meters = read_status(desktop.ledger, desktop.now).meters
    return next(each for each in meters if each.kind is kind)


def test_five_seats_make_a_pool_of_1250_and_250_for_everybody(
    owner: Desktop, agent: Desktop
) -> None:
    save(owner, EDIT)
    agent.good_sync()
    for each in (owner, agent):
        assert meter(each, MeterKind.SMS).included == 1250
        assert meter(each, MeterKind.MMS).included == 250


def test_profile_and_contract_are_kept_and_agents_see_no_price(
    owner: Desktop, agent: Desktop
) -> None:
    save(owner, replace(EDIT, profile=PROFILE, contract=CONTRACT))
    agent.good_sync()
    page = read_plan_page(owner.ledger, owner.now)
    assert (page.profile, page.contract) == (PROFILE, CONTRACT)
    page = read_plan_page(agent.ledger, agent.now)
    assert (page.profile, page.contract, page.people) == (PROFILE, None, ())


def test_an_agents_gauge_follows_at_the_next_round_and_says_so(
    owner: Desktop, agent: Desktop
) -> None:
    save(owner, EDIT)
    agent.good_sync()
    keep(agent.ledger, call("2026-11-21 12:00", minutes=16))
    owner.pass_time(60)
    agent.pass_time(90)
    save(owner, PlanEdit(calls=plan("hubspot-professional")))
    told = agent.good_sync().news
    assert [news.title for news in told] == [plan("hubspot-professional").title]
    assert meter(agent, MeterKind.MINUTES).included == 2000
    assert agent.good_sync().news == ()


def test_an_owner_is_not_told_what_they_changed_themselves(owner: Desktop) -> None:
    save(owner, EDIT)
    owner.pass_time(60)
    save(owner, PlanEdit(calls=plan("hubspot-professional")))
    with owner.ledger.reading() as snapshot:
        assert news_open(snapshot.connection) == ()


def test_an_edit_on_an_older_plan_is_refused_and_the_newer_one_is_here_then(
    owner: Desktop, second_owner: Desktop
) -> None:
    save(owner, EDIT)
    with pytest.raises(Failure) as caught:
        save(second_owner, PlanEdit(calls=plan("hubspot-professional"), zone="UTC"))
    assert caught.value.kind is FailureKind.STALE
    assert meter(second_owner, MeterKind.MINUTES).included == 500
    save(second_owner, PlanEdit(calls=plan("hubspot-professional")))
    owner.good_sync()
    assert meter(owner, MeterKind.MINUTES).included == 2000


def test_an_edit_begun_before_a_round_does_not_pass_over_what_the_round_brought(
    owner: Desktop, second_owner: Desktop
) -> None:
    save(owner, EDIT)
    second_owner.good_sync()
    _, seen = read_to_edit(second_owner.ledger, second_owner.now)
    save(owner, PlanEdit(committed=5))
    second_owner.good_sync()
    with pytest.raises(Failure) as caught:
        save(second_owner, PlanEdit(committed=7, seen=seen))
    assert caught.value.kind is FailureKind.STALE
    assert meter(second_owner, MeterKind.SMS).included == 7 * 250
    _, seen = read_to_edit(second_owner.ledger, second_owner.now)
    save(second_owner, PlanEdit(committed=7, seen=seen))
    assert meter(second_owner, MeterKind.SMS).included == 9 * 250


def test_who_is_linked_meanwhile_is_no_reason_to_refuse_an_edit(
    owner: Desktop, agent: Desktop
) -> None:
    save(owner, EDIT)
    agent.good_sync()
    _, seen = read_to_edit(owner.ledger, owner.now)
    mark_linked(agent.ledger, agent.secrets, "", linked=True, now=agent.now)
    save(owner, PlanEdit(committed=5, seen=seen))
    assert meter(owner, MeterKind.SMS).included == 7 * 250


class FailingPeer(Peer):
    """Breaks off before the fourth change."""

    changes = 0

    @override
    def ask(self, method: str, path: str, **more: Any) -> Answer:
        self.changes += method != "GET"
        if self.changes > 3:
            raise Failure("{server} is gone", kind=FailureKind.OFFLINE, server=self.name)
        return super().ask(method, path, **more)


def test_an_edit_that_broke_off_says_how_much_was_saved(owner: Desktop) -> None:
    edit = replace(EDIT, profile=PROFILE)
    with pytest.raises(PartlySavedProblem) as caught:
        save_edit(
            owner.ledger, owner.secrets, edit,
            now=owner.now, machine_zone="UTC", peers=FailingPeer,
        )  # fmt: skip
    assert str(caught.value).startswith("Only 3 of 5 changes could be saved.")
    owner.good_sync()
    assert meter(owner, MeterKind.SMS).included == 4 * 250


def test_an_edit_that_makes_no_sense_is_refused_before_the_server_is_asked(
    owner: Desktop, plan_server: LiveServer
) -> None:
    plan_server.stop()
    with pytest.raises(UsageProblem):
        save(owner, replace(EDIT, zone="Nowhere/Else"))
    with pytest.raises(UsageProblem, match="name"):
        save(owner, PlanEdit(profile=Profile("")))


def test_an_edit_without_the_server_changes_nothing(
    owner: Desktop, plan_server: LiveServer
) -> None:
    plan_server.stop()
    with pytest.raises(Failure) as caught:
        save(owner, EDIT)
    assert caught.value.kind is FailureKind.OFFLINE
    assert read_status(owner.ledger, owner.now).meters == ()


def test_an_agents_edit_is_refused(agent: Desktop) -> None:
    with pytest.raises(UsageProblem, match="Ask an owner of the company"):
        save(agent, EDIT)


def test_without_a_company_an_edit_is_kept_here(lonely: Desktop) -> None:
    save(lonely, replace(EDIT, profile=PROFILE, contract=CONTRACT))
    page = read_plan_page(lonely.ledger, lonely.now)
    assert (page.profile, page.contract) == (PROFILE, CONTRACT)
    assert meter(lonely, MeterKind.SMS).included == 1250


@pytest.mark.parametrize("name", ["", "me", "lea"])
def test_agents_mark_themselves_as_linked(owner: Desktop, agent: Desktop, name: str) -> None:
    save(owner, EDIT)
    agent.good_sync()
    mark_linked(agent.ledger, agent.secrets, name, linked=True, now=agent.now)
    assert meter(agent, MeterKind.MINUTES).linked
    mark_linked(agent.ledger, agent.secrets, name, linked=False, now=agent.now)
    assert not meter(agent, MeterKind.MINUTES).linked


def test_owners_mark_anybody_as_linked_from_a_day_on(owner: Desktop, agent: Desktop) -> None:
    save(owner, EDIT)
    day = date(2026, 11, 2)
    mark_linked(owner.ledger, owner.secrets, "Lea", linked=True, now=owner.now, since=day)
    agent.good_sync()
    assert meter(agent, MeterKind.MINUTES).linked


def test_nobody_of_the_company_cannot_be_linked(owner: Desktop) -> None:
    with pytest.raises(UsageProblem, match="nobody named Max"):
        mark_linked(owner.ledger, owner.secrets, "Max", linked=True, now=owner.now)


def test_a_licence_is_stated_on_the_server(owner: Desktop, agent: Desktop) -> None:
    save(owner, EDIT)
    state_licence(owner.ledger, owner.secrets, "Lea", Licence.ADDITIONAL, now=owner.now)
    people = read_plan_page(owner.ledger, owner.now).people
    assert {row.name: row.licence for row in people if row.name}["Lea"] is Licence.ADDITIONAL


def test_without_a_company_link_and_licence_are_kept_here(lonely: Desktop) -> None:
    save(lonely, EDIT)
    mark_linked(lonely.ledger, lonely.secrets, "", linked=True, now=lonely.now)
    assert meter(lonely, MeterKind.MINUTES).linked
    state_licence(lonely.ledger, lonely.secrets, "Omar", Licence.ANNUAL, now=lonely.now)
    people = read_plan_page(lonely.ledger, lonely.now).people
    assert Licence.ANNUAL in [row.licence for row in people if row.name == "Omar"]


def test_a_link_is_refused_while_the_server_is_gone(
    owner: Desktop, plan_server: LiveServer
) -> None:
    save(owner, EDIT)
    plan_server.stop()
    with pytest.raises(Failure) as caught:
        mark_linked(owner.ledger, owner.secrets, "", linked=True, now=owner.now)
    assert kind_of(caught.value) is FailureKind.OFFLINE


def test_who_is_no_owner_any_more_forgets_what_owners_see(
    owner: Desktop, second_owner: Desktop
) -> None:
    save(owner, replace(EDIT, contract=CONTRACT))
    second_owner.good_sync()
    with second_owner.ledger.reading() as snapshot:
        assert book_people(snapshot.connection)
        assert people_use(snapshot.connection)
    member = second_owner.company.member_id
    change_member(owner.ledger, owner.secrets, member, role=Role.AGENT)
    second_owner.good_sync()
    assert second_owner.company.role is Role.AGENT
    page = read_plan_page(second_owner.ledger, second_owner.now)
    assert (page.contract, page.people, page.role) == (None, (), Role.AGENT)
    with second_owner.ledger.reading() as snapshot:
        assert book_people(snapshot.connection) == ()
        assert people_use(snapshot.connection) == ()


def test_who_became_an_owner_sees_everything(owner: Desktop, agent: Desktop) -> None:
    save(owner, replace(EDIT, contract=CONTRACT))
    change_member(owner.ledger, owner.secrets, agent.company.member_id, role=Role.OWNER)
    agent.good_sync()
    page = read_plan_page(agent.ledger, agent.now)
    assert (page.contract, page.role) == (CONTRACT, Role.OWNER)
    assert {row.name for row in page.people} >= {"Dana", "Lea"}
