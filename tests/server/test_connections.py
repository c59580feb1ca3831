"""Connections: who never finishes asking is not waited for."""

import asyncio
from collections.abc import Coroutine

import pytest
from uvicorn import Config
from uvicorn.server import ServerState

from app.server.web.connections import PatientConnection

_SOON = 0.05
_REQUEST = b"GET / HTTP/1.1\r\nhost: here\r\n\r\n"


class _Hasty(PatientConnection):
    header_seconds = _SOON


async def _application(_scope: object, _receive: object, send: object) -> None:
    assert callable(send)
    await send({"type": "http.response.start", "status": 204, "headers": []})
    await send({"type": "http.response.body", "body": b""})


async def _connected() -> tuple[asyncio.Server, asyncio.StreamReader, asyncio.StreamWriter]:
    config = Config(_application, ws="none", log_config=None, timeout_keep_alive=60)
    config.load()
    loop = asyncio.get_running_loop()

    def make() -> _Hasty:
        return _Hasty(config=config, server_state=ServerState(), app_state={})

    server = await loop.create_server(make, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    return server, reader, writer


async def _heard_until_the_end(*said: bytes) -> bytes:
    """Say something, then nothing; return what was answered before the other side hung up."""
    server, reader, writer = await _connected()
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
