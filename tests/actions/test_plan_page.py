"""The plan page, to the digit."""

from datetime import date
from pathlib import Path

from app.actions.read_plan_page import read_plan_page
from app.domain.company import Contract, Licence, Profile, Role
from app.domain.event import Method
from app.domain.instant import BEGINNING
from app.domain.meter import Level, Trust
from app.domain.money import Money
from app.domain.plan import Line, MeterKind
from app.domain.plan_page import Happened, Origin, PersonRow, PlanPage
from app.domain.price import PriceRow
from app.ledger.company.book import set_licence, state_profile
from app.ledger.glance import Glance
from app.ledger.ledger import Ledger
from app.ledger.plans import add_annual_seats, add_link, add_prices, name_me
from tests.support.ledgers import NOW, at, call, keep, ledger_with, seats, text, use

SMS, MMS = MeterKind.SMS, MeterKind.MMS


def page(ledger: Ledger) -> PlanPage:
    return read_plan_page(ledger, NOW)


def seat(ledger: Ledger, **who: Licence) -> None:
    with ledger.writing() as writing:
        for name, licence in who.items():
            set_licence(writing, writing.register.people.add(writing.connection, name), licence)


def annual(ledger: Ledger, until: str, number: int) -> None:
    with ledger.writing() as writing:
        add_annual_seats(writing, BEGINNING, date.fromisoformat(until), number, recorded=NOW)
        writing.change_rules(lines=(Line.TEXTS,))


def link(ledger: Ledger, name: str, start: str) -> None:
    with ledger.writing() as writing:
        person = writing.register.people.add(writing.connection, name)
        add_link(writing, person, at(start), None, recorded=NOW)
        writing.change_rules(lines=(Line.CALLS,))


def row(of: PlanPage, name: str) -> PersonRow:
    (found,) = [row for row in of.people if row.name == name]
    return found


def test_the_pool_is_a_sum_of_used_unused_additional_and_annual_seats(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "aircall-us-ca") as ledger:
        seats(ledger, 3, 1)
        annual(ledger, "2027-04-30", 1)
        seat(ledger, Jana=Licence.COMMITTED, Omar=Licence.COMMITTED, Lea=Licence.ADDITIONAL)
        pool = page(ledger).pool
    assert pool is not None
    told = [(line.licence, line.seats, line.unused, line.shares) for line in pool.lines]
    assert told == [
        (Licence.COMMITTED, 3, 1, ((SMS, 750), (MMS, 150))),
        (Licence.ADDITIONAL, 1, 0, ((SMS, 250), (MMS, 50))),
        (Licence.ANNUAL, 1, 1, ((SMS, 250), (MMS, 50))),
    ]
    assert (pool.per_seat, pool.totals) == (((SMS, 250), (MMS, 50)), ((SMS, 1250), (MMS, 250)))
    assert (pool.seats.total, pool.lines[2].until) == (5, date(2027, 4, 30))


def test_a_term_that_is_over_brings_nothing(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "aircall-us-ca") as ledger:
        seats(ledger, 1)
        annual(ledger, "2026-10-31", 4)
        annual(ledger, "2026-11-01", 2)
        pool = page(ledger).pool
    assert pool is not None
    assert [(line.seats, line.until) for line in pool.lines[1:]] == [(2, date(2026, 11, 1))]


def test_who_sits_on_annual_seats_sits_on_the_longest_term(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "aircall-us-ca") as ledger:
        seats(ledger, 1)
        annual(ledger, "2026-12-31", 1)
        annual(ledger, "2027-12-31", 1)
        seat(ledger, Jana=Licence.ANNUAL)
        pool = page(ledger).pool
    assert pool is not None
    assert [line.unused for line in pool.lines] == [1, 1, 0]


def test_seats_without_the_bundle_bring_nothing(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "aircall-us-ca") as ledger:
        seats(ledger, 3, 1, without_bundle=2)
        pool = page(ledger).pool
    assert pool is not None
    told = [(line.licence, line.seats, line.with_bundle, line.shares[0][1]) for line in pool.lines]
    assert told == [
        (Licence.COMMITTED, 2, True, 500),
        (Licence.COMMITTED, 1, False, 0),
        (Licence.ADDITIONAL, 1, False, 0),
    ]
    assert pool.totals[0] == (SMS, 500)


def test_until_seats_are_stated_one_is_assumed_and_nobody_knows_who_sits_there(
    tmp_path: Path,
) -> None:
    with ledger_with(tmp_path, "aircall-us-ca") as ledger:
        pool = page(ledger).pool
    assert pool is not None
    assert (pool.assumed, pool.totals[0], pool.lines[0].unused) == (True, (SMS, 250), None)


