"""The outermost layer: headers on every answer, and an answer where something broke."""

import logging
import traceback

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.server.refusals import Refused, answer
from app.wire.refusal import Reason

_log = logging.getLogger("talktally.server")
_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
}
#: Two years, the least that lists of browsers take.
_BY_TLS_ALONE = {"Strict-Transport-Security": "max-age=63072000"}


def with_headers(application: ASGIApp, *, secure: bool) -> ASGIApp:
    """Put the headers on every answer; an error nobody foresaw is answered as a refusal."""
    fixed = list((_ALWAYS | (_BY_TLS_ALONE if secure else {})).items())

    async def layer(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await application(scope, receive, send)
            return
        begun = False

        async def marked(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                headers = MutableHeaders(scope=message)
                for name, value in fixed:
                    headers.setdefault(name, value)
            await send(message)

        try:
            await application(scope, receive, marked)
        except Exception as error:
            _tell(error)
            if begun:
                raise
            broken = Refused(500, Reason.BROKEN, "Something went wrong in the server.")
            await answer(broken)(scope, receive, marked)

    return layer


def _tell(error: Exception) -> None:
    """Log where it happened; what an error says of itself may hold what somebody sent."""
    place = "".join(traceback.format_tb(error.__traceback__))
    _log.error("Something unforeseen happened: %s\n%s", type(error).__name__, place)
