"""Records of HubSpot as facts: the same that an imported file gives."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.event import Call, Source
from app.exchange.reading import read
from app.exchange.record import Line
from app.remote.hubspot.bodies import bare
from app.remote.hubspot.convert import ODD, call_converter, converted

_SOURCE = Source("hubspot", "12345678")
_NUMBERS = st.sampled_from(["+12125550100", "(857) 829 5489", "", None, "anonymous"])
_PROPERTIES = st.fixed_dictionaries(
    {
        "hs_timestamp": st.sampled_from(
            ["2026-11-02T15:04:05.123Z", "1794744000000", "", "yesterday", "1812-01-01T00:00:00Z"]
        ),
        "hs_call_direction": st.sampled_from(["INBOUND", "OUTBOUND", "outbound", "", "SIDEWAYS"]),
        "hs_call_duration": st.sampled_from(["61000", "0", "", None, "-1", "x", "59999", 61000]),
        "hs_call_status": st.sampled_from(
            ["COMPLETED", "missed", "NO_ANSWER", "RINGING", "UNKNOWN", "NEW_ONE", None]
        ),
        "hs_call_from_number": _NUMBERS,
        "hs_call_to_number": _NUMBERS,
        "hs_call_app_id": st.sampled_from([None, "4711", 4711]),
        "hs_call_external_id": st.sampled_from([None, "CA123", " 5 "]),
        "hs_call_source": st.sampled_from([None, "INTEGRATIONS_PLATFORM", "CONVERSATIONS"]),
        "hubspot_owner_id": st.sampled_from([None, "101"]),
    }
)


@given(st.lists(_PROPERTIES, min_size=1, max_size=5))
def test_a_file_with_the_same_records_gives_the_same_calls(records: list[dict[str, Any]]) -> None:
    answer = {"results": [_record(number, each) for number, each in enumerate(records, 1)]}
    made = converted(answer["results"], call_converter(_SOURCE, {}), "calls")
    with TemporaryDirectory() as folder:
        file = Path(folder, "calls.json")
        file.write_text(json.dumps(answer), "utf-8")
        reading = read(file, account="12345678", format_name="hubspot-calls-json")
        assert made.facts == [line.fact for line in reading if isinstance(line, Line)]


def test_an_owner_is_called_by_name() -> None:
    record = _record(1, {"hs_timestamp": "1794744000000", "hs_call_duration": "5"})
    record["properties"]["hubspot_owner_id"] = "101"
    (call,) = converted([record], call_converter(_SOURCE, {"101": "Ada"}), "calls").facts
    assert isinstance(call, Call)
    assert call.agent == "Ada"


@pytest.mark.parametrize(
    "record",
    [
        None, 7, "x", [], {}, {"id": "1"}, {"id": 1.5, "properties": {}},
        {"id": "one", "properties": {}}, {"id": "9" * 30, "properties": {}},
        {"id": "1", "properties": []}, {"id": "1", "properties": {"hs_timestamp": {}}},
        {"id": "1", "properties": {"hs_call_to_number": "5" * 9999}},
        {"id": "1", "properties": {"hs_call_to_number": "\ud800"}},
    ],
)  # fmt: skip
def test_what_is_no_record_is_refused_and_nothing_breaks(record: object) -> None:
    made = converted([record], call_converter(_SOURCE, {}), "calls")
    assert [each.reason for each in made.refused] == [ODD]
    assert (made.facts, made.unfinished) == ([], [])


@pytest.mark.parametrize(
    ("body", "sent"),
    [
        ("Hello", "Hello"),
        ("1 < 2 & 3 > 2", "1 < 2 & 3 > 2"),
        ("<p>Hello</p><p>Ada &amp; Ben</p>", "Hello\nAda & Ben"),
        ("<div>a<br>b</div>", "a\nb"),
        ("&amp;", "&amp;"),
    ],
)
def test_a_body_is_counted_without_its_mark_up(body: str, sent: str) -> None:
    assert bare(body) == sent


def _record(number: int, properties: dict[str, Any]) -> dict[str, Any]:
    return {"id": str(number), "properties": {**properties}, "archived": False}
