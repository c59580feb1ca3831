"""What one fact draws on a plan, before the order of entries decides what becomes of it."""

from decimal import Decimal

from app.domain.event import Call, Direction, Leg, Method, Source, Text
from app.domain.instant import BEGINNING, SECOND
from app.domain.money import Money
from app.domain.numbers import parse
from app.domain.plan import MeterKind
from app.domain.price import PriceBook, PriceRow
from app.domain.rating import Draw, Ends, Habits, Rated, Rater, legs_by_rule
from app.domain.receipt import Reason
from app.domain.timeline import PlanEntry, Timeline
from tests.support.ledgers import FAR, NOW, OWN, call, plan, text

BROWSER = Habits()
RATES = PriceBook(
    [
        PriceRow("", "1", "minute", Money(Decimal("0.0140"), "USD"), BEGINNING),
        PriceRow("", "49", "minute", Money(Decimal("0.0200"), "USD"), BEGINNING),
        PriceRow("", "1", "sms", Money(Decimal("0.0079"), "USD"), BEGINNING),
    ]
)


def rater(name: str = "hubspot-professional", prices: PriceBook | None = None) -> Rater:
    terms = Timeline([PlanEntry(BEGINNING, plan(name), "UTC", 1)]).at(NOW)
    assert terms is not None
    return Rater(terms, prices or PriceBook())


def rated(
    fact: Call | Text, rater: Rater, habits: Habits = BROWSER, *, already: bool = False
) -> Rated:
    ends = Ends(parse(fact.own), parse(fact.far))
    if isinstance(fact, Call):
        return rater.call(fact, ends, habits, already=already)
    return rater.text(fact, ends)


def test_a_call_from_phone_is_two_legs_each_rounded_up() -> None:
    found = rated(call(seconds=185, method=Method.PHONE), rater())
    assert (found.legs, found.charges[0].units) == ((4, 4), 8)


def test_the_usual_method_holds_where_the_record_names_none() -> None:
    assert rated(call(seconds=185), rater(), Habits(Method.PHONE)).legs == (4, 4)
    assert rated(call(seconds=185, method=Method.BROWSER), rater(), Habits(Method.PHONE)).legs == (
        4,
    )


def test_reported_legs_are_never_added_to() -> None:
    legs = (Leg(185 * SECOND, OWN, FAR, "CA1"),)
    assert rated(call(legs=legs), rater(), Habits(Method.PHONE)).legs == (4,)


def test_a_first_leg_counts_although_the_contact_never_answered() -> None:
    legs = (Leg(25 * SECOND, OWN, OWN, "CA1"), Leg(0, OWN, FAR, "CA2"))
    assert rated(call(seconds=0, legs=legs), rater()).charges[0].units == 1


def test_an_unanswered_call_draws_nothing_and_says_why() -> None:
    found = rated(call(seconds=0), rater())
    assert (found.charges, found.reason) == ((), Reason.UNANSWERED)


def test_an_inbound_call_is_not_counted_and_says_why() -> None:
    found = rated(call(direction=Direction.INBOUND), rater())
    assert (found.charges, found.reason) == ((), Reason.INBOUND)


def test_aircalls_own_calls_count_toward_nothing_of_hubspot_unless_said_so() -> None:
    aircall = Source("aircall", "7")
    assert rated(call(source=aircall), rater()).reason is Reason.OTHER_APP
    said = call(source=aircall, counts_toward="hubspot-professional")
    assert rated(said, rater()).charges[0].units == 1


def test_a_hubspot_record_of_another_app_is_no_hubspot_minute() -> None:
    assert rated(call(app_id="53"), rater()).reason is Reason.OTHER_APP


def test_a_call_said_to_count_toward_nothing_does_not_count() -> None:
    assert rated(call(counts_toward="none"), rater()).reason is Reason.OTHER_APP


def test_the_account_behind_twilio_connect_is_past_the_allowance_already() -> None:
    assert rated(call(), rater(), already=True).charges[0].draw is Draw.ALREADY


def test_the_free_plan_counts_a_placed_call_that_nobody_answered() -> None:
    found = rated(call(seconds=0), rater("hubspot-free"))
    assert [(c.kind, c.units) for c in found.charges] == [(MeterKind.CALLS, 1)]


def test_both_legs_of_a_call_from_phone_are_priced_where_the_own_phone_is_known() -> None:
    phone = Habits(Method.PHONE, "+15105550199")
    found = rated(call(seconds=185, far="+4930555014200"), rater(prices=RATES), phone)
    assert (found.charges[0].amount_nano, found.charges[0].unpriced) == (
        4 * 14_000_000 + 4 * 20_000_000,
        0,
    )


