"""The key goes to the provider's own address alone, and the way there is looked at first."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.domain.accounts import Health
from app.domain.failure import FailureKind, kind_of
from app.remote.http import Limits, Peer
from app.sync.accounts.opener import opening
from tests.support.certificates import make_certificate, serving
from tests.support.nasty_server import answering, nasty
from tests.support.providers.place import Asked, Place, Told, placed
from tests.support.tools import needs_tool
from tests.support.worlds import (
    Time,
    World,
    aircall_world,
    facts_of,
    facts_told,
    hubspot_world,
    twilio_world,
)


@pytest.fixture
def elsewhere() -> Iterator[Place]:
    """A server that nobody may ask, though it would answer."""
    with placed(hubspot_world().provider) as place:
        yield place


def pointed_at(place: Place, told: Told) -> Told:
    """Let every link of an answer lead to another server."""

    def led(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: _link(place, key, led(each)) for key, each in value.items()}
        return [led(each) for each in value] if isinstance(value, list) else value

    return told._replace(body=led(told.body))


def _link(place: Place, key: str, value: Any) -> Any:
    is_link = key in {"next_page_uri", "next_page_link"} and isinstance(value, str)
    path = "/" + value.split("//")[-1].partition("/")[2] if is_link else ""
    return f"{place.address}{path}" if is_link else value


@pytest.mark.parametrize("make", [aircall_world, twilio_world])
def test_a_link_to_another_server_is_not_followed(
    tmp_path: Path, make: Any, elsewhere: Place
) -> None:
    world: World = make(700)
    with world.desk(tmp_path) as (desk, place):
        place.spoil = lambda _number, _asked, told: pointed_at(elsewhere, told)
        outcome = desk.round()
        place.spoil = None
        desk.good_round()
        assert facts_of(desk.ledger) == facts_told(world.truth(), tmp_path / "truth")
    assert elsewhere.asked == []
    assert outcome.problem is None or kind_of(outcome.problem) is FailureKind.BROKEN


@pytest.mark.parametrize("make", [hubspot_world, aircall_world, twilio_world])
def test_a_redirect_is_not_followed(tmp_path: Path, make: Any, elsewhere: Place) -> None:
    world: World = make(20)
    with world.desk(tmp_path) as (desk, place):
        place.spoil = lambda *_: Told(307, {}, {"location": f"{elsewhere.address}/x"})
        assert kind_of(desk.round().problem) is FailureKind.BROKEN
    assert elsewhere.asked == []


@pytest.mark.parametrize("make", [hubspot_world, aircall_world, twilio_world])
def test_a_key_revoked_on_the_way_is_told_and_what_came_stays(tmp_path: Path, make: Any) -> None:
    world: World = make(1000)
    with world.desk(tmp_path) as (desk, place):

        def revoke(number: int, asked: Asked, told: Told) -> None:
            if number == 9:
                world.revoke()

        place.spoil = revoke
        outcome = desk.round()
        assert kind_of(outcome.problem) is FailureKind.SIGN_IN
        assert "make a new" in str(outcome.problem)
        assert outcome.new == len(facts_of(desk.ledger)) > 0
        assert (desk.shown().health, outcome.next_in) == (Health.SIGN_IN, 1800)


@needs_tool("openssl")
def test_a_certificate_that_cannot_be_trusted_gets_no_key(tmp_path: Path) -> None:
    context = serving(make_certificate(tmp_path / "tls"))
    with nasty(answering(), context) as server:
        problem = _problem_at(tmp_path, server.address)
        assert server.asked == []
    assert "cannot be trusted" in problem


def test_a_name_that_nobody_knows_is_out_of_reach(tmp_path: Path) -> None:
    assert "cannot be reached. Check the internet" in _problem_at(tmp_path, "https://no.invalid")


def test_a_server_that_is_not_there_is_out_of_reach(tmp_path: Path) -> None:
    with placed(hubspot_world().provider) as place:
        address = place.address
    assert "cannot be reached. Check the internet" in _problem_at(tmp_path, address)


def test_an_answer_that_drips_is_given_up(tmp_path: Path) -> None:
    def drip(_request: bytes) -> Iterator[bytes]:
        yield b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"
        while True:
            yield b" "
            quiet.wait(0.02)

    quiet = threading.Event()
    with nasty(drip) as server:
        hasty = Limits(connect_seconds=30, read_seconds=30, total_seconds=0.5)
        assert "did not answer in time" in _problem_at(tmp_path, server.address, hasty)


def test_a_body_without_an_end_is_given_up(tmp_path: Path) -> None:
    def endless(_request: bytes) -> Iterator[bytes]:
        yield b"HTTP/1.1 200 OK\r\n\r\n"
        while True:
            yield b"[" * 65_536

    with nasty(endless) as server:
        assert "answers far more than it should" in _problem_at(tmp_path, server.address)


@pytest.mark.parametrize("days", [-3, 3])
def test_a_clock_that_was_wrong_for_a_while_loses_nothing(tmp_path: Path, days: int) -> None:
    for make in (hubspot_world, aircall_world, twilio_world):
        world = make(60)
        folder = tmp_path / world.kind
        with world.desk(folder / "desk") as (desk, _):
            right = world.time.now
            world.time.pass_by(days * 86_400)
            desk.round()
            world.time.now = right
            desk.good_round()
            assert facts_of(desk.ledger) == facts_told(world.truth(), folder / "truth")


_PATIENT = Limits(connect_seconds=30, read_seconds=30, total_seconds=50)


def _problem_at(folder: Path, address: str, limits: Limits = _PATIENT) -> str:
    """Tell what a person reads when HubSpot is at an address."""
    opener = opening(lambda _at: Peer(address, limits=limits), Time().ticking())
    with hubspot_world().desk(folder / "desk", opener=opener) as (desk, place):
        outcome = desk.round()
        assert place.asked == []
        return str(outcome.problem)
