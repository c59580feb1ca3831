"""What the card of a number says in each of its cases."""

from pathlib import Path

import pytest

from app.domain.number_card import RecentNumber
from app.wording.language import Language
from app.wording.words import words_in
from tests.support.dial_pages import found
from ui.dial.state import DialCard, dial_card, offers
from ui.theme.tone import Tone

WORDS = words_in(Language("en", "US"))


def card(folder: Path, case: str) -> DialCard:
    return dial_card(WORDS, found(folder, case))


@pytest.mark.parametrize(
    ("case", "mark", "tone"),
    [
        ("included", "done", Tone.PLAIN),
        ("blocked", "stop", Tone.STOP),
        ("billed", "billed", Tone.BILLED),
        ("unplanned", "", Tone.QUIET),
    ],
)
def test_what_becomes_of_the_call_has_words_an_icon_and_a_tone(
    tmp_path: Path, case: str, mark: str, tone: Tone
) -> None:
    found_card = card(tmp_path, case)
    assert found_card.verdict
    assert (found_card.mark, found_card.tone) == (mark, tone)


def test_a_billed_call_shows_its_price_each_leg_and_who_says_so(tmp_path: Path) -> None:
    shown = card(tmp_path, "billed")
    assert [row.spoken for row in shown.rows[2:]] == [
        "Browser: about 6 min · about $0.08",
        "From phone, two legs: about 12 min · about $0.17",
    ]
    assert shown.small[1].endswith("$0.0140 a minute · your price sheet, valid from 1 Jan 2026")


def test_a_price_that_nobody_knows_is_said_to_be_unknown(tmp_path: Path) -> None:
    shown = card(tmp_path, "unpriced")
    assert shown.rows[2].spoken == "Browser: about 6 min · price not known yet"
    assert shown.verdict.endswith("The price is not known yet.")


def test_a_number_that_may_be_anywhere_has_no_time(tmp_path: Path) -> None:
    assert card(tmp_path, "service").rows[0].phrase == "time there not known"


def test_a_call_that_would_pass_the_limit_leaves_nothing_and_may_finish(tmp_path: Path) -> None:
    rows = [row.spoken for row in card(tmp_path, "near").rows]
    assert rows[-1] == "If it runs past the limit: this call may finish"


def test_the_usual_method_is_offered_first(tmp_path: Path) -> None:
    starts = card(tmp_path, "included").starts
    assert [start.method for start in starts] == ["browser", "phone"]


def test_a_number_offered_is_found_by_name_and_by_any_spelling() -> None:
    (offer,) = offers(WORDS, [RecentNumber("+14155550188", "Anna Brandt")])
    assert offer.shown == "Anna Brandt · +1 415 555 0188"
    for typed in ("anna", "4155550188", "(415) 555", "+1 415 555 0188", "415-555"):
        assert typed in offer.sought.lower()


def test_the_last_calls_name_who_without_the_number_above(tmp_path: Path) -> None:
    recent = card(tmp_path, "included").recent
    assert recent is not None
    assert {row.who for row in recent.rows} == {"Anna Brandt"}


@pytest.mark.parametrize(("case", "planned"), [("included", True), ("unplanned", False)])
def test_a_plan_can_be_chosen_where_there_is_none(
    tmp_path: Path, case: str, *, planned: bool
) -> None:
    assert card(tmp_path, case).planned is planned
