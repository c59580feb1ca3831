"""What a round learns of the account beside its records."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from app.domain.connection import Options, Right
from app.domain.money import Money
from app.ledger.connections.accounts import set_options
from tests.support.connected import Connected
from tests.support.providers.place import Place
from tests.support.providers.twilio_company import RESTRICTED, SID, TOKEN
from tests.support.providers.twilio_prices import MESSAGING, VOICE
from tests.support.worlds import World, facts_of, hubspot_world, twilio_world

DAY = 86_400


def priced() -> World:
    """Make Twilio with prices."""
    world = twilio_world(40)
    world.provider.voice, world.provider.messaging = VOICE, MESSAGING
    return world


def prices_of(desk: Connected) -> int:
    with desk.ledger.reading() as snapshot:
        return int(
            snapshot.connection.exec_driver_sql("SELECT count(*) FROM fetched_price").scalar_one()
        )


def pricing(place: Place) -> list[str]:
    return [asked.path for asked in place.asked if "/Countries/" in asked.path]


def test_twilios_prices_come_once_a_day_for_the_regions_called(tmp_path: Path) -> None:
    world = priced()
    with world.desk(tmp_path) as (desk, place):
        desk.good_round()
        first = pricing(place)
        assert any(path.endswith("/US") for path in first)
        kept = prices_of(desk)
        assert kept > 0
        world.time.pass_by(600)
        desk.good_round()
        assert pricing(place) == first
        world.time.pass_by(DAY)
        desk.good_round()
        assert len(pricing(place)) == 2 * len(first)
        assert prices_of(desk) == kept


def test_prices_that_cannot_be_had_keep_nothing_from_being_read(tmp_path: Path) -> None:
    world = priced()
    with world.desk(tmp_path) as (desk, place):

        def refuse(_number: int, asked: Any, _told: Any) -> bytes | None:
            return b"HTTP/1.1 500 No\r\n\r\n" if "/Countries/" in asked.path else None

        place.spoil = refuse
        desk.good_round()
        assert prices_of(desk) == 0
        assert facts_of(desk.ledger)


def test_twilios_balance_is_kept(tmp_path: Path) -> None:
    with priced().desk(tmp_path) as (desk, _):
        desk.good_round()
        balance = desk.shown().balance
        assert balance is not None
        assert (balance.amount, balance.currency) == ("12.50", "USD")


def test_what_twilio_counted_is_what_the_ledger_has(tmp_path: Path) -> None:
    with twilio_world(400).desk(tmp_path) as (desk, _):
        desk.good_round()
        use = desk.shown().use
    assert use is not None
    assert use.twilio == use.ledger
    assert all(use.ledger)
    assert (str(use.start), str(use.end), use.subaccounts) == ("2026-11-01", "2026-11-22", True)
    assert use.price == Money(Decimal("0.5"), "USD")


def test_without_subaccounts_neither_count_has_them(tmp_path: Path) -> None:
    world = twilio_world(400)
    with world.desk(tmp_path) as (desk, _):
        desk.good_round()
        both = desk.shown().use
        with desk.ledger.writing() as writing:
            set_options(writing, desk.connection.id, Options(subaccounts=False), world.time.now)
        desk.connection = replace(desk.connection, options=Options(subaccounts=False))
        world.time.pass_by(3_600)
        desk.good_round()
        own = desk.shown().use
    assert both is not None
    assert own is not None
    assert own.twilio == own.ledger
    assert own.ledger.minutes < both.ledger.minutes


def test_a_call_deleted_at_twilio_makes_the_two_differ_within_the_hour(tmp_path: Path) -> None:
    world = twilio_world(400)
    with world.desk(tmp_path) as (desk, _):
        desk.good_round()
        calls = world.provider.accounts[SID].calls
        start, sid = max(each for each in calls.order if calls.by_sid[each[1]].is_answered)
        calls.remove(sid)
        world.time.pass_by(600)
        desk.good_round()
        seen = desk.shown().use
        assert seen is not None
        assert not seen.differs
        world.time.pass_by(3_600)
        desk.good_round()
        seen = desk.shown().use
    assert seen is not None
    assert seen.twilio.minutes < seen.ledger.minutes
    assert seen.at > start


def test_counts_that_cannot_be_had_keep_nothing_from_being_read(tmp_path: Path) -> None:
    world = twilio_world(40)
    with world.desk(tmp_path) as (desk, place):

        def refuse(_number: int, asked: Any, _told: Any) -> bytes | None:
            return b"HTTP/1.1 500 No\r\n\r\n" if "/Usage/" in asked.path else None

        place.spoil = refuse
        desk.good_round()
        assert desk.shown().use is None
        assert facts_of(desk.ledger)


def test_hubspots_owners_are_the_people_of_its_calls(tmp_path: Path) -> None:
    with hubspot_world(30).desk(tmp_path) as (desk, _):
        desk.good_round()
        assert {each.agent for each in desk.shown().people} == {
            "Ada Agent", "Ben Berg", "Cleo Carr", "Dora Dahl",
        }  # fmt: skip
        assert {fact.agent for fact in facts_of(desk.ledger).values()} <= {
            each.agent for each in desk.shown().people
        }


def test_a_right_that_is_given_later_is_found_within_the_hour(tmp_path: Path) -> None:
    world = twilio_world(40)
    token = world.provider.keys[SID]
    world.provider.keys[SID] = replace(world.provider.keys[RESTRICTED], word=TOKEN)
    with world.desk(tmp_path) as (desk, _):
        desk.good_round()
        assert Right.TEXTS in desk.shown().lacking
        world.provider.keys[SID] = token
        world.time.pass_by(3_600)
        desk.good_round()
        assert desk.shown().lacking == ()
        assert {part.part for part in desk.shown().parts} >= {"calls", "texts"}


def test_a_right_to_the_account_may_come_later(tmp_path: Path) -> None:
    world = hubspot_world(20)
    world.account = ""
    with world.desk(tmp_path) as (desk, _place):
        desk.good_round()
        assert facts_of(desk.ledger)
        assert desk.shown().connection.account == ""
