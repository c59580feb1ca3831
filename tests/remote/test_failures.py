"""Every refusal and error is one sentence, of a kind that says what to do."""

import json
import ssl

import httpcore
import httpx
import pytest

from app.domain.failure import Failure, FailureKind, kind_of
from app.domain.problem import ExitCode, Problem
from app.remote.failures import failure_of, refusal_of
from app.wire.refusal import Reason

SERVER = "plans.example"


def refusal(status: int, reason: str = "", **more: object) -> Failure:
    body = json.dumps({"reason": reason, "detail": "why", **more}).encode() if reason else b""
    return refusal_of(status, {}, body, SERVER)


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (301, FailureKind.BROKEN),
        (304, FailureKind.BROKEN),
        (400, FailureKind.BROKEN),
        (401, FailureKind.SIGN_IN),
        (403, FailureKind.REFUSED),
        (404, FailureKind.BROKEN),
        (409, FailureKind.BROKEN),
        (412, FailureKind.STALE),
        (413, FailureKind.REFUSED),
        (428, FailureKind.STALE),
        (429, FailureKind.BUSY),
        (500, FailureKind.BROKEN),
        (502, FailureKind.BROKEN),
        (503, FailureKind.BUSY),
    ],
)
def test_a_status_without_a_reason_is_told_by_its_number(status: int, kind: FailureKind) -> None:
    assert refusal(status).kind is kind


@pytest.mark.parametrize("reason", [reason for reason in Reason if reason is not Reason.METHOD])
def test_every_reason_of_the_server_has_a_sentence_of_its_own(reason: Reason) -> None:
    found = refusal(418, reason.value)
    assert "but not what Talktally expects" not in str(found)
    assert "{" not in str(found)


def test_a_reason_counts_for_more_than_the_status() -> None:
    assert refusal(401, "code_unknown").kind is FailureKind.REFUSED
    assert str(refusal(409, "last_owner")).startswith("The company would have no owner")


def test_what_a_person_can_do_about_it_decides_the_exit_code() -> None:
    assert refusal(403).exit_code is ExitCode.REFUSED
    assert refusal(401).exit_code is ExitCode.ENVIRONMENT


@pytest.mark.parametrize(
    ("header", "told", "seconds"),
    [
        ("30", None, 30),
        ("30", 5, 5),
        ("soon", None, 60),
        ("Sat, 21 Nov 2026 13:05:00 GMT", None, 60),
        ("-1", None, 60),
        ("9" * 50, None, 86_400),
        ("", 10**12, 86_400),
        ("", -5, 60),
        ("", True, 60),
    ],
)
def test_how_long_a_busy_server_wants_to_be_left_alone(
    header: str, told: object, seconds: int
) -> None:
    body = json.dumps({"reason": "too_many", "detail": "", "wait_seconds": told}).encode()
    found = refusal_of(429, {"retry-after": header}, body, SERVER)
    assert (found.wait_seconds, f"in {seconds} s" in str(found)) == (seconds, True)


@pytest.mark.parametrize("body", [b"", b"[]", b"nonsense", b"[" * 100_000, b'{"reason": 7}'])
def test_a_refusal_that_is_no_json_is_told_all_the_same(body: bytes) -> None:
    assert refusal_of(401, {}, body, SERVER).kind is FailureKind.SIGN_IN


def test_what_the_server_says_of_itself_steers_no_terminal() -> None:
    found = refusal(422, "invalid", detail="zone\x1b[31m" + "x" * 500)
    assert "\x1b" not in str(found)
    assert len(str(found)) < 300


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (httpcore.ConnectError("no"), FailureKind.OFFLINE),
        (httpcore.ConnectTimeout("no"), FailureKind.OFFLINE),
        (httpcore.ReadTimeout("no"), FailureKind.OFFLINE),
        (httpcore.ReadError("no"), FailureKind.OFFLINE),
        (httpcore.RemoteProtocolError("no"), FailureKind.OFFLINE),
        (httpcore.ProxyError("no"), FailureKind.OFFLINE),
        (httpx.InvalidURL("no"), FailureKind.BROKEN),
        (ConnectionResetError(), FailureKind.BROKEN),
    ],
)
def test_an_error_of_the_network_is_told_without_its_own_words(
    error: Exception, kind: FailureKind
) -> None:
    found = failure_of(error, SERVER)
    assert (found.kind, "no" in found.places.values()) == (kind, False)


def test_the_deepest_cause_says_most() -> None:
    outer = httpcore.ConnectError("no")
    outer.__cause__ = ssl.SSLCertVerificationError(1, "expired")
    assert failure_of(outer, SERVER).kind is FailureKind.CERTIFICATE


def test_other_problems_are_no_failures() -> None:
    assert kind_of(Problem("no")) is kind_of(None) is None
