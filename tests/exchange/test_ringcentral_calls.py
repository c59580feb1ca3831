"""RingCentral's call log."""

import json
from pathlib import Path

import pytest

from app.domain.event import Direction
from app.domain.instant import iso
from app.exchange.reading import read
from tests.support.readings import calls, refusals, sample, written

SAMPLE = "ringcentral_calls.json"
RECORD = {
    "id": "1",
    "sessionId": "2",
    "startTime": "2026-11-02T15:04:05Z",
    "duration": 30,
    "type": "Voice",
    "direction": "Outbound",
}


def test_an_answer_of_the_api_is_known_by_its_records() -> None:
    assert sample(SAMPLE).format == "ringcentral-calls"


def test_milliseconds_go_before_seconds_and_legs_add_nothing() -> None:
    call = calls(sample(SAMPLE))[0]
    assert (call.talk_us, call.legs) == (185_400_000, ())
    assert iso(call.start) == "2026-11-02T15:04:05.250000Z"


def test_the_own_end_names_the_agent_and_the_far_end_the_contact() -> None:
    call = calls(sample(SAMPLE))[0]
    assert (call.own, call.far) == ("+14155550100", "+14155550123")
    assert (call.agent, call.name, call.call_id) == ("Jana", "Mill Street Bakery", "s-0001")
    assert call.source == ("ringcentral", "4711004")


def test_an_inbound_call_has_its_caller_as_the_far_end() -> None:
    call = calls(sample(SAMPLE))[1]
    assert (call.direction, call.far, call.own) == (Direction.INBOUND, "+14155550124", "101")
    assert call.talk_us == 61_000_000


def test_a_call_that_went_to_voicemail_was_not_answered() -> None:
    call = calls(sample(SAMPLE))[2]
    assert (call.talk_us, call.far, call.name) == (0, "", "Anonymous")


def test_a_fax_and_a_call_under_way_are_refused_with_a_reason() -> None:
    reasons = [refused.reason for refused in refusals(sample(SAMPLE))]
    assert reasons == [
        "A fax is no call and is not counted",
        "The call is not finished yet ({value})",
    ]


@pytest.mark.parametrize("result", ["Missed", "No Answer", "Busy", "Hang Up", "Call Failed"])
def test_a_result_without_an_answer_counts_nothing(tmp_path: Path, result: str) -> None:
    path = written(tmp_path, json.dumps({"records": [{**RECORD, "result": result}]}))
    assert calls(read(path))[0].talk_us == 0


@pytest.mark.parametrize("result", ["Call connected", "Accepted", "Connected", ""])
def test_any_other_result_counts_its_duration(tmp_path: Path, result: str) -> None:
    path = written(tmp_path, json.dumps({"records": [{**RECORD, "result": result}]}))
    assert calls(read(path))[0].talk_us == 30_000_000


@pytest.mark.parametrize("party", ["+1", 7, ["x"], {"name": {"first": "J"}}, None, {}])
def test_an_end_of_another_shape_is_unknown(tmp_path: Path, party: object) -> None:
    path = written(tmp_path, json.dumps([{**RECORD, "to": party}]))
    assert calls(read(path))[0].far == ""


def test_an_answer_without_records_is_still_known(tmp_path: Path) -> None:
    reading = read(written(tmp_path, '{"records": []}'))
    assert (reading.format, list(reading)) == ("ringcentral-calls", [])
