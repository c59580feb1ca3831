"""Connections: who never finishes asking is not waited for."""

import asyncio
import socket
from collections.abc import Coroutine

import pytest
from starlette.types import ASGIApp
from uvicorn import Config
from uvicorn.server import ServerState

from app.server.web.connections import PatientConnection
from app.server.web.room import with_room

_SOON = 0.05
_REQUEST = b"GET / HTTP/1.1\r\nhost: here\r\n\r\n"


class _Hasty(PatientConnection):
    header_seconds = _SOON
    read_seconds = _SOON


class _Crowded(PatientConnection):
    most = 0


class _Full(PatientConnection):
    most_at_all = 0


async def _application(_scope: object, _receive: object, send: object) -> None:
    assert callable(send)
    await send({"type": "http.response.start", "status": 204, "headers": []})
    await send({"type": "http.response.body", "body": b""})


async def _wordy(_scope: object, _receive: object, send: object) -> None:
    """Answer with more than any system keeps for somebody who does not read."""
    assert callable(send)
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": bytes(32 * 1024 * 1024)})


async def _serving(
    application: ASGIApp = _application, kind: type[PatientConnection] = _Hasty
) -> tuple[asyncio.Server, ServerState]:
    config = Config(application, ws="none", log_config=None, timeout_keep_alive=60)
    config.load()
    state = ServerState()

    def make() -> PatientConnection:
        return kind(config=config, server_state=state, app_state={})

    loop = asyncio.get_running_loop()
    return await loop.create_server(make, "127.0.0.1", 0), state


async def _connected(
    application: ASGIApp = _application, kind: type[PatientConnection] = _Hasty
) -> tuple[asyncio.Server, asyncio.StreamReader, asyncio.StreamWriter]:
    server, _ = await _serving(application, kind)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    return server, reader, writer


async def _heard_until_the_end(
    *said: bytes, application: ASGIApp = _application, kind: type[PatientConnection] = _Hasty
) -> bytes:
    """Say something, then nothing; return what was answered before the other side hung up."""
    server, reader, writer = await _connected(application, kind)
    for each in said:
        writer.write(each)
    heard = await asyncio.wait_for(reader.read(), 30)
    writer.close()
    await writer.wait_closed()
    server.close()
    return heard


def run(work: Coroutine[object, object, bytes]) -> bytes:
    return asyncio.run(work)


@pytest.mark.parametrize("said", [b"", b"GET", b"GET / HTTP/1.1\r\nx: y\r\n"])
def test_headers_that_do_not_end_are_not_waited_for(said: bytes) -> None:
    assert run(_heard_until_the_end(said)) == b""


def test_a_second_request_that_does_not_end_is_not_waited_for() -> None:
    heard = run(_heard_until_the_end(_REQUEST, b"GET / HT"))
    assert heard.startswith(b"HTTP/1.1 204")


async def _left_unread() -> int:
    """Ask often and read nothing until the server let go; return how many are connected then."""
    server, state = await _serving(_wordy)
    loop = asyncio.get_running_loop()
    with socket.socket() as asking:
        asking.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
        asking.setblocking(False)
        await loop.sock_connect(asking, server.sockets[0].getsockname())
        await loop.sock_sendall(asking, _REQUEST * 40)
        while state.total_requests == 0 or state.connections:
            await asyncio.sleep(0)
    server.close()
    return len(state.connections)


def test_answers_that_nobody_reads_are_not_kept() -> None:
    assert asyncio.run(asyncio.wait_for(_left_unread(), 30)) == 0


def test_a_connection_too_many_is_told_that_the_server_is_busy() -> None:
    heard = run(_heard_until_the_end(_REQUEST, application=with_room(_application), kind=_Crowded))
    assert heard.startswith(b"HTTP/1.1 503")
    assert b'"reason":"busy"' in heard
    assert b"connection: close" in heard


def test_far_too_many_connections_are_not_kept_at_all() -> None:
    assert run(_heard_until_the_end(kind=_Full)) == b""