def test_people_are_told_with_what_they_used(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional", "aircall-us-ca") as ledger:
        with ledger.writing() as writing:
            name_me(writing, "Jana")
        seats(ledger, 3)
        seat(ledger, Jana=Licence.COMMITTED, Omar=Licence.COMMITTED)
        link(ledger, "Omar", "2026-11-01 00:00")
        keep(ledger, call("2026-11-02 09:00", 1916), text(segments=4), text(segments=2, media=1))
        keep(ledger, call("2026-11-02 09:00", 2000, agent="Omar"), text(segments=7, agent="Omar"))
        keep(ledger, call("2026-11-03 09:00", 37, agent="Omar"), call("2026-10-03 09:00", 9))
        found = page(ledger)
    jana, omar = row(found, "Jana"), row(found, "Omar")
    assert (jana.minutes, jana.billed, jana.sms, jana.mms, jana.linked) == (1916, 0, 4, 1, False)
    assert (omar.minutes, omar.billed, omar.sms, omar.mms, omar.linked) == (2000, 37, 7, 0, True)
    assert (jana.level, omar.level, jana.included) == (Level.NEAR, Level.BILLED, 2000)
    assert [(each.name, each.licence) for each in found.people] == [
        ("Jana", Licence.COMMITTED),
        ("Omar", Licence.COMMITTED),
        ("", Licence.COMMITTED),
    ]


def test_of_somebody_nothing_is_known_of_no_figure_is_told(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional", "aircall-us-ca") as ledger:
        seat(ledger, Lea=Licence.ADDITIONAL)
        keep(ledger, call())
        lea = row(page(ledger), "Lea")
    assert (lea.minutes, lea.sms, lea.mms, lea.level) == (None, None, None, Level.NO_DATA)


def test_somebody_who_used_nothing_in_this_cycle_used_nothing(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional", "aircall-us-ca") as ledger:
        seat(ledger, Lea=Licence.ADDITIONAL)
        keep(ledger, call("2026-10-02 09:00", agent="Lea"), call())
        lea = row(page(ledger), "Lea")
    assert (lea.minutes, lea.sms, lea.level) == (0, 0, Level.FINE)


def test_whoever_used_more_minutes_stands_higher_but_i_stand_first(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        with ledger.writing() as writing:
            name_me(writing, "Zoe")
        keep(ledger, call(agent="Zoe"), call(minutes=3, agent="Ben"), call(minutes=9, agent="Lea"))
        found = page(ledger)
    assert [(row.name, row.mine) for row in found.people] == [
        ("Zoe", True), ("Lea", False), ("Ben", False)
    ]  # fmt: skip


def test_twilio_connect_adds_up_billed_minutes_their_price_and_second_legs(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional", linked=True) as ledger:
        rate = Money.from_nano(14_000_000, "USD")
        with ledger.writing() as writing:
            add_prices(writing, [PriceRow("", "1", "minute", rate, BEGINNING)])
            writing.change_rules()
        keep(ledger, call("2026-11-02 09:00", 2000, agent=""), call("2026-11-03 09:00", 37))
        keep(ledger, call("2026-11-04 09:00", 5, method=Method.PHONE), call("2026-11-05 09:00", 3))
        connect = page(ledger).connect
    assert connect is not None
    assert (connect.linked, connect.people, connect.minutes, connect.second_leg) == (1, 1, 50, 5)
    assert connect.amounts == (Money.from_nano(45 * 14_000_000, "USD"),)
    assert (connect.unpriced, connect.persons[0].start) == (5, BEGINNING)


def test_minutes_of_second_legs_are_told_only_where_they_were_billed(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional", linked=True) as ledger:
        keep(ledger, call("2026-11-02 09:00", 1000, method=Method.PHONE))
        keep(ledger, call("2026-11-03 09:00", 7, method=Method.PHONE))
        connect = page(ledger).connect
    assert connect is not None
    assert (connect.minutes, connect.second_leg) == (14, 7)


def test_who_is_not_linked_is_told_of_me_alone(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        keep(ledger, call(), call(agent="Omar"))
        connect = page(ledger).connect
    assert connect is not None
    assert [(each.name, each.start) for each in connect.persons] == [("me", None)]
    assert (connect.linked, connect.people) == (0, 2)


def test_a_plan_without_twilio_connect_has_no_such_section(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-starter", "aircall-us-ca") as ledger:
        assert page(ledger).connect is None


def test_the_history_is_told_newest_first_with_what_lies_ahead(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-starter", "aircall-us-ca") as ledger:
        seats(ledger, 3, 1)
        link(ledger, "Omar", "2026-11-20 10:00")
        use(ledger, "hubspot-professional", "2026-12-01 00:00")
        history = page(ledger).history
    told = [(line.happened, line.title or line.person, line.ahead) for line in history]
    assert told == [
        (Happened.PLAN, "HubSpot Professional", True),
        (Happened.LINKED, "Omar", False),
        (Happened.PLAN, "HubSpot Starter", False),
        (Happened.PLAN, "Aircall with US/CA bundle", False),
        (Happened.SEATS, "", False),
    ]


def test_what_was_entered_here_is_the_owners_own(tmp_path: Path) -> None:
    profile, contract = Profile("Example GmbH", bundle=True), Contract(note="yearly")
    with ledger_with(tmp_path, "hubspot-starter") as ledger:
        with ledger.writing() as writing:
            state_profile(writing, profile, contract)
        found = page(ledger)
    assert (found.origin, found.role, found.trust) == (Origin.LOCAL, Role.OWNER, Trust.LOCAL)
    assert (found.profile, found.contract, found.connected) == (profile, contract, None)


def test_plans_are_told_with_their_meters(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-starter", "aircall-us-ca") as ledger:
        keep(ledger, call(minutes=3))
        calls, texts = page(ledger).plans
    assert [meter.used for meter in calls.meters] == [3]
    assert [meter.kind for meter in texts.meters] == [SMS, MMS]


def test_without_a_plan_there_is_nothing_to_tell_of_people(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        keep(ledger, call())
        found = page(ledger)
    assert (found.plans, found.pool, found.connect, found.people) == ((), None, None, ())


def test_the_page_can_be_read_at_a_glance(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional", "aircall-us-ca", linked=True) as ledger:
        seat(ledger, Lea=Licence.ADDITIONAL)
        keep(ledger, call(), text())
        found = page(ledger)
    assert read_plan_page(Glance(tmp_path / "ledger.db"), NOW) == found
