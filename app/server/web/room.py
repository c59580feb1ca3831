"""Whoever comes when all connections are taken is told so."""

from starlette.types import ASGIApp, Receive, Scope, Send

from app.server.refusals import Refused, answer
from app.server.web.connections import CROWDED
from app.wire.refusal import Reason

_WAIT_SECONDS = 20


def with_room(application: ASGIApp) -> ASGIApp:
    """Refuse requests on a connection that is one too many, and end it."""

    async def layer(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and CROWDED in scope.get("state", ()):
            told = "The server has too many connections just now."
            full = Refused(503, Reason.BUSY, told, _WAIT_SECONDS)
            await answer(full, {"Connection": "close"})(scope, receive, send)
            return
        await application(scope, receive, send)

    return layer
