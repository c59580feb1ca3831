"""The plan page where a company's server says the plan: its owner's, and an agent's."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from app.actions.preview_edit import preview_edit
from app.actions.read_plan_page import read_plan_page
from app.actions.replay import replay
from app.domain.book import Book, BookLink, BookPerson, DayCount, PersonUse
from app.domain.company import Contract, Licence, Role
from app.domain.instant import BEGINNING
from app.domain.meter import Level
from app.domain.money import Money
from app.domain.plan import Line, MeterKind
from app.domain.plan_edit import PlanEdit
from app.domain.plan_page import Happened, Origin, PersonRow, PlanPage
from app.domain.pool import AnnualSeats, SeatStatement
from app.domain.what_if import WhatIf
from app.ledger.company.outgoing import counts_to_send, mark_sent
from app.ledger.company.pooled import keep_people_use
from app.ledger.ledger import Ledger
from tests.support.companies import book, joined, pooled, segments, take
from tests.support.ledgers import NOW, at, call, keep, ledger_with, plan, seats, text

FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)
ADA = BookPerson("m1", "Ada", Role.OWNER, Licence.COMMITTED, mine=True)
OMAR = BookPerson("m2", "Omar", Role.AGENT, Licence.COMMITTED)
LEA = BookPerson("m3", "Lea", Role.AGENT, Licence.ADDITIONAL)
PRICES = Contract(note="twelve months")
DOLLAR = Money.from_nano(10**9, "USD")


def owners_book(**said: Any) -> Book:
    """Return what a server tells an owner: three committed seats, one more and an annual one."""
    found = book("hubspot-professional", "aircall-us-ca")
    found = replace(
        found, people=(ADA, OMAR, LEA), contract=PRICES,
        seats=(SeatStatement(BEGINNING, 3, 1),),
        annual=(AnnualSeats(BEGINNING, date(2027, 4, 30), 1),),
        links=(BookLink("m2", "Omar", at("2026-11-03 00:00")),),
    )  # fmt: skip
    return replace(found, **said)


def use(member: str, line: Line, *counts: DayCount, **said: Any) -> PersonUse:
    plain = PersonUse(member, "", Licence.NONE, line, FIRST, LAST, counts, reported=NOW)
    return replace(plain, **said)


def tell(ledger: Ledger, *uses: PersonUse) -> None:
    with ledger.writing() as writing:
        keep_people_use(writing, uses, "u1")


def page(ledger: Ledger) -> PlanPage:
    return read_plan_page(ledger, NOW)


def row(of: PlanPage, name: str) -> PersonRow:
    (found,) = [row for row in of.people if row.name == name]
    return found


def test_the_owner_sees_the_pool_of_the_company_to_the_digit(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        joined(ledger, role=Role.OWNER)
        take(ledger, owners_book())
        found = page(ledger)
    assert found.pool is not None
    assert [(line.seats, line.unused) for line in found.pool.lines] == [(3, 1), (1, 0), (1, 1)]
    assert [units for _, units in found.pool.totals] == [1250, 250]
    assert (found.origin, found.role, found.contract) == (Origin.SERVER, Role.OWNER, PRICES)


def test_the_owner_sees_what_everybody_used(tmp_path: Path) -> None:
    minutes = DayCount(MeterKind.MINUTES, FIRST, 2037, billed=37, second_leg=7, amounts=(DOLLAR,))
    with ledger_with(tmp_path) as ledger:
        joined(ledger, role=Role.OWNER)
        take(ledger, owners_book())
        keep(ledger, call(minutes=5), text(segments=4))
        sms = DayCount(MeterKind.SMS, FIRST, 503)
        tell(ledger, use("m2", Line.CALLS, minutes), use("m2", Line.TEXTS, sms))
        found = page(ledger)
    ada, omar, lea = (row(found, name) for name in ("Ada", "Omar", "Lea"))
    assert (ada.minutes, ada.sms, ada.mine, ada.member) == (5, 4, True, "m1")
    assert (omar.minutes, omar.billed, omar.sms, omar.mms) == (2000, 37, 503, 0)
    assert (omar.level, omar.linked, omar.role) == (Level.BILLED, True, Role.AGENT)
    assert (lea.minutes, lea.sms, lea.reported, lea.licence) == (None, None, None, LEA.licence)
    assert [each.name for each in found.people] == ["Ada", "Omar", "Lea", ""]


def test_the_owner_sees_twilio_connect_of_everybody(tmp_path: Path) -> None:
    minutes = DayCount(MeterKind.MINUTES, FIRST, 2037, billed=37, second_leg=7, amounts=(DOLLAR,))
    with ledger_with(tmp_path) as ledger:
        joined(ledger, role=Role.OWNER)
        take(ledger, owners_book())
        tell(ledger, use("m2", Line.CALLS, minutes))
        connect = page(ledger).connect
    assert connect is not None
    assert (connect.linked, connect.people, connect.minutes, connect.second_leg) == (1, 3, 37, 7)
    assert connect.amounts == (DOLLAR,)
    assert [each.name for each in connect.persons] == ["Ada", "Omar"]


def test_use_of_another_cycle_is_not_told(tmp_path: Path) -> None:
    october = use("m2", Line.CALLS, DayCount(MeterKind.MINUTES, FIRST, 9), first=date(2026, 10, 1))
    with ledger_with(tmp_path) as ledger:
        joined(ledger, role=Role.OWNER)
        take(ledger, owners_book())
        tell(ledger, october)
        assert row(page(ledger), "Omar").minutes is None


def test_an_agent_sees_no_price_of_the_contract_and_no_colleague(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        joined(ledger)
        links = (BookLink("m1", "Ada", BEGINNING, mine=True),)
        take(ledger, owners_book(people=None, contract=None, links=links))
        keep(ledger, call("2026-11-02 09:00", 2000), call("2026-11-03 09:00", 37))
        keep(ledger, call("2026-11-04 09:00", 5, agent="Omar"))
        found = page(ledger)
    assert (found.role, found.contract, found.people) == (Role.AGENT, None, ())
    assert found.pool is not None
    assert {line.unused for line in found.pool.lines} == {None}
    assert "Omar" not in repr(found)


def test_an_agent_sees_what_their_own_calls_cost(tmp_path: Path) -> None:
    price = {"price": DOLLAR}
    with ledger_with(tmp_path) as ledger:
        joined(ledger)
        links = (BookLink("m1", "Ada", BEGINNING, mine=True),)
        take(ledger, owners_book(people=None, contract=None, links=links))
        keep(ledger, call("2026-11-02 09:00", 2000), call("2026-11-03 09:00", 37, **price))
        connect = page(ledger).connect
    assert connect is not None
    assert (connect.linked, connect.people, connect.minutes) == (1, 1, 37)
    assert connect.amounts == (DOLLAR,)
    assert [(each.name, each.mine) for each in connect.persons] == [("Ada", True)]


def test_an_agents_history_holds_no_link_of_others(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        joined(ledger)
        take(ledger, owners_book(people=None, contract=None))
        assert Happened.LINKED not in {line.happened for line in page(ledger).history}


def test_until_the_first_book_comes_the_plan_entered_here_holds(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-starter") as ledger:
        joined(ledger)
        found = page(ledger)
    assert (found.origin, found.role) == (Origin.LOCAL, Role.AGENT)
    assert found.connected is not None
    assert (found.connected.company, found.connected.synced) == ("Lovelace Ltd", None)


def test_a_replay_counts_what_others_used_of_the_pool(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        joined(ledger, role=Role.OWNER)
        take(ledger, owners_book())
        keep(ledger, text("2026-11-02 09:00", 190))
        pooled(ledger, segments(1190, mine=190))
        found = replay(ledger, WhatIf(seats=-1), NOW)
    sms = found.cycles[0]
    assert (sms.actual[0].counted, sms.actual[0].past) == (1190, 0)
    assert (sms.wished[0].included, sms.wished[0].past, sms.wished[0].billed) == (1000, 190, 190)


def test_an_owners_edit_is_previewed_though_the_plan_is_the_servers(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-free", "aircall-no-bundle") as ledger:
        seats(ledger, 9)
        joined(ledger, role=Role.OWNER)
        take(ledger, owners_book())
        keep(ledger, call("2026-11-02 09:00", 600), text("2026-11-02 09:00", 190))
        pooled(ledger, segments(1190, mine=190))
        edit = PlanEdit(calls=plan("hubspot-starter"), committed=4)
        mine, sms, _ = preview_edit(ledger, edit, NOW, "UTC").meters
    assert (mine.included_before, mine.included_after, mine.crosses) == (2000, 500, True)
    assert (sms.used, sms.included_before, sms.included_after) == (1190, 1250, 1500)


def test_an_edit_is_previewed_for_everybody_of_whom_the_server_tells(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        joined(ledger, role=Role.OWNER)
        take(ledger, owners_book())
        keep(ledger, call("2026-11-02 09:00", 30), call("2026-11-02 09:00", 9, agent="Omar"))
        tell(ledger, use("m2", Line.CALLS, DayCount(MeterKind.MINUTES, FIRST, 600)))
        found = preview_edit(ledger, PlanEdit(calls=plan("hubspot-starter")), NOW, "UTC")
    told = [(each.person, each.used, each.crosses) for each in found.meters]
    assert told == [("Ada", 30, False), ("Omar", 600, True)]
    assert found.at_least


def test_nobody_is_missing_once_everybody_reported(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        joined(ledger, role=Role.OWNER)
        take(ledger, owners_book(people=(ADA, OMAR)))
        tell(ledger, use("m2", Line.CALLS, DayCount(MeterKind.MINUTES, FIRST, 600)))
        edit = PlanEdit(calls=plan("hubspot-starter"))
        assert not preview_edit(ledger, edit, NOW, "UTC").at_least


def test_a_replay_counts_everybody_of_whom_the_server_tells(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        joined(ledger, role=Role.OWNER)
        take(ledger, owners_book(people=(ADA, OMAR)))
        keep(ledger, call("2026-11-02 09:00", 30), call("2026-11-02 09:00", 9, agent="Omar"))
        tell(ledger, use("m2", Line.CALLS, DayCount(MeterKind.MINUTES, FIRST, 600)))
        found = replay(ledger, WhatIf(plan("hubspot-starter")), NOW, cycles=0)
    (actual,), (wished,) = found.cycles[0].actual, found.cycles[0].wished
    assert (actual.counted, actual.past, actual.people_past) == (630, 0, 0)
    assert (wished.counted, wished.past, wished.people_past) == (630, 100, 1)
    assert not found.at_least


def test_counts_that_wait_for_the_server_are_told(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        joined(ledger)
        take(ledger, owners_book(people=None, contract=None))
        outgoing = counts_to_send(ledger, NOW)
        with ledger.writing() as writing:
            mark_sent(writing, outgoing, outgoing.counts)
        keep(ledger, call("2026-11-02 09:00"), call("2026-11-03 09:00"), text(segments=2))
        connected = page(ledger).connected
    assert connected is not None
    assert connected.waiting == 3
