"""What a person reads of each fault that does not pass, and that the truth is there once it did."""

import gzip
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pytest

from app.remote.http import Limits
from tests.support.providers.place import Asked, Told
from tests.support.spoils import half, hung_up, no_json, torn
from tests.support.worlds import (
    World,
    aircall_world,
    facts_of,
    facts_told,
    hubspot_world,
    twilio_world,
)

_LIMITS = Limits(connect_seconds=5, read_seconds=2, total_seconds=3, answer_bytes=400_000)
_UP_TO_DATE = "Check the address, and whether Talktally is up to date."
_NONSENSE = f"but not what Talktally expects. {_UP_TO_DATE}"
_BROKE_OFF = "broke off. Try again later."
_TOO_LONG = "answers far more than it should. Check the address."
hubspot, aircall, twilio = hubspot_world, aircall_world, twilio_world


def status(code: int, body: bytes = b"{}", **headers: str) -> Callable[[Told], Told]:
    """Answer with a status."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda _told: Told(code, body, named)


def inflated(_told: Told) -> Told:
    """Answer with little that unpacks to far too much."""
    return Told(200, gzip.compress(b" " * 2_000_000), {"content-encoding": "gzip"})


class Row(NamedTuple):
    """From its eighth answer on a provider does this; a person reads that."""

    make: Callable[[int], World]
    fault: Callable[[Told], Told | bytes]
    sentence: str


ROWS = (
    Row(hubspot, hung_up, _BROKE_OFF),
    Row(aircall, torn, _BROKE_OFF),
    Row(twilio, half, _NONSENSE),
    Row(hubspot, no_json, _NONSENSE),
    Row(aircall, status(200, b"null"), _NONSENSE),
    Row(twilio, status(200, b"[" * 100_000), _NONSENSE),
    Row(hubspot, status(200, b'{"results": 7, "total": "many"}'), _NONSENSE),
    Row(aircall, status(200, b'{"calls": 7, "meta": 7}'), _NONSENSE),
    Row(twilio, status(200, b'{"calls": 7, "messages": 7}'), _NONSENSE),
    Row(aircall, status(200, b" " * 500_000), _TOO_LONG),
    Row(twilio, inflated, _TOO_LONG),
    Row(hubspot, status(301, location="https://elsewhere.example/"), "to another address"),
    Row(aircall, status(302, location="https://elsewhere.example/"), "elsewhere, and nothing was"),
    Row(twilio, status(308, location="https://elsewhere.example/"), "elsewhere, and nothing was"),
    Row(hubspot, status(400), "HubSpot did not understand what Talktally asked (400)."),
    Row(aircall, status(400), "Aircall does not accept what Talktally asks (400)."),
    Row(twilio, status(400), "Twilio does not accept what Talktally asks (400)."),
    Row(hubspot, status(401), "HubSpot does not accept this key."),
    Row(aircall, status(401), "Aircall got no API id and token with the question."),
    Row(twilio, status(401), "Twilio does not accept this key."),
    Row(hubspot, status(403), "HubSpot does not let Talktally read this."),
    Row(aircall, status(403), "Aircall does not know this API id and token."),
    Row(twilio, status(403), "Twilio does not accept this key."),
    Row(hubspot, status(404), "HubSpot does not offer this version of its API any more."),
    Row(aircall, status(404), "Aircall does not have what was asked for."),
    Row(twilio, status(404), "Twilio does not have what was asked for."),
    Row(hubspot, status(410), "HubSpot does not offer this version of its API any more."),
    Row(aircall, status(422), "Aircall does not accept what Talktally asks (422)."),
    Row(hubspot, status(423), "HubSpot is asked too often. Try again in 2 s."),
    Row(hubspot, status(429), "HubSpot is asked too often. Try again in 10 s."),
    Row(hubspot, status(429, b'{"policyName": "DAILY"}'), "It goes on after midnight."),
    Row(aircall, status(429, retry_after="9"), "Aircall takes no more questions from this company"),
    Row(twilio, status(429, retry_after="7200"), "Twilio takes only so many questions at once."),
    Row(hubspot, status(500), "HubSpot has trouble of its own (500). Try again later."),
    Row(aircall, status(502, b"<html>"), "Aircall has trouble of its own (502)."),
    Row(twilio, status(503), "Twilio has trouble of its own (503)."),
)


def after_some(
    fault: Callable[[Told], Told | bytes], number: int, _asked: Asked, told: Told
) -> Told | bytes | None:
    return fault(told) if number >= 8 else None


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.sentence[:40])
def test_a_fault_is_one_sentence_and_leaves_no_trace(tmp_path: Path, row: Row) -> None:
    world = row.make(120)
    with world.desk(tmp_path / "desk", limits=_LIMITS) as (desk, place):
        place.spoil = partial(after_some, row.fault)
        assert row.sentence in str(desk.round().problem)
        assert row.sentence in str(desk.shown().trouble)
        place.spoil = None
        desk.good_round()
        assert facts_of(desk.ledger) == facts_told(world.truth(), tmp_path / "truth")
