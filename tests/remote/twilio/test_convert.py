"""A record read over the network is the very fact that an export file makes of it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.event import Fact
from app.domain.unreadable import UnreadableRecord
from app.exchange.reading import read
from app.exchange.record import Line
from app.remote.twilio import calls, messages
from app.remote.twilio.record import Taken
from tests.support.providers.twilio_company import NOON, SID, leg, text

NUMBERS = st.sampled_from(
    ["+14155550100", "+493055501", "client:ada", "sip:ada@example.com;transport=tls", "sim:DE1",
     "", "24273", "Anonymous", " +14155550101 ", "\u00e9"]
)  # fmt: skip
CALL_WORDS = st.sampled_from(
    ["queued", "ringing", "in-progress", "completed", "busy", "failed", "no-answer", "canceled",
     "teleported"]
)  # fmt: skip
TEXT_WORDS = st.sampled_from(
    ["accepted", "scheduled", "queued", "sending", "sent", "delivered", "undelivered", "failed",
     "receiving", "received", "read", "partially_delivered", "canceled", "new"]
)  # fmt: skip
WAYS = st.sampled_from(
    ["inbound", "outbound-api", "outbound-dial", "outbound-call", "outbound-reply",
     "trunking-originating", "trunking-terminating", "sideways"]
)  # fmt: skip
PRICES = st.sampled_from(
    [None, "-0.200", "0", "-0.0079", "0.0001", "lots", "1E5", "-1.1234567891"]
)  # fmt: skip
DATES = st.sampled_from(
    ["Sun, 22 Nov 2026 11:59:58 +0000", "Sat, 29 Feb 2020 23:59:59 +0000",
     "01 Jan 2024 00:00:00 GMT",
     "Sun, 1 Nov 2026 02:30:00 -0800", "2026-11-22T11:00:00Z", "yesterday", None]
)  # fmt: skip
CALLS = st.fixed_dictionaries(
    {
        "from": NUMBERS, "to": NUMBERS, "status": CALL_WORDS, "direction": WAYS, "price": PRICES,
        "duration": st.sampled_from(["0", "59", "60", "61", "7200", None, "", "x", "-1"]),
        "price_unit": st.sampled_from(["USD", "usd", None, "dollars"]), "start_time": DATES,
        "parent_call_sid": st.sampled_from([None, f"CA{9:032x}"]),
    }
)  # fmt: skip
TEXTS = st.fixed_dictionaries(
    {
        "from": NUMBERS, "to": NUMBERS, "status": TEXT_WORDS, "direction": WAYS, "price": PRICES,
        "num_segments": st.sampled_from(["0", "1", "11", "", None, "many"]),
        "num_media": st.sampled_from(["0", "1", None]), "date_sent": DATES, "date_created": DATES,
        "body": st.sampled_from(["", "Hello", "Grüße \U0001f600", "x" * 161, "\ud83d"]),
    }
)  # fmt: skip


UNSENT = ("The message is not sent yet ({value})", "The message was not sent ({value})")


def over_the_network(
    taken: Callable[[Any, str], Taken], record: dict[str, Any]
) -> Fact | str | None:
    """Return the fact, or why there is none."""
    try:
        return taken(json.loads(json.dumps(record)), SID).fact
    except UnreadableRecord as trouble:
        return trouble.reason


def out_of_a_file(folder: Path, key: str, record: dict[str, Any]) -> Fact | str:
    """Return what an export file that holds the record alone says."""
    path = folder / "answer.json"
    path.write_text(json.dumps({key: [record]}))
    (line,) = read(path)
    return line.fact if isinstance(line, Line) else line.reason


@given(changes=CALLS)
def test_a_call_is_the_same_over_the_network_and_out_of_a_file(
    tmp_path_factory: pytest.TempPathFactory, changes: dict[str, Any]
) -> None:
    record = {**leg(1, NOON).told(SID, NOON), **changes}
    folder = tmp_path_factory.getbasetemp()
    told, filed = over_the_network(calls.taken, record), out_of_a_file(folder, "calls", record)
    if told is None:
        assert filed == "The call is not finished yet ({value})"
    else:
        assert told == filed


@given(changes=TEXTS, kind=st.sampled_from(["SM", "MM"]))
def test_a_text_is_the_same_over_the_network_and_out_of_a_file(
    tmp_path_factory: pytest.TempPathFactory, changes: dict[str, Any], kind: str
) -> None:
    record = {**text(1, NOON).told(SID, NOON), **changes, "sid": f"{kind}{1:032x}"}
    folder = tmp_path_factory.getbasetemp()
    told = over_the_network(messages.taken, record)
    filed = out_of_a_file(folder, "messages", record)
    if told is None:
        assert filed in UNSENT
    else:
        assert told == filed


@pytest.mark.parametrize(
    ("changes", "final"),
    [
        ({}, True),
        ({"price": None}, False),
        ({"status": "no-answer", "price": None, "duration": None}, True),
        ({"status": "ringing"}, False),
    ],
)
def test_a_call_is_final_once_over_and_priced(changes: dict[str, Any], *, final: bool) -> None:
    record = {**leg(1, NOON).told(SID, leg(1, NOON).ended), **changes}
    assert calls.taken(record, SID).final is final


@pytest.mark.parametrize(
    ("changes", "final"),
    [
        ({}, True), ({"num_segments": "0"}, False), ({"price": None}, False),
        ({"status": "sending"}, False), ({"num_segments": 2, "price": -0.0079}, True),
    ],
)  # fmt: skip
def test_a_text_is_final_once_it_is_counted_and_priced(
    changes: dict[str, Any], *, final: bool
) -> None:
    assert messages.taken({**text(1, NOON).told(SID, NOON), **changes}, SID).final is final


def test_nothing_of_a_body_lives_on() -> None:
    record = text(1, NOON, body="Zebra").told(SID, NOON)
    assert "Zebra" not in repr(messages.taken(record, SID))
    with pytest.raises(UnreadableRecord) as told:
        messages.taken({**record, "num_segments": "some"}, SID)
    assert "Zebra" not in f"{told.value}{told.value.places}"
