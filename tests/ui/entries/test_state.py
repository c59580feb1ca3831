"""A line of the list, for each kind of entry and outcome."""

from dataclasses import replace

import pytest

from app.domain.event import Call
from app.domain.receipt import Outcome
from app.wording.words import Words
from tests.support import states
from tests.support.meters import NOW
from ui.entries.state import EntryRow, entries_state, entry_row
from ui.theme.tone import Tone


def rows(words: Words) -> tuple[EntryRow, ...]:
    return entries_state(words, states.entries(), NOW).rows


def test_a_counted_call_tells_its_real_length_beside_its_minutes(words: Words) -> None:
    first = rows(words)[0]
    assert (first.time, first.mark, first.how) == ("13:52", "out", "Browser")
    assert (first.length, first.billed, first.after) == ("3:05", "4 min", "84")
    assert first.who == "Anna Brandt · +49 30 55501420"


def test_a_call_from_the_phone_tells_its_legs(words: Words) -> None:
    assert (rows(words)[1].how, rows(words)[1].billed) == ("From phone ×2", "14 min")


def test_a_text_tells_its_encoding_and_segments(words: Words) -> None:
    text = rows(words)[2]
    assert (text.mark, text.how, text.length) == ("text", "SMS · GSM-7", "212 characters")
    assert text.billed == "2 seg"


def test_what_is_not_counted_says_so(words: Words) -> None:
    inbound = rows(words)[3]
    assert (inbound.mark, inbound.billed, inbound.after) == ("in", "not counted", "")
    assert inbound.tone is Tone.QUIET


def test_a_call_of_another_day_tells_the_day(words: Words) -> None:
    assert (rows(words)[5].time, rows(words)[5].length) == ("20 Nov 10:14", "not answered")


@pytest.mark.parametrize(
    ("outcome", "told", "tone"),
    [
        (Outcome.BILLED, "4 min billed", Tone.BILLED),
        (Outcome.OUTSIDE, "4 min outside", Tone.BILLED),
        (Outcome.OVER, "4 min over", Tone.STOP),
    ],
)
def test_what_costs_is_told_in_words(words: Words, outcome: Outcome, told: str, tone: Tone) -> None:
    row = entry_row(words, states.call_receipt(outcome=outcome), NOW)
    assert (row.billed, row.tone) == (told, tone)


def test_a_call_without_number_or_name_is_unknown(words: Words) -> None:
    receipt = states.call_receipt()
    assert isinstance(receipt.fact, Call)
    nobody = replace(receipt, fact=receipt.fact._replace(name="", far=""))
    assert entry_row(words, nobody, NOW).who == "Unknown number"


def test_a_line_is_read_as_one_sentence(words: Words) -> None:
    assert rows(words)[2].spoken == (
        "13:02, text sent, +1 212 555 0119, SMS · GSM-7, 212 characters, 2 seg"
    )
