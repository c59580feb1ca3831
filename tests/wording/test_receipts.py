"""Receipts in words: how an entry was counted, by which rule, and what became of it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from app.domain.event import Call, Direction, Leg, Method, Source, Text
from app.domain.instant import SECOND
from app.domain.money import Money
from app.domain.plan import MeterKind, Place, Rounding
from app.domain.receipt import Outcome, Reason, Receipt, Rule
from app.wording.receipts import receipt_text
from tests.support.meters import NOW
from tests.support.wordings import ENGLISH, GERMAN, plainly

_RULE = Rule(
    "hubspot-professional",
    "HubSpot Professional",
    date(2019, 1, 11),
    date(2019, 1, 11),
    "https://example.com/plans",
    Rounding(),
)
_CALL = Call(Source("hubspot"), "1", NOW, 185 * SECOND, Direction.OUTBOUND, far="+14155550188")
_TEXT = Text(
    Source("aircall"), "2", NOW, Direction.OUTBOUND, counted=2, encoding="GSM-7", characters=212
)
_OWN_LEG = Leg(185 * SECOND, "+14155550100", "+4930555010")
_OTHER_LEG = Leg(120 * SECOND, "+14155550100", "+14155550188")
_COST = Money(Decimal("0.112"), "USD")
_CYCLE = "Counts in the cycle from 1 Nov 2026 (Europe/Berlin)."


def _of_call(*legs: int, fact: Call = _CALL, **rest: Any) -> Receipt:
    made = Receipt("a1", fact, "me", MeterKind.MINUTES, sum(legs), legs, Outcome.INCLUDED)
    whole = replace(made, rule=_RULE, zone="Europe/Berlin", cycle_start=date(2026, 11, 1))
    return replace(whole, **rest)


def _of_text(segments: int = 2, fact: Text = _TEXT, **rest: Any) -> Receipt:
    made = Receipt("a2", fact, "me", MeterKind.SMS, segments, (), Outcome.INCLUDED)
    return replace(made, **rest)


def _not_counted(fact: Call | Text, reason: Reason) -> Receipt:
    return Receipt("a3", fact, "me", None, 0, (), Outcome.NOT_COUNTED, reason)


def test_a_call_from_phone_is_told_in_one_breath() -> None:
    text = receipt_text(ENGLISH, _of_call(4, 4, fact=_CALL._replace(method=Method.PHONE)))
    assert text.text == (
        "3 min 05 s, call from phone, 2 legs, each rounded up to 4: 8 minutes. "
        f"Rule: HubSpot Professional, valid from 11 Jan 2019. {_CYCLE}"
    )
    assert (text.title, text.sum) == ("Why 8 minutes?", "4 + 4")


def test_a_call_from_phone_is_told_in_german() -> None:
    assert receipt_text(GERMAN, _of_call(4, 4)).text == (
        "3 min 05 s, Anruf vom Telefon, 2 Abschnitte, jeder aufgerundet auf 4: 8 Minuten. "
        "Regel: HubSpot Professional, gültig ab 11. Jan. 2019. "
        "Zählt im Zeitraum ab 1. Nov. 2026 (Europe/Berlin)."
    )


def test_a_browser_call_has_one_leg() -> None:
    text = receipt_text(ENGLISH, _of_call(4))
    assert text.sentence == "3 min 05 s, browser call, rounded up: 4 minutes."
    assert text.sum == "4"


def test_two_legs_of_a_call_that_does_not_say_how_it_was_placed_are_a_call_from_phone() -> None:
    assert "call from phone" in receipt_text(ENGLISH, _of_call(4, 4)).sentence


def test_an_inbound_call_that_counts_is_named_so() -> None:
    inbound = _CALL._replace(direction=Direction.INBOUND)
    assert receipt_text(ENGLISH, _of_call(4, fact=inbound)).sentence == (
        "3 min 05 s, inbound call, rounded up: 4 minutes."
    )


def test_legs_of_their_own_length_are_told_one_by_one() -> None:
    call = _CALL._replace(legs=(_OWN_LEG, _OTHER_LEG))
    assert receipt_text(ENGLISH, _of_call(4, 2, fact=call, legs_reported=True)).sentence == (
        "2 legs as HubSpot reports them: "
        "3 min 05 s rounded up to 4, 2 min rounded up to 2: 6 minutes."
    )


def test_legs_of_a_source_without_a_name_are_told_without_it() -> None:
    call = _CALL._replace(source=Source("hand"), legs=(_OWN_LEG, _OTHER_LEG))
    assert receipt_text(ENGLISH, _of_call(4, 2, fact=call, legs_reported=True)).sentence == (
        "2 legs: 3 min 05 s rounded up to 4, 2 min rounded up to 2: 6 minutes."
    )


def test_a_leg_that_nobody_answered_is_nothing() -> None:
    call = _CALL._replace(legs=(_OWN_LEG, _OTHER_LEG._replace(talk_us=0)))
    sentence = receipt_text(ENGLISH, _of_call(4, 0, fact=call, legs_reported=True)).sentence
    assert sentence.endswith("3 min 05 s rounded up to 4, no answer, so 0: 4 minutes.")


def test_a_row_of_twilio_is_a_leg_as_twilio_reports_it() -> None:
    call = _CALL._replace(source=Source("twilio"), legs=(_OWN_LEG,))
    assert receipt_text(ENGLISH, _of_call(4, fact=call, legs_reported=True)).sentence == (
        "3 min 05 s, as Twilio reports it, rounded up: 4 minutes."
    )
    assert receipt_text(GERMAN, _of_call(4, fact=call, legs_reported=True)).sentence == (
        "3 min 05 s, laut Twilio, aufgerundet: 4 Minuten."
    )


def test_a_call_rounded_as_a_whole_says_so() -> None:
    rule = replace(_RULE, rounding=Rounding(Place.PER_CALL))
    call = _CALL._replace(method=Method.PHONE)
    assert receipt_text(ENGLISH, _of_call(7, fact=call, rule=rule)).sentence == (
        "3 min 05 s, call from phone, all legs together rounded up: 7 minutes."
    )


def test_a_call_that_only_counts_as_one_says_so() -> None:
    receipt = _of_call(fact=_CALL, kind=MeterKind.CALLS, quantity=1)
    assert receipt_text(ENGLISH, receipt).sentence == "Counts as 1 call."


def test_one_minute_is_asked_for_in_the_singular() -> None:
    assert receipt_text(ENGLISH, _of_call(1)).title == "Why 1 minute?"
    assert receipt_text(GERMAN, _of_call(1)).title == "Warum 1 Minute?"


@pytest.mark.parametrize(
    ("fact", "reason", "sentence"),
    [
        (_CALL, Reason.INBOUND, "Inbound calls are not counted."),
        (_CALL, Reason.OUTBOUND, "Outbound calls are not counted."),
        (_CALL, Reason.UNANSWERED, "Not answered: 0 minutes."),
        (
            _CALL,
            Reason.OTHER_APP,
            "Made with another calling app, so it draws on no HubSpot allowance.",
        ),
        (_CALL, Reason.NO_PLAN, "No plan covers this call, so nothing is counted."),
        (_CALL, Reason.NONE, "This entry is not counted."),
        (
            _CALL._replace(counts_toward="none"),
            Reason.OTHER_APP,
            "Marked by hand as counting toward no plan.",
        ),
        (_TEXT, Reason.INBOUND, "Inbound texts are not counted."),
        (_TEXT, Reason.OUTBOUND, "Outbound texts are not counted."),
        (_TEXT, Reason.NO_PLAN, "No plan covers this text, so nothing is counted."),
    ],
)
def test_what_is_not_counted_says_why(fact: Call | Text, reason: Reason, sentence: str) -> None:
    text = receipt_text(ENGLISH, _not_counted(fact, reason))
    assert (text.title, text.sum, text.sentence) == ("Why not counted?", "–", sentence)
    german = receipt_text(GERMAN, _not_counted(fact, reason))
    assert german.sentence not in {"", sentence}


def test_a_call_found_after_the_limit_says_so() -> None:
    assert "Found after the limit was reached" in (
        receipt_text(ENGLISH, _of_call(4, outcome=Outcome.OVER)).sentence
    )


@pytest.mark.parametrize(
    ("amount", "told"), [(_COST, "about $0.11"), (None, "price not known yet")]
)
def test_a_billed_call_tells_its_price_or_that_nobody_knows_it(
    amount: Money | None, told: str
) -> None:
    receipt = _of_call(4, outcome=Outcome.BILLED, billed_units=4, amount=amount)
    text = receipt_text(ENGLISH, receipt)
    assert text.sentence.endswith(f"Past the allowance: billed per minute, {told}.")
    assert ("Price", told) in text.rows


def test_a_price_of_the_record_itself_is_no_estimate() -> None:
    call = _CALL._replace(legs=(_OWN_LEG._replace(price=_COST),))
    receipt = _of_call(4, fact=call, legs_reported=True, outcome=Outcome.BILLED, amount=_COST)
    assert receipt_text(ENGLISH, receipt).sentence.endswith("billed per minute, $0.11.")


def test_a_call_behind_twilio_connect_says_why_it_is_billed() -> None:
    receipt = _of_call(4, outcome=Outcome.BILLED, reason=Reason.PAST_ALREADY)
    assert "the Twilio account behind Twilio Connect" in receipt_text(ENGLISH, receipt).sentence


def test_a_text_tells_its_length_and_encoding() -> None:
    text = receipt_text(ENGLISH, _of_text())
    assert text.sentence == "SMS, 212 characters in GSM-7: 2 segments."
    assert receipt_text(GERMAN, _of_text()).sentence == "SMS, 212 Zeichen in GSM-7: 2 Segmente."


def test_a_text_nobody_saw_tells_its_segments() -> None:
    unseen = _TEXT._replace(characters=0, counted=None, reported=2)
    assert receipt_text(ENGLISH, _of_text(fact=unseen)).sentence == "SMS: 2 segments."


def test_an_mms_tells_its_files() -> None:
    mms = _of_text(1, fact=_TEXT._replace(media=1), kind=MeterKind.MMS)
    assert receipt_text(ENGLISH, mms).sentence == "MMS with 1 file: 1 segment."


def test_another_count_of_the_provider_is_shown() -> None:
    text = receipt_text(ENGLISH, _of_text(3, fact=_TEXT._replace(reported=3)))
    assert text.sentence.endswith("The provider counts 3, our count is 2.")


def test_a_text_across_the_end_of_the_pool_is_split() -> None:
    receipt = _of_text(outcome=Outcome.BILLED, billed_units=1)
    english, german = receipt_text(ENGLISH, receipt), receipt_text(GERMAN, receipt)
    assert english.sum == "1 + 1"
    assert english.sentence.endswith(
        "1 of 2 segments past the pool: billed per segment, price not known yet."
    )
    assert german.sentence.endswith(
        "1 von 2 Segmenten über dem Kontingent: pro Segment berechnet, Preis noch nicht bekannt."
    )


def test_a_text_that_is_billed_whole_says_so() -> None:
    receipt = _of_text(outcome=Outcome.BILLED, billed_units=2, amount=_COST)
    assert receipt_text(ENGLISH, receipt).sentence.endswith("Billed per segment, about $0.11.")


def test_a_text_outside_the_bundle_names_the_country() -> None:
    receipt = _of_text(outcome=Outcome.OUTSIDE, region="DE", reason=Reason.SENT_ELSEWHERE)
    assert "Outside the bundle (Germany): billed" in receipt_text(ENGLISH, receipt).sentence
    assert "Außerhalb des Pakets (Deutschland)" in receipt_text(GERMAN, receipt).sentence


def test_a_text_to_nobody_knows_where_is_only_outside() -> None:
    receipt = _of_text(outcome=Outcome.OUTSIDE)
    assert "Outside the bundle: billed" in receipt_text(ENGLISH, receipt).sentence


def test_the_rows_name_the_ends_of_the_legs_and_what_was_left() -> None:
    assert receipt_text(ENGLISH, _of_call(4, 4, before=102, after=94)).rows == (
        ("Leg 1, your phone", "4 min"),
        ("Leg 2, +1 415 555 0188", "4 min"),
        ("Included before", "102 min left"),
        ("After", "94 min left"),
    )


def test_an_entry_whose_number_was_erased_says_so() -> None:
    receipt = _of_call(4, fact=_CALL._replace(far="erased:known:US:+1"))
    assert receipt_text(ENGLISH, receipt).rows == (
        ("Leg 1, Erased number (US)", "4 min"),
        ("Contact", "Erased number (US)"),
    )
    assert receipt_text(GERMAN, receipt).rows[-1] == ("Kontakt", "Gelöschte Nummer (US)")


def test_legs_of_a_record_name_the_ends_of_the_record() -> None:
    call = _CALL._replace(legs=(_OWN_LEG, _OTHER_LEG))
    rows = receipt_text(ENGLISH, _of_call(4, 2, fact=call, legs_reported=True)).rows
    assert [label for label, _ in rows] == ["Leg 1, +49 30 555010", "Leg 2, +1 415 555 0188"]


def test_a_leg_without_a_number_has_only_its_place() -> None:
    assert receipt_text(ENGLISH, _of_call(4, fact=_CALL._replace(far=""))).rows == (
        ("Leg 1", "4 min"),
    )


def test_a_billed_row_has_its_units_and_price_in_german() -> None:
    receipt = _of_text(outcome=Outcome.BILLED, billed_units=2, amount=_COST)
    rows = [(label, plainly(value)) for label, value in receipt_text(GERMAN, receipt).rows]
    assert rows == [("Berechnet", "2 Segmente"), ("Preis", "etwa 0,11 $")]
