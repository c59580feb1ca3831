"""A line of the list for each kind of entry; lines for the clipboard; sums."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.instant import DAY, Instant
from app.domain.plan import MeterKind
from app.domain.receipt import Outcome, Reason, Receipt
from app.wording.words import Words
from tests.support import states
from tests.support.wordings import ENGLISH
from ui.activity.columns import KEYS
from ui.activity.rows import ActivityRow, Here, activity_rows, chip, tab_separated
from ui.activity.summary import Sums, sums_of
from ui.theme.tone import Tone

HERE = Here("Europe/Berlin", 2026)


def rows(words: Words) -> list[ActivityRow]:
    return list(activity_rows(words, states.entries(), HERE))


def with_note(note: str) -> Receipt:
    receipt = states.call_receipt()
    return replace(receipt, fact=receipt.fact._replace(note=note, tags=note))


def test_every_line_has_a_text_for_every_column(words: Words) -> None:
    assert all(set(KEYS) <= set(row.texts) for row in rows(words))


def test_the_real_length_stands_beside_what_was_counted(words: Words) -> None:
    texts = rows(words)[1].texts
    assert (texts["how"], texts["length"], texts["billed"]) == ("From phone ×2", "6:41", "14 min")


def test_the_day_is_told_where_it_is_another_one(words: Words) -> None:
    when = [row.texts["when"] for row in rows(words)]
    assert when[:2] == ["21 Nov 13:52", "13:31"]
    assert when[-1] == "20 Nov 10:14"


def test_in_another_order_every_line_tells_its_day(words: Words) -> None:
    found = activity_rows(words, states.entries(), HERE, days=False)
    assert all(row.texts["when"].startswith(("20 Nov", "21 Nov")) for row in found)


def test_the_same_hour_of_another_day_is_another_day(words: Words) -> None:
    now = states.call_receipt()
    before = replace(now, fact=now.fact._replace(start=Instant(now.fact.start - DAY)))
    assert [row.texts["when"] for row in activity_rows(words, (now, before), HERE)] == [
        "21 Nov 13:52", "20 Nov 13:52"
    ]  # fmt: skip


def test_an_entry_of_another_year_tells_the_year(words: Words) -> None:
    (row,) = activity_rows(words, (states.call_receipt(),), Here("Europe/Berlin", 2027))
    assert row.texts["when"] == "21 Nov 2026 13:52"


def test_without_a_plan_times_are_those_of_this_computer(words: Words) -> None:
    receipt = states.call_receipt(zone="UTC", cycle_start=None)
    (row,) = activity_rows(words, (receipt,), Here("Asia/Tokyo", 2026))
    assert row.texts["when"] == "21 Nov 21:52"


def test_a_short_time_tells_its_day_on_hover(words: Words) -> None:
    row = rows(words)[1]
    assert (row.texts["when"], row.tip("when")) == ("13:31", "21 Nov 13:31")


def test_a_name_tells_its_number_on_hover(words: Words) -> None:
    assert rows(words)[0].tip("with") == "Anna Brandt · +49 30 55501420"
    assert rows(words)[1].tip("with") == "+1 415 555 0188"


def test_a_name_stands_for_its_number_which_is_read_aloud_too(words: Words) -> None:
    row = rows(words)[0]
    assert row.texts["with"] == "Anna Brandt"
    assert row.texts["number"] == "+49 30 55501420"
    assert "+49 30 55501420" in row.spoken


def test_a_line_is_read_as_one_sentence_with_its_day_and_outcome(words: Words) -> None:
    spoken = rows(words)[1].spoken
    assert spoken.startswith("21 Nov 13:31, outgoing call, +1 415 555 0188")
    assert spoken.endswith("14 minutes, included")


@pytest.mark.parametrize(
    ("outcome", "reason", "told", "tone"),
    [
        (Outcome.INCLUDED, Reason.NONE, "included", Tone.PLAIN),
        (Outcome.BILLED, Reason.NONE, "billed", Tone.BILLED),
        (Outcome.OUTSIDE, Reason.NONE, "outside", Tone.BILLED),
        (Outcome.OVER, Reason.NONE, "over limit", Tone.STOP),
        (Outcome.NOT_COUNTED, Reason.INBOUND, "inbound", Tone.QUIET),
        (Outcome.NOT_COUNTED, Reason.UNANSWERED, "no answer", Tone.QUIET),
        (Outcome.NOT_COUNTED, Reason.NONE, "not counted", Tone.QUIET),
    ],
)
def test_what_became_of_it_is_told_in_words(
    words: Words, outcome: Outcome, reason: Reason, told: str, tone: Tone
) -> None:
    receipt = states.call_receipt(outcome=outcome, reason=reason)
    (row,) = activity_rows(words, (receipt,))
    assert (row.texts["kind"], row.tone) == (told, tone)


@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_has_words(words: Words, reason: Reason) -> None:
    assert chip(words, states.call_receipt(outcome=Outcome.NOT_COUNTED, reason=reason))


def test_a_text_of_the_pool_says_so(words: Words) -> None:
    texts = rows(words)[2].texts
    assert (texts["kind"], texts["billed"], texts["length"]) == ("pool", "2 seg", "212 ch")


def test_what_is_not_counted_is_a_dash(words: Words) -> None:
    assert rows(words)[3].texts["billed"] == "–"


@given(st.text(max_size=40))
def test_a_copied_line_is_one_line_and_keeps_its_columns(note: str) -> None:
    copied = tab_separated(ENGLISH, ("with", "note", "tags"), [with_note(note)])
    (line,) = copied.removesuffix("\n").split("\n")
    assert len(line.split("\t")) == 3


@given(st.sampled_from("=+-@"), st.text(min_size=1, max_size=20))
def test_nothing_copied_is_a_formula(sign: str, rest: str) -> None:
    copied = tab_separated(ENGLISH, ("note",), [with_note(f"{sign}{rest}")])
    ((cell, *_),) = csv.reader(io.StringIO(copied), delimiter="\t", quoting=csv.QUOTE_NONE)
    number = cell[1:].replace(" ", "").isdigit()
    assert not cell.startswith(("=", "+", "-", "@")) or cell == sign or number


def test_a_copied_number_stays_a_number(words: Words) -> None:
    copied = tab_separated(words, ("number",), [states.text_receipt()])
    assert copied == "+1 212 555 0119\n"


def test_the_icons_column_is_not_copied(words: Words) -> None:
    copied = tab_separated(words, ("way", "with"), [states.call_receipt()])
    assert copied == "Anna Brandt\n"


def test_minutes_and_segments_are_added_apart() -> None:
    receipts = (states.call_receipt(), states.text_receipt(), states.call_receipt("call-9"))
    assert sums_of(receipts) == Sums(3, minutes=8, segments=2)


def test_what_is_not_counted_adds_nothing() -> None:
    inbound = states.call_receipt(outcome=Outcome.NOT_COUNTED, reason=Reason.INBOUND)
    assert sums_of((inbound,)) == Sums(1)


def test_a_call_counted_as_a_call_is_no_minute() -> None:
    counted = states.call_receipt(kind=MeterKind.CALLS, quantity=1)
    assert sums_of((counted,)).minutes == 0
