"""A ledger signed in at a plan server: whose plan holds, and what a change of it tells."""

from datetime import date
from pathlib import Path

import pytest

from app.actions.put_in_force import PlanWish, put_in_force
from app.actions.set_seats import SeatWish, set_seats
from app.actions.status import read_status
from app.actions.verify import verify
from app.domain.book import BookLink, BookPerson
from app.domain.company import Contract, Licence, Role
from app.domain.failure import Failure, FailureKind
from app.domain.instant import BEGINNING, DAY, MINUTE, Instant
from app.domain.meter import Level, Trust
from app.domain.plan import MeterKind
from app.domain.plan_page import MeterMove
from app.domain.pool import AnnualSeats, SeatStatement
from app.domain.problem import UsageProblem
from app.ledger.company.book import (
    book_people,
    licences,
    news_open,
    profile_stated,
    put_news_away,
    set_licence,
    state_profile,
)
from app.ledger.company.joined import CompanyState, company_of, leave, note_round
from app.ledger.ledger import Ledger
from tests.support.companies import book, entry, joined, take
from tests.support.ledgers import NOW, at, call, keep, ledger_with, plan, seats, text

_OFFLINE = Failure("{server} does not answer.", kind=FailureKind.OFFLINE, server="plans.example")


def state(ledger: Ledger) -> CompanyState:
    with ledger.reading() as snapshot:
        found = company_of(snapshot.connection)
    assert found is not None
    return found


def plans(ledger: Ledger) -> list[str]:
    return [meter.id for meter in read_status(ledger, NOW).meters]


def version(ledger: Ledger) -> int:
    with ledger.reading() as snapshot:
        return snapshot.rules.version


