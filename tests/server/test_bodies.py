"""Bodies: refused as soon as they are too large, and not waited for without end."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.server.settings import ServerSettings
from app.server.web.bodies import with_bodies
from tests.support.server_app import BASE, ServerApp

_LIMIT = 6000


@pytest.fixture
def small(server: ServerApp) -> ServerApp:
    return ServerApp(server.database, ServerSettings(BASE, body_limit=_LIMIT))


@pytest.fixture
def kind() -> str:
    """One kind of database will do: none is asked yet."""
    return "sqlite"


def run(layer: ASGIApp, receive: Receive, send: Send) -> None:
    """Send one request with a body."""

    async def ask() -> None:
        headers = [(b"transfer-encoding", b"chunked")]
        await layer({"type": "http", "headers": headers, "method": "POST"}, receive, send)

    asyncio.run(ask())


async def _pieces(size: int) -> AsyncIterator[bytes]:
    for _ in range(size):
        yield b"x"


def test_a_body_that_says_it_is_too_large_is_refused(small: ServerApp) -> None:
    answer = small.ask("POST", "/v1/sign-in", content=b"x" * (_LIMIT + 1))
    assert (answer.status_code, answer.json()["reason"]) == (413, "too_large")


def test_a_body_in_chunks_is_refused_once_it_is_too_large(small: ServerApp) -> None:
    answer = small.ask("POST", "/v1/sign-in", content=_pieces(_LIMIT + 1))
    assert answer.status_code == 413
    assert answer.headers["Connection"] == "close"


def test_a_body_of_just_the_limit_is_read(small: ServerApp) -> None:
    body = b'{"code":"' + b"a" * 43 + b'","device":"d"}'
    assert small.ask("POST", "/v1/sign-in", content=body.ljust(_LIMIT)).status_code == 422
    headers = {"Content-Type": "application/json"}
    exact = small.ask("POST", "/v1/sign-in", content=body.ljust(_LIMIT), headers=headers)
    assert exact.status_code == 403


@pytest.mark.parametrize(
    "body", [b"{", b"[]", b"\xff\xfe", b'"a"', b"[" * 5900, b'{"code": 1e999}', b"1" * 5000]
)
def test_a_body_that_makes_no_sense_is_refused(small: ServerApp, body: bytes) -> None:
    headers = {"Content-Type": "application/json"}
    answer = small.ask("POST", "/v1/sign-in", content=body, headers=headers)
    assert answer.status_code in (400, 422)
    assert answer.json()["reason"] == "invalid"


def test_what_was_sent_is_not_repeated_in_a_refusal(small: ServerApp) -> None:
    answer = small.ask("POST", "/v1/sign-in", json={"code": "secret!", "device": "d"})
    assert answer.status_code == 422
    assert "secret!" not in answer.text


def test_a_body_that_does_not_arrive_is_not_waited_for() -> None:
    sent: list[Message] = []

    async def application(_scope: Scope, _receive: Receive, _send: Send) -> None:
        pytest.fail("nothing arrived")

    async def receive() -> Message:
        await asyncio.Event().wait()
        raise AssertionError

    async def send(message: Message) -> None:
        sent.append(message)

    run(with_bodies(application, _LIMIT, patience=0), receive, send)
    assert sent[0]["status"] == 408


def test_who_goes_away_while_sending_is_left(small: ServerApp) -> None:
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        sent.append(message)

    async def application(_scope: Scope, _receive: Receive, _send: Send) -> None:
        pytest.fail("nothing arrived")

    run(with_bodies(application, _LIMIT), receive, send)
    assert sent == []
