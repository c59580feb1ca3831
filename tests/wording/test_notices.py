"""Notices in words: a title that says it alone, and what follows from it."""

from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.meter import Level, Meter, Trust
from app.domain.money import Money
from app.domain.notice_hold import Hold, hold_of
from app.domain.plan import MeterKind, PastLimit
from app.wording.language import Language
from app.wording.notices import notice_text, summary_text, trouble_text
from app.wording.words import words_in
from tests.support.meters import NOW, RUNS_OUT, minutes, pool

EN = words_in(Language())
NEAR = minutes(84, level=Level.NEAR, linked=True)
BLOCKED = minutes(0, level=Level.BLOCKED, past=PastLimit.BLOCKED)


_PLAN = "HubSpot Professional · resets 1 Dec."
_POOL = "Aircall with US/CA bundle · resets 1 Dec."
_LINK = "Link Twilio Connect to keep calling. Calls are then billed per minute."
_COST = Money(Decimal("0.52"), "USD")
_CASES = {
    "near": (NEAR, "84 minutes to your limit",
             f"{_PLAN} At the limit, calls are billed per minute through Twilio Connect."),
    "near at most": (replace(NEAR, at_least=True), "At most 84 minutes to your limit",
                     f"{_PLAN} At the limit, calls are billed per minute through Twilio Connect."),
    "pool near": (pool(1190, level=Level.NEAR), "Team pool: 1,190 of 1,250 SMS segments",
                  f"{_POOL} At the limit, texts are billed per segment."),
    "pool used up": (pool(1250, level=Level.BILLED), "Team pool: 1,250 of 1,250 SMS segments",
                     f"{_POOL} Until then, texts are billed per segment."),
    "ahead": (minutes(900, level=Level.AHEAD, forecast=RUNS_OUT),
              "At this pace it lasts until Tue 24 Nov",
              f"{_PLAN} 14 min a working day is safe."),
    "ahead, no day": (minutes(900, level=Level.AHEAD), "Used faster than it lasts", _PLAN),
    "blocked": (BLOCKED, "No minutes left until 1 Dec.",
                f"{_PLAN} Your owner can change the plan."),
    "could be billed": (minutes(0, level=Level.COULD_BE_BILLED), "No minutes left.",
                        f"{_PLAN} {_LINK}"),
    "billed": (minutes(0, level=Level.BILLED, linked=True, billed=37, billed_amount=_COST),
               "Calls are now billed per minute through Twilio Connect",
               f"{_PLAN} 37 min, about $0.52."),
    "billed nothing yet": (minutes(0, level=Level.BILLED, linked=True),
                           "Calls are now billed per minute through Twilio Connect", _PLAN),
    "without a level": (minutes(900), "HubSpot Professional", "resets 1 Dec."),
}  # fmt: skip


@pytest.mark.parametrize(("meter", "title", "body"), _CASES.values(), ids=_CASES)
def test_each_level_says_what_is_true_until_when_and_what_to_do(
    meter: Meter, title: str, body: str
) -> None:
    assert notice_text(EN, meter) == (title, body)


def test_with_several_people_the_person_is_named() -> None:
    assert notice_text(EN, NEAR, person="Anna").title == "Anna: 84 minutes to your limit"


def test_calls_are_counted_in_calls() -> None:
    calls = replace(minutes(0, level=Level.COULD_BE_BILLED), kind=MeterKind.CALLS)
    assert notice_text(EN, calls).title == "No calls left."


def test_trouble_says_since_when_and_where_to_look() -> None:
    stale = trouble_text(EN, Trust.STALE, NOW, "Europe/Berlin")
    assert stale.title == "These figures are old"
    assert stale.body == "The last good sync was 21 Nov 14:05. The accounts show what is wrong."
    assert trouble_text(EN, Trust.SIGN_IN, NOW, "UTC").title == "Sign-in needed"


def test_a_summary_says_what_it_waited_for() -> None:
    said = summary_text(EN, ["84 minutes to your limit", "No calls left."], Hold.CALL)
    assert said.title == "While you were on the call"
    assert said.body == "84 minutes to your limit.\nNo calls left."


def test_a_long_summary_counts_what_it_does_not_name() -> None:
    said = summary_text(EN, ["a", "b", "c", "d", "e"], None)
    assert (said.title, said.body) == ("News of your limits", "a.\nb.\nc.\nAnd 2 more.")


def test_the_strongest_cause_is_what_notices_wait_for() -> None:
    assert hold_of(call=True, presenting=True, paused=True, quiet=True) is Hold.CALL
    assert hold_of(call=False, presenting=False, paused=False, quiet=True) is Hold.QUIET
    assert hold_of(call=False, presenting=False, paused=False, quiet=False) is None
