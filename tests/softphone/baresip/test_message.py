"""Events in the words of baresip 1.0.0 and of today."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as some

from app.domain.call_report import CallReport, Happening
from app.domain.event import Direction
from app.domain.numbers import parse
from app.softphone.baresip.message import Answer, Event, read_message
from tests.support.heard import beat

AT = beat(1000)


def read(**fields: object) -> Event | Answer | None:
    return read_message(json.dumps({"event": True, "class": "call", **fields}).encode())


def report(**fields: object) -> CallReport | None:
    message = read(**fields)
    assert isinstance(message, Event)
    return message.report(AT)


@pytest.mark.parametrize(
    ("kind", "what"),
    [
        ("CALL_OUTGOING", Happening.RING),
        ("CALL_RINGING", Happening.RING),
        ("CALL_PROGRESS", Happening.RING),
        ("CALL_INCOMING", Happening.RING),
        ("CALL_ESTABLISHED", Happening.START),
        ("CALL_HOLD", Happening.HOLD),
        ("CALL_RESUME", Happening.RESUME),
        ("CALL_CLOSED", Happening.END),
    ],
)
def test_each_event_says_what_became_of_a_call(kind: str, what: Happening) -> None:
    told = report(type=kind, id="a1b2c3d4", peeruri="sip:+15550100@127.0.0.1:5180;transport=udp")
    assert told == CallReport(what, AT, "baresip", "a1b2c3d4", "sip:+15550100@127.0.0.1:5180")


@pytest.mark.parametrize(
    "kind", ["CALL_ANSWERED", "CALL_RTCP", "CALL_LOCAL_SDP", "REGISTER_OK", "TRANSFER", "NEWS", ""]
)
def test_an_event_that_says_nothing_of_its_course_is_passed_over(kind: str) -> None:
    assert report(type=kind, id="a1b2c3d4", param="486 Rejected") is None


def test_an_event_without_an_id_is_of_no_call_yet() -> None:
    assert report(type="CALL_OUTGOING", peeruri="sip:+15550100@pbx") is None


def test_it_says_who_called_and_under_which_name() -> None:
    told = report(
        type="CALL_INCOMING", id="a1b2c3d4", direction="incoming", peeruri="sip:anna@pbx",
        peerdisplayname="Anna  Schmidt", contacturi="sip:anna@10.0.0.1", localuri="sip:agent@pbx",
        audiodir="sendrecv", userdata="",
    )  # fmt: skip
    assert told is not None
    assert (told.direction, told.name) == (Direction.INBOUND, "Anna Schmidt")


def test_a_far_end_can_choose_no_name_or_address_that_cannot_be_kept() -> None:
    told = report(
        type="CALL_INCOMING", id="x" * 900, peeruri="sip:" + "9" * 900,
        peerdisplayname="Anna\ud800\u202e\n" + "!" * 900,
    )  # fmt: skip
    assert told is not None
    assert max(map(len, (told.id, told.number, told.name))) <= 200
    assert told.name.startswith("Anna?")
    (told.id + told.number + told.name).encode()


def test_a_number_at_a_host_with_a_long_name_stays_a_number() -> None:
    told = report(type="CALL_RINGING", id="a1b2c3d4", peeruri=f"sip:+14155550188@{'pbx.' * 40}com")
    assert told is not None
    assert parse(told.number).text == "+14155550188"


def test_two_ids_that_are_too_long_stay_two() -> None:
    first, second = (report(type="CALL_RINGING", id="x" * 900 + end) for end in "ab")
    assert first
    assert second
    assert first.id != second.id


@pytest.mark.parametrize("kind", ["SHUTDOWN", "EXIT"])
def test_it_says_when_it_is_about_to_end(kind: str) -> None:
    message = read(type=kind)
    assert isinstance(message, Event)
    assert message.leaving


def test_an_answer_says_which_command_it_is_to() -> None:
    answer = json.dumps({"response": True, "ok": True, "data": "x", "token": "listcalls"})
    assert read_message(answer.encode()) == Answer(ok=True, text="x", to="listcalls")


@pytest.mark.parametrize(
    "odd", [b"", b"{", b"[]", b"7", b"{}", b"[" * 100_000, b"9" * 5000, b"\xff"]
)
def test_what_is_no_message_is_passed_over(odd: bytes) -> None:
    assert read_message(odd) is None


@given(
    some.dictionaries(
        some.sampled_from(
            ["event", "response", "type", "id", "peeruri", "ok", "data", "rtcp_stats"]
        ),
        some.recursive(
            some.none() | some.booleans() | some.integers() | some.text() | some.just("CALL_RTCP"),
            lambda inner: some.dictionaries(some.sampled_from(["rx", "sent"]), inner),
        ),
    )
)
def test_fields_of_any_kind_break_nothing(fields: dict[str, object]) -> None:
    message = read_message(json.dumps(fields).encode())
    assert message is None or isinstance(message, Event | Answer)
