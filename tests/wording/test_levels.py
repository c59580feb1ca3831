"""How a meter stands, in words."""

from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.meter import Level, Meter, Status, Trust
from app.domain.money import Money
from app.domain.plan import MeterKind, PastLimit, Scope
from app.wording.levels import (
    left_words,
    level_word,
    meter_line,
    meter_name,
    meter_sentence,
    trust_word,
    used_words,
)
from tests.support.meters import NOW, minutes, pool
from tests.support.wordings import ENGLISH, GERMAN

_EMPTY = minutes(level=Level.NO_DATA)
_CALLS = minutes(
    kind=MeterKind.CALLS, scope=Scope.ACCOUNT, included=50, past=PastLimit.BLOCKED, at_least=True
)
_BILLED = minutes(
    0, level=Level.BILLED, billed=37, billed_amount=Money(Decimal("0.52"), "USD"), over=6
)


def of(meter: Meter, *, trust: Trust = Trust.FRESH, zone: str = "") -> Status:
    return Status(NOW, trust, (meter,), (), zone=zone)


def test_every_level_and_trust_has_its_own_word() -> None:
    for words in (ENGLISH, GERMAN):
        assert len({level_word(words, minutes(level=each)) for each in Level}) == len(Level)
        assert len({trust_word(words, each) for each in Trust}) == len(Trust)


def test_near_the_limit_is_said_so() -> None:
    assert level_word(ENGLISH, minutes(84, level=Level.NEAR)) == "near limit"
    assert level_word(GERMAN, minutes(84, level=Level.NEAR)) == "kurz vor dem Limit"


def test_a_pool_past_its_end_is_used_up() -> None:
    assert level_word(ENGLISH, pool(1250, level=Level.BILLED)) == "used up"
    assert level_word(ENGLISH, pool(0, included=0, level=Level.BILLED)) == "billed"


@pytest.mark.parametrize(
    ("meter", "english", "german"),
    [
        (minutes(), "Minutes", "Minuten"),
        (_CALLS, "Calls", "Anrufe"),
        (pool(), "Team SMS pool", "Team-Kontingent SMS"),
        (pool(kind=MeterKind.MMS), "Team MMS pool", "Team-Kontingent MMS"),
        (pool(included=0), "SMS segments", "SMS-Segmente"),
    ],
)
def test_a_meter_has_a_name(meter: Meter, english: str, german: str) -> None:
    assert meter_name(ENGLISH, meter) == english
    assert meter_name(GERMAN, meter) == german


def test_no_data_is_never_nought() -> None:
    for told in (used_words, left_words, meter_line):
        assert told(ENGLISH, _EMPTY) == "No data yet"
        assert told(GERMAN, _EMPTY) == "Noch keine Daten"


def test_what_others_may_have_used_is_owned() -> None:
    shared = pool(38, at_least=True)
    assert used_words(ENGLISH, shared) == "at least 38"
    assert left_words(ENGLISH, shared) == "at most 1,212"


def test_nothing_left_is_nothing_left_whatever_others_did() -> None:
    assert left_words(ENGLISH, pool(1250, at_least=True)) == "0"


@pytest.mark.parametrize(
    ("meter", "english", "german"),
    [
        (
            minutes(1240),
            "1,240 of 2,000 min left · resets 1 Dec",
            "1.240 von 2.000 min übrig · neuer Zeitraum ab 1. Dez.",
        ),
        (
            replace(_CALLS, used=45),
            "at most 5 of 50 calls left · resets 1 Dec",
            "höchstens 5 von 50 Anrufen übrig · neuer Zeitraum ab 1. Dez.",
        ),
        (
            pool(1190, outside=4),
            "1,190 of 1,250 segments used · 60 left · 4 segments outside the bundle · resets 1 Dec",
            (
                "1.190 von 1.250 Segmenten verbraucht · 60 übrig · "
                "4 Segmente außerhalb des Pakets · neuer Zeitraum ab 1. Dez."
            ),
        ),
        (
            pool(included=0),
            "Nothing billed yet · resets 1 Dec",
            "Noch nichts berechnet · neuer Zeitraum ab 1. Dez.",
        ),
        (
            pool(included=0, billed=12),
            "12 segments billed · price not known yet · resets 1 Dec",
            "12 Segmente berechnet · Preis noch nicht bekannt · neuer Zeitraum ab 1. Dez.",
        ),
    ],
)
def test_a_meter_is_told_in_one_line(meter: Meter, english: str, german: str) -> None:
    assert meter_line(ENGLISH, meter) == english
    assert meter_line(GERMAN, meter) == german


def test_the_line_tells_what_was_billed_and_what_came_after_the_limit() -> None:
    assert meter_line(ENGLISH, _BILLED) == (
        "0 of 2,000 min left · 37 min billed · about $0.52 · 6 min after the limit · resets 1 Dec"
    )


@pytest.mark.parametrize(
    ("meter", "sentence"),
    [
        (
            minutes(84, level=Level.NEAR),
            "HubSpot minutes, 84 of 2,000 left, near limit, as of 14:05",
        ),
        (_EMPTY, "HubSpot minutes, no data yet, as of 14:05"),
        (_BILLED, "HubSpot minutes, 0 of 2,000 left, 37 min billed, billed, as of 14:05"),
        (
            pool(1190, at_least=True, level=Level.NEAR),
            "Aircall SMS segments, at least 1,190 of 1,250 used, near limit, as of 14:05",
        ),
        (
            minutes(plan="own", plan_title="My plan"),
            "My plan minutes, 2,000 of 2,000 left, fine, as of 14:05",
        ),
    ],
)
def test_a_screen_reader_says_figure_level_and_age(meter: Meter, sentence: str) -> None:
    assert meter_sentence(ENGLISH, meter, of(meter)) == sentence


def test_the_age_is_told_in_the_zone_of_the_computer_where_that_is_known() -> None:
    status = of(minutes(), zone="America/New_York")
    assert meter_sentence(ENGLISH, minutes(), status).endswith("as of 08:05")


def test_a_screen_reader_says_it_in_german() -> None:
    near = minutes(84, level=Level.NEAR)
    assert meter_sentence(GERMAN, near, of(near)) == (
        "HubSpot-Minuten, 84 von 2.000 übrig, kurz vor dem Limit, Stand 14:05"
    )


def test_a_figure_that_cannot_be_trusted_says_so() -> None:
    sentence = meter_sentence(ENGLISH, minutes(), of(minutes(), trust=Trust.STALE))
    assert sentence.endswith("as of 21 Nov 14:05, out of date")
