"""Bodies are read as a whole before anything else, up to a size and within a time."""

import asyncio

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.server.refusals import Refused, answer
from app.wire.refusal import Reason

#: How long a body may take to arrive; the largest one in this time is as slow as old telephones.
PATIENCE_SECONDS = 30.0
_LENGTH = b"content-length"
_CODING = b"transfer-encoding"


def with_bodies(application: ASGIApp, limit: int, patience: float = PATIENCE_SECONDS) -> ASGIApp:
    """Refuse bodies of more than ``limit`` bytes as soon as that is seen, also when in chunks."""

    async def layer(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not _has_body(scope):
            await application(scope, receive, send)
            return
        try:
            async with asyncio.timeout(patience):
                body = await _read(scope, receive, limit)
        except Refused as refused:
            await answer(refused, {"Connection": "close"})(scope, receive, send)
        except TimeoutError:
            slow = Refused(408, Reason.INVALID, "The request took too long to arrive.")
            await answer(slow, {"Connection": "close"})(scope, receive, send)
        else:
            if body is not None:
                await application(scope, _again(body, receive), send)

    return layer


def _has_body(scope: Scope) -> bool:
    return any(
        (name == _LENGTH and value != b"0") or name == _CODING for name, value in scope["headers"]
    )


async def _read(scope: Scope, receive: Receive, limit: int) -> bytes | None:
    """Read all of it; ``None`` when the client went away."""
    if _told(scope) > limit:
        raise _too_large(limit)
    body = bytearray()
    more = True
    while more:
        message = await receive()
        if message["type"] != "http.request":
            return None
        body += message.get("body", b"")
        if len(body) > limit:
            raise _too_large(limit)
        more = message.get("more_body", False)
    return bytes(body)


def _told(scope: Scope) -> int:
    lengths = [value for name, value in scope["headers"] if name == _LENGTH]
    return int(lengths[0]) if lengths and lengths[0].isdigit() else 0


def _again(body: bytes, receive: Receive) -> Receive:
    """Hand the body out once, then whatever comes after it."""
    handed_out = False

    async def replay() -> Message:
        nonlocal handed_out
        if handed_out:
            return await receive()
        handed_out = True
        return {"type": "http.request", "body": body, "more_body": False}

    return replay


def _too_large(limit: int) -> Refused:
    return Refused(413, Reason.TOO_LARGE, f"A request may have at most {limit} bytes.")
