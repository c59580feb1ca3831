"""JSON read in pieces."""

import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.unreadable import UnreadableRecord
from app.exchange import json_text
from app.exchange.json_text import as_one
from app.exchange.reading import read
from tests.support.readings import calls, refusals

RECORD = {
    "sid": "CA1",
    "from": "1",
    "to": "2",
    "start_time": "Mon, 02 Nov 2026 15:04:05 +0000",
    "duration": 61,
    "status": "completed",
}


@pytest.mark.parametrize(
    "text",
    [
        json.dumps({"page": 0, "calls": [RECORD, RECORD]}),
        json.dumps({"page": 0, "calls": [RECORD, RECORD]}, indent=1),
        json.dumps([RECORD, RECORD]),
        json.dumps(RECORD) + "\n" + json.dumps(RECORD) + "\n",
        json.dumps({"calls": [RECORD]}) + "\n" + json.dumps({"calls": [RECORD]}),
        json.dumps(RECORD, indent=1) + json.dumps(RECORD, indent=1),
    ],
)
def test_records_are_found_however_they_are_wrapped(tmp_path: Path, text: str) -> None:
    path = tmp_path / "calls.json"
    path.write_text(text)
    assert [call.talk_us for call in calls(read(path))] == [61_000_000, 61_000_000]


def test_an_answer_without_records_is_known_by_its_list(tmp_path: Path) -> None:
    path = tmp_path / "calls.json"
    path.write_text('{"messages": [], "page": 0}')
    assert read(path).format == "twilio-messages-json"
    assert list(read(path)) == []


def test_what_comes_before_a_break_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "calls.json"
    path.write_text(json.dumps([RECORD, RECORD])[:-20])
    reading = read(path)
    assert len(calls(reading)) == 1
    assert [refused.reason for refused in refusals(reading)] == [json_text.BROKEN]


def test_a_value_that_is_no_record_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "calls.json"
    path.write_text(json.dumps([RECORD, "x", [1], RECORD]))
    assert [refused.number for refused in refusals(read(path))] == [2, 3]


def test_a_pit_of_brackets_is_a_break_and_no_crash() -> None:
    (found,) = as_one(io.StringIO("[" * 200_000), ())
    assert isinstance(found, UnreadableRecord)


def test_numbers_stay_as_they_are_written() -> None:
    (found,) = as_one(io.StringIO('[{"price": -0.1000000000000000055}]'), ())
    assert found == {"price": "-0.1000000000000000055"}


@given(st.lists(st.dictionaries(st.text(max_size=5), st.text(max_size=50)), max_size=30))
def test_reading_in_small_pieces_changes_nothing(records: list[dict[str, str]]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_text, "_CHUNK", 3)
        assert list(as_one(io.StringIO(json.dumps(records)), ())) == records