def test_my_own_plan_holds_until_the_first_book_comes(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-starter") as ledger:
        joined(ledger)
        assert plans(ledger) == ["hubspot-starter.minutes"]
        assert take(ledger, book("hubspot-professional")) == ()
        assert plans(ledger) == ["hubspot-professional.minutes"]


def test_who_leaves_has_the_own_plan_and_figures_back(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-starter", "aircall-us-ca") as ledger:
        seats(ledger, 2)
        keep(ledger, call("2026-11-02 09:00", 600), call("2026-11-03 09:00", 9), text(segments=3))
        before = read_status(ledger, NOW)
        joined(ledger, member="me")
        take(ledger, book("hubspot-professional", "aircall-us-ca"))
        assert read_status(ledger, NOW).meters != before.meters
        with ledger.writing() as writing:
            leave(writing)
        assert read_status(ledger, NOW) == before
        assert verify(ledger).ok


def test_a_book_of_the_same_plans_rates_nothing_again(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        joined(ledger)
        take(ledger, book("hubspot-professional"))
        known = version(ledger)
        assert take(ledger, book("hubspot-professional", tag="t2")) == ()
        assert (version(ledger), state(ledger).plan_tag) == (known, "t2")


def test_a_member_gives_me_a_name_where_i_have_none(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        keep(ledger, call(agent="Ada", minutes=5), call(agent="Grace", minutes=7))
        joined(ledger)
        (meter,) = read_status(ledger, NOW).meters
    assert (meter.agent, meter.used) == ("Ada", 5)


def test_another_company_is_left_when_one_is_joined(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-starter") as ledger:
        joined(ledger)
        take(ledger, book("hubspot-professional"))
        first = state(ledger).ledger_id
        joined(ledger, company_id="c2")
        assert plans(ledger) == ["hubspot-starter.minutes"]
        assert state(ledger).ledger_id != first


def test_who_signs_in_again_goes_on_with_the_last_book(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-starter") as ledger:
        joined(ledger)
        take(ledger, book("hubspot-professional"))
        before = state(ledger)
        joined(ledger, role=Role.OWNER)
        assert plans(ledger) == ["hubspot-professional.minutes"]
        assert state(ledger).ledger_id == before.ledger_id
        assert state(ledger).role is Role.OWNER


def test_who_joins_again_is_the_same_ledger_to_that_company_alone(tmp_path: Path) -> None:
    names = []
    with ledger_with(tmp_path, "hubspot-starter") as ledger:
        for said in ({}, {"company_id": "c2"}, {"member_id": "m2"}, {}):
            joined(ledger, **said)
            names.append(state(ledger).ledger_id)
    assert names[0] == names[3]
    assert len(set(names)) == 3
    assert all(len(name) == 32 and int(name, 16) for name in names)


def test_two_ledgers_of_one_member_have_names_of_their_own(tmp_path: Path) -> None:
    names = set()
    for name in ("desk", "laptop"):
        (tmp_path / name).mkdir()
        with ledger_with(tmp_path / name) as ledger:
            joined(ledger)
            names.add(state(ledger).ledger_id)
    assert len(names) == 2


def test_plans_and_seats_are_not_entered_beside_a_company(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-starter") as ledger:
        joined(ledger)
        told = "The plan is the one of Lovelace Ltd. Ask an owner of the company to change it."
        with pytest.raises(UsageProblem, match=told):
            put_in_force(
                ledger, [plan("hubspot-free")], PlanWish(), now=NOW, machine_zone="UTC"
            )  # fmt: skip
        with pytest.raises(UsageProblem, match=told):
            set_seats(ledger, SeatWish(3), now=NOW, machine_zone="UTC")


def test_a_new_plan_is_news_with_what_it_did_to_my_minutes(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        joined(ledger)
        take(ledger, book("hubspot-starter"))
        keep(ledger, call("2026-11-02 09:00", 420))
        later = entry("hubspot-professional", at("2026-11-10 00:00"))
        (news,) = take(ledger, book("hubspot-starter", later, tag="t2"))
        assert (news.before, news.title) == ("HubSpot Starter", "HubSpot Professional")
        assert news.moves == (MeterMove(MeterKind.MINUTES, 500, 2000, 80, 1580),)
        assert news.start == at("2026-11-10 00:00")
        assert verify(ledger).ok


def test_news_stay_until_they_are_put_away(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        joined(ledger)
        take(ledger, book("aircall-us-ca"))
        more = (SeatStatement(BEGINNING, 3, 1),)
        (news,) = take(ledger, book("aircall-us-ca", seats=more, tag="t2"))
        assert news.title == news.before
        assert news.moves[0] == MeterMove(MeterKind.SMS, 250, 1000, 250, 1000)
        with ledger.writing() as writing:
            assert news_open(writing.connection) == (news,)
            put_news_away(writing, news.id, NOW)
            assert news_open(writing.connection) == ()


def test_newer_news_of_a_line_stand_for_the_older_ones(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        joined(ledger)
        take(ledger, book("hubspot-starter"))
        start = at("2026-11-10 00:00")
        for day, name in enumerate(("hubspot-professional", "hubspot-enterprise"), 1):
            later = book("hubspot-starter", entry(name, start), tag=name)
            take(ledger, later, now=Instant(NOW + day * DAY))
        with ledger.reading() as snapshot:
            (news,) = news_open(snapshot.connection)
        assert news.title == "HubSpot Enterprise"


def test_a_plan_that_starts_next_month_is_news_of_that_month(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        joined(ledger)
        take(ledger, book("hubspot-starter"))
        keep(ledger, call("2026-11-02 09:00", 420))
        start = at("2026-12-10 00:00")
        (news,) = take(
            ledger, book("hubspot-starter", entry("hubspot-professional", start), tag="t2")
        )
    assert (news.start, news.moves) == (
        start, (MeterMove(MeterKind.MINUTES, 500, 2000, 500, 2000),),
    )  # fmt: skip


def test_a_link_of_mine_lets_calls_be_billed(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        joined(ledger)
        take(ledger, book("hubspot-professional"))
        keep(ledger, call("2026-11-02 09:00", 2000), call("2026-11-03 09:00", 7))
        linked = BookLink("m1", "Ada", at("2026-11-03 00:00"), mine=True)
        take(ledger, book("hubspot-professional", links=(linked,), tag="t2"))
        (meter,) = read_status(ledger, NOW).meters
        assert (meter.billed, meter.level) == (7, Level.BILLED)
        assert verify(ledger).ok


def test_the_link_of_a_colleague_changes_nothing_for_me(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        joined(ledger)
        linked = BookLink("m2", "Grace", BEGINNING)
        take(ledger, book("hubspot-professional", links=(linked,)))
        keep(ledger, call(agent="Grace"))
        found = {m.agent: m.linked for m in read_status(ledger, NOW, "all").meters}
    assert found == {"Ada": False, "Grace": True}


def test_the_server_s_profile_people_and_contract_replace_each_other(tmp_path: Path) -> None:
    grace = BookPerson("m2", "Grace", Role.OWNER, Licence.COMMITTED)
    with ledger_with(tmp_path) as ledger:
        joined(ledger)
        take(ledger, book(contract=Contract(note="until May"), people=(grace,)))
        with ledger.writing() as writing:
            state_profile(writing, profile_stated(writing.connection)[0], None)
            assert profile_stated(writing.connection)[1] == Contract(note="until May")
            assert book_people(writing.connection) == (grace,)
        take(ledger, book(tag="t2"))
        with ledger.reading() as snapshot:
            assert profile_stated(snapshot.connection)[1] is None
            assert book_people(snapshot.connection) == ()


def test_a_licence_entered_here_is_kept_by_person(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger, ledger.writing() as writing:
        set_licence(writing, 1, Licence.ANNUAL)
        assert licences(writing.connection) == {1: Licence.ANNUAL}


def test_committed_additional_and_annual_seats_of_a_book_make_the_pool(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        joined(ledger)
        stated = (SeatStatement(BEGINNING, 3, 1),)
        term = (AnnualSeats(BEGINNING, date(2027, 3, 31), 1),)
        take(ledger, book("aircall-us-ca", seats=stated, annual=term))
        found = [meter.included for meter in read_status(ledger, NOW).meters]
    assert found == [1250, 250]


def test_a_round_that_failed_keeps_when_the_last_good_one_was(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        joined(ledger)
        with ledger.writing() as writing:
            note_round(writing, NOW, trouble=None, role=Role.OWNER)
            note_round(writing, Instant(NOW + MINUTE), trouble=_OFFLINE)
        found = state(ledger)
    assert (found.synced, found.tried, found.role) == (NOW, NOW + MINUTE, Role.OWNER)
    assert str(found.trouble) == "plans.example does not answer."


def test_status_is_as_of_the_last_good_round(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-starter") as ledger:
        joined(ledger)
        good = Instant(NOW - 2 * DAY)
        with ledger.writing() as writing:
            note_round(writing, good, trouble=None)
        found = read_status(ledger, NOW)
    assert (found.as_of, found.trust) == (good, Trust.STALE)
    assert [banner.kind for banner in found.banners] == ["stale"]
