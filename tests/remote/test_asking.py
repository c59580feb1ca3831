"""A provider is asked patiently: again where that may help, never longer than is worth it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pytest
from typing_extensions import override

from app.domain.connection import Waiting
from app.domain.failure import Failure, FailureKind
from app.remote.asking import Asking, NoPace
from app.remote.failures import refusal_of
from app.remote.http import Answer, Limits, Peer
from tests.support.providers.place import Asked, Hangup, Place, Told, placed

LIMITS = Limits(connect_seconds=30, read_seconds=30, total_seconds=50, answer_bytes=10_000)
OFFLINE, BROKEN, BUSY = FailureKind.OFFLINE, FailureKind.BROKEN, FailureKind.BUSY
FINE = Told(200, {"fine": True})
DATE = "Sun, 22 Nov 2026 10:00:00 GMT"


class Script:
    """Answers with one thing after the other, and with the last one from then on."""

    def __init__(self, *told: Told | bytes | Hangup) -> None:
        self.told = list(told)

    def answer(self, asked: Asked) -> Told:
        return FINE

    def spoil(self, number: int, asked: Asked, told: Told) -> Told | bytes | None:
        found = self.told[min(number, len(self.told) - 1)]
        if isinstance(found, Hangup):
            raise found
        return found


@contextmanager
def asking(*told: Told | bytes | Hangup) -> Iterator[tuple[Asking, Place, list[Waiting]]]:
    script, waits = Script(*told), list[Waiting]()
    with placed(script) as place, Peer(place.address, limits=LIMITS) as peer:
        place.spoil = script.spoil
        yield Asking(peer, {"authorization": "x"}, _refusal, waits.append, NoPace()), place, waits


def _refusal(answer: Answer, server: str) -> Failure:
    return refusal_of(answer.status, {}, b"", server)


def found(*told: Told | bytes | Hangup) -> tuple[Any, Sequence[float]]:
    with asking(*told) as (ask, _, waits):
        return ask.get("/x"), [wait.seconds for wait in waits]


def failed(*told: Told | bytes | Hangup) -> tuple[FailureKind, int]:
    with asking(*told) as (ask, place, _):
        with pytest.raises(Failure) as caught:
            ask.get("/x")
        return caught.value.kind, len(place.asked)


def busy(retry_after: str) -> Told:
    return Told(503, {}, {"retry-after": retry_after})


def test_a_burst_of_trouble_passes_with_longer_waits() -> None:
    assert found(Told(500), Told(502), Hangup(), FINE) == ({"fine": True}, [1, 2, 4])


def test_an_answer_torn_off_in_its_body_is_asked_for_again() -> None:
    torn = Hangup(b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{")
    assert found(torn, FINE) == ({"fine": True}, [1])


def test_a_success_that_is_no_json_is_asked_for_twice_more() -> None:
    assert found(Told(200, b"<html>"), Told(200, b"{"), FINE)[0] == {"fine": True}
    assert failed(Told(200, b"<html>")) == (BROKEN, 3)


@pytest.mark.parametrize(
    ("told", "kind", "times"),
    [
        (Told(500), BROKEN, 5),
        (Hangup(), OFFLINE, 5),
        (Told(301, {}, {"location": "https://elsewhere.example"}), BROKEN, 1),
        (Told(404), BROKEN, 1),
        (Told(401), FailureKind.SIGN_IN, 1),
        (Told(200, b"9" * 20_000), BROKEN, 2),
        (busy("61"), BUSY, 1),
    ],
)
def test_it_is_asked_as_often_as_that_may_help(told: Told, kind: FailureKind, times: int) -> None:
    assert failed(told) == (kind, times)


def test_a_peer_out_of_reach_is_tried_twice() -> None:
    waits: list[Waiting] = []
    with placed(Script(FINE)) as place:
        address = place.address
    with Peer(address) as peer, pytest.raises(Failure, match="cannot be reached"):
        Asking(peer, {}, _refusal, waits.append, NoPace()).get("/x")
    assert [wait.seconds for wait in waits] == [1]


def test_what_the_server_asks_for_is_waited_and_told() -> None:
    with asking(busy("9"), FINE) as (ask, _, waits):
        ask.get("/x")
    assert waits[0].seconds == 9
    assert isinstance(waits[0].reason, Failure)


def test_the_spread_of_a_wait_never_ends_what_the_server_asks_for() -> None:
    with asking(busy("60"), FINE) as (ask, _, waits):
        Asking(ask.peer, {}, _refusal, waits.append, NoPace(), jitter=lambda: 1.0).get("/x")
    assert waits[0].seconds == 75


def test_a_date_to_wait_for_is_taken_from_the_servers_own_clock() -> None:
    later = {"retry-after": "Sun, 22 Nov 2026 10:00:07 GMT", "date": DATE}
    with asking(FINE) as (ask, _, _), pytest.raises(Failure) as caught:
        ask._understood(Answer(503, later, b""))
    assert caught.value.wait_seconds == 7


def test_a_pace_is_waited_for_before_each_question() -> None:
    class Slow(NoPace):
        @override
        def wait(self, path: str) -> float:
            return 0.2

    with asking(FINE) as (ask, _, waits):
        Asking(ask.peer, {}, _refusal, waits.append, Slow()).get("/x")
    assert [wait.seconds for wait in waits] == [0.2]
