"""What HubSpot's refusals are."""

import json

import pytest

from app.domain.failure import FailureKind
from app.remote.http import Answer
from app.remote.hubspot.failures import refusal_in

_EVENING = "Sun, 15 Nov 2026 03:00:00 GMT"


def _answer(status: int, body: object = None, **headers: str) -> Answer:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(status, named, json.dumps(body).encode())


def _policy(name: str) -> dict[str, str]:
    return {"status": "error", "errorType": "RATE_LIMIT", "policyName": name}


@pytest.mark.parametrize(
    ("answer", "seconds"),
    [
        (_answer(429, _policy("TEN_SECONDLY_ROLLING")), 10),
        (_answer(429, _policy("SECONDLY")), 1),
        (_answer(429), 10),
        (_answer(429, _policy("SECONDLY"), retry_after="7"), 7),
        (_answer(423), 2),
        (_answer(423, retry_after="1"), 2),
        (_answer(477, retry_after="30"), 30),
    ],
)
def test_how_long_hubspot_wants_to_be_left_alone(answer: Answer, seconds: int) -> None:
    failure = refusal_in("", answer, "api.example.com")
    assert (failure.kind, failure.wait_seconds) == (FailureKind.BUSY, seconds)


@pytest.mark.parametrize(
    ("zone", "seconds"),
    [("", 21 * 3600), ("America/New_York", 2 * 3600), ("Nowhere", 21 * 3600)],
)
def test_a_day_s_questions_come_back_at_midnight_there(zone: str, seconds: int) -> None:
    failure = refusal_in(zone, _answer(429, _policy("DAILY"), date=_EVENING), "api.example.com")
    assert failure.wait_seconds == seconds


def test_without_a_clock_midnight_is_looked_for_in_an_hour() -> None:
    failure = refusal_in("", _answer(429, _policy("DAILY"), date="today"), "api.example.com")
    assert failure.wait_seconds == 3600


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (301, FailureKind.BROKEN),
        (400, FailureKind.REFUSED),
        (401, FailureKind.SIGN_IN),
        (403, FailureKind.REFUSED),
        (404, FailureKind.REFUSED),
        (407, FailureKind.OFFLINE),
        (410, FailureKind.REFUSED),
        (422, FailureKind.REFUSED),
        (502, FailureKind.BROKEN),
        (503, FailureKind.BROKEN),
        (524, FailureKind.BROKEN),
    ],
)
def test_every_status_has_its_kind(status: int, kind: FailureKind) -> None:
    failure = refusal_in("", _answer(status), "api.example.com")
    assert (failure.kind, failure.wait_seconds) == (kind, None)


@pytest.mark.parametrize("body", [b"", b"<html>", b"[]", b"null", b'"x"', b"\xff", b"[" * 9999])
def test_a_body_that_makes_no_sense_changes_nothing(body: bytes) -> None:
    failure = refusal_in("", Answer(429, {}, body), "api.example.com")
    assert failure.wait_seconds == 10
