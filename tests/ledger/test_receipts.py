"""Receipts: what became of each entry, with what was left around it."""

from datetime import date
from decimal import Decimal
from pathlib import Path

from app.actions.explain import explain
from app.actions.status import read_status
from app.domain.event import Call, Leg, Method, Source, Text
from app.domain.instant import BEGINNING, SECOND
from app.domain.money import Money
from app.domain.price import PriceRow
from app.domain.receipt import Outcome, Reason, Receipt
from app.ledger.cycle_use import cycle_use
from app.ledger.ledger import Ledger
from app.ledger.lists.entries import latest
from app.ledger.plans import (
    add_alias,
    add_own_number,
    add_prices,
    name_me,
    set_behind_connect,
    set_habits,
)
from tests.support.ledgers import FAR, NOW, OWN, at, call, keep, ledger_with, text


def receipt_of(ledger: Ledger, fact: Call | Text) -> Receipt:
    with ledger.writing() as writing:
        (entry_id,) = writing.store([fact]).ids
    return explain(ledger, str(entry_id))


def test_an_included_call_says_what_was_left_around_it(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        keep(ledger, call("2026-11-02 09:00", 10), call("2026-11-03 08:00", 5))
        found = receipt_of(ledger, call("2026-11-03 09:00", seconds=185))
    assert (found.outcome, found.quantity, found.before, found.after) == (
        Outcome.INCLUDED,
        4,
        1985,
        1981,
    )


def test_the_rule_and_the_cycle_stand_on_the_receipt(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        found = receipt_of(ledger, call("2026-10-31 22:59"))
    assert found.rule is not None
    assert (found.rule.plan_title, found.rule.published) == (
        "HubSpot Professional",
        date(2019, 1, 11),
    )
    assert (found.cycle_start, found.zone) == (date(2026, 10, 1), "Europe/Berlin")


def test_a_call_past_the_limit_is_over_or_billed_by_the_link(tmp_path: Path) -> None:
    for linked, outcome in ((False, Outcome.OVER), (True, Outcome.BILLED)):
        folder = tmp_path / str(linked)
        folder.mkdir()
        with ledger_with(folder, "hubspot-professional", linked=linked) as ledger:
            keep(ledger, call("2026-11-02 09:00", 2000))
            found = receipt_of(ledger, call("2026-11-03 09:00", 3))
        assert (found.outcome, found.billed_units, found.before) == (outcome, 3, 0)


def test_a_split_text_tells_its_part_past_the_pool(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "aircall-us-ca") as ledger:
        keep(ledger, text("2026-11-02 09:00", 249))
        found = receipt_of(ledger, text("2026-11-03 09:00", 3))
    assert (found.outcome, found.billed_units, found.before, found.after) == (
        Outcome.BILLED,
        2,
        1,
        0,
    )


def test_what_is_not_counted_says_why(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        silent = receipt_of(ledger, call(seconds=0))
        planless = receipt_of(ledger, text())
    assert (silent.outcome, silent.reason) == (Outcome.NOT_COUNTED, Reason.UNANSWERED)
    assert (planless.outcome, planless.reason) == (Outcome.NOT_COUNTED, Reason.NO_PLAN)


def test_a_superseded_id_still_explains_the_present_version(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        first = receipt_of(ledger, call(external_id="9", minutes=3))
        receipt_of(ledger, call(external_id="9", minutes=5))
        assert explain(ledger, first.id).quantity == 5


def test_the_account_behind_twilio_connect_is_billed_from_its_first_minute(tmp_path: Path) -> None:
    source = Source("twilio", "AC9")
    price = Money(Decimal("0.028"), "USD")
    fact = call(source=source, minutes=2, legs=(Leg(120 * SECOND, OWN, FAR, "CA1", price),))
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        with ledger.writing() as writing:
            set_behind_connect(writing, *source)
            writing.change_rules()
        found = receipt_of(ledger, fact)
        (meter,) = read_status(ledger, NOW).meters
    assert (found.outcome, found.amount) == (Outcome.BILLED, price)
    assert (meter.used, meter.billed, meter.billed_amount) == (0, 2, price)


def test_own_numbers_and_aliases_decide_whose_an_entry_is(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        keep(ledger, call(agent="J. Weiss"), call(agent="Omar"))
        with ledger.writing() as writing:
            people, connection = writing.register.people, writing.connection
            name_me(writing, "Jana")
            add_alias(writing, people.me, "j. weiss")
            add_own_number(writing, people.add(connection, "Omar"), "+1 415 555 0177")
            writing.change_rules()
        assert receipt_of(ledger, call(own="+14155550177")).agent == "Omar"
        assert receipt_of(ledger, call()).agent == "Jana"
        minutes = {m.agent: m.used for m in read_status(ledger, NOW, "all").meters}
    assert minutes == {"Jana": 2, "Omar": 2}


def test_the_last_entries_come_newest_first(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional", "aircall-us-ca") as ledger:
        keep(ledger, call("2026-11-02 09:00"), text("2026-11-03 09:00"), call("2026-12-24 09:00"))
        with ledger.reading() as snapshot:
            last = [r.fact.start for r in latest(snapshot, NOW, 8)]
    assert last == [at("2026-11-03 09:00"), at("2026-11-02 09:00")]


def test_the_last_entries_of_a_person_are_found_behind_many_of_others(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        keep(ledger, call("2026-11-01 09:00"), call("2026-11-01 10:00", agent="Mei"))
        keep(ledger, *(call("2026-11-02 09:00", agent="Omar") for _ in range(1_000)))
        with ledger.reading() as snapshot:
            mine = [r.fact.start for r in latest(snapshot, NOW, 8, ["me"])]
            many = latest(snapshot, NOW, 30, ["Omar"])
    assert mine == [at("2026-11-01 09:00")]
    assert {r.agent for r in many} == {"Omar"}
    assert len(many) == 30


def test_second_legs_and_billed_destinations_of_a_cycle_are_added_up(tmp_path: Path) -> None:
    rate = PriceRow("", "49", "minute", Money(Decimal("0.02"), "USD"), BEGINNING)
    with ledger_with(tmp_path, "hubspot-professional", linked=True) as ledger:
        with ledger.writing() as writing:
            add_prices(writing, [rate])
            writing.change_rules()
        legs = (Leg(70 * SECOND, OWN, OWN, "CA1"), Leg(60 * SECOND, OWN, FAR, "CA2"))
        keep(ledger, call("2026-11-02 08:00", legs=legs), call("2026-11-02 09:00", 2000))
        keep(ledger, *(call(f"2026-11-0{d} 09:00", 3, far="+4930555014200") for d in (3, 4)))
        (meter,) = read_status(ledger, NOW).meters
        with ledger.reading() as snapshot:
            use = cycle_use(snapshot, meter, NOW)
    assert use.second_leg == 1
    (germany,) = use.destinations
    assert (germany.region, germany.calls, germany.minutes) == ("DE", 2, 6)
    assert germany.amount == Money(Decimal("0.12"), "USD")


def test_whoever_calls_from_phone_has_second_legs_where_records_name_no_method(
    tmp_path: Path,
) -> None:
    with ledger_with(tmp_path, "hubspot-professional") as ledger:
        with ledger.writing() as writing:
            set_habits(writing, writing.register.people.me, method=Method.PHONE, phone=None)
            writing.change_rules()
        keep(ledger, call("2026-11-02 09:00", 3), call("2026-11-02 10:00", method=Method.BROWSER))
        (meter,) = read_status(ledger, NOW).meters
        with ledger.reading() as snapshot:
            assert cycle_use(snapshot, meter, NOW).second_leg == 3