def test_without_the_own_phones_number_its_leg_has_no_price() -> None:
    found = rated(call(seconds=185), rater(prices=RATES), Habits(Method.PHONE))
    assert (found.charges[0].amount_nano, found.charges[0].unpriced) == (4 * 14_000_000, 4)


def test_the_records_own_price_wins_over_the_sheet() -> None:
    legs = (Leg(60 * SECOND, OWN, FAR, "CA1", Money(Decimal("0.03"), "USD")),)
    assert rated(call(legs=legs), rater(prices=RATES)).charges[0].amount_nano == 30_000_000


def test_no_price_is_invented() -> None:
    found = rated(call(minutes=5), rater()).charges[0]
    assert (found.amount_nano, found.currency, found.unpriced) == (0, "", 5)


def test_a_text_inside_the_territory_draws_and_elsewhere_is_outside() -> None:
    pool = rater("aircall-us-ca", RATES)
    assert rated(text(segments=2), pool).charges[0].draw is Draw.DRAWS
    assert rated(text(far="+14165550123"), pool).charges[0].draw is Draw.DRAWS
    for far in ("+4930555014200", "+18765550123", "+17875550123", "40404"):
        found = rated(text(far=far), pool)
        assert (found.charges[0].draw, found.reason) == (Draw.OUTSIDE, Reason.SENT_ELSEWHERE)


def test_a_region_told_without_a_number_decides_too() -> None:
    pool = rater("aircall-us-ca")
    assert rated(text(far="", far_region="US"), pool).charges[0].draw is Draw.DRAWS
    assert rated(text(far="", far_region="DE"), pool).charges[0].draw is Draw.OUTSIDE


def test_an_unknown_own_number_is_taken_to_be_one_the_bundle_is_for() -> None:
    assert rated(text(own=""), rater("aircall-us-ca")).charges[0].draw is Draw.DRAWS
    assert rated(text(own="+4930555014200"), rater("aircall-us-ca")).charges[0].draw is Draw.OUTSIDE


def test_the_providers_count_wins_over_ours_once_final() -> None:
    assert rated(text(segments=2, reported=3), rater("aircall-us-ca")).charges[0].units == 3
    assert rated(text(segments=2, reported=None), rater("aircall-us-ca")).charges[0].units == 2


def test_one_mms_is_one_mms_segment_however_long() -> None:
    found = rated(text(segments=9, media=3), rater("aircall-us-ca")).charges[0]
    assert (found.kind, found.units) == (MeterKind.MMS, 1)


def test_a_priced_text_costs_its_segments() -> None:
    assert (
        rated(text(segments=3), rater("aircall-us-ca", RATES)).charges[0].amount_nano == 23_700_000
    )


def test_inbound_texts_are_free_inside_the_bundle() -> None:
    found = rated(text(direction=Direction.INBOUND), rater("aircall-us-ca"))
    assert (found.charges, found.reason) == ((), Reason.INBOUND)


def test_a_text_that_came_in_is_priced_from_its_sender_to_the_own_number() -> None:
    abroad = text(direction=Direction.INBOUND, far="+4930123456")
    assert rated(abroad, rater("aircall-no-bundle", RATES)).charges[0].amount_nano == 7_900_000


def test_a_call_that_came_in_is_priced_from_its_caller_to_the_own_number() -> None:
    ends = Ends(parse(OWN), parse("+4930123456"))
    (leg,) = legs_by_rule(call(direction=Direction.INBOUND), (1,), ends, BROWSER)
    assert (leg.origin, leg.destination) == ("+4930123456", OWN)


def test_as_many_legs_are_made_as_are_counted() -> None:
    ends = Ends(parse(OWN), parse(FAR))
    legs = legs_by_rule(call(), (1, 1, 1), ends, Habits(Method.PHONE, "+4930123456"))
    assert [leg.destination for leg in legs] == ["+4930123456", "+4930123456", FAR]


def test_what_counts_toward_another_plan_counts_nothing_here() -> None:
    other_call, other_text = call(counts_toward="my-plan"), text(counts_toward="my-plan")
    for found in (rated(other_call, rater()), rated(other_text, rater("aircall-us-ca"))):
        assert (found.charges, found.reason) == ((), Reason.OTHER_PLAN)
    assert rated(text(counts_toward="aircall-us-ca"), rater("aircall-us-ca")).charges
