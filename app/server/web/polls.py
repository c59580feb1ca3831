"""Desktops ask every few minutes whether the plan changed; mostly it did not, and that is cheap.

Such a question is answered before the router, which would cost several times as much. Whatever is
not that plain goes on to the route of the plan book, which answers the same.
"""

import re

from starlette.types import ASGIApp, Receive, Scope, Send

from app.server.access import Parts, is_used_lately
from app.server.book.tag import is_known, tag_of
from app.server.people.caller import find_caller
from app.server.refusals import TROUBLE, busy

_company_of = re.compile(r"/v1/companies/([0-9a-f]{32})/plan").fullmatch
_BEARER = b"Bearer "


def with_polls(application: ASGIApp, parts: Parts) -> ASGIApp:
    """Answer 304 to whoever has the present plan book, and leave all else to the application."""

    async def known_tag(scope: Scope) -> str | None:
        """Return the tag of the present book where the asker has it already."""
        asked = _company_of(scope["path"])
        headers = dict(scope["headers"])
        tags, bearer = headers.get(b"if-none-match"), headers.get(b"authorization", b"")
        if asked is None or tags is None or not bearer.startswith(_BEARER):
            return None
        secret = bearer[len(_BEARER) :].decode("latin-1")
        caller = await parts.database.soon(lambda: find_caller(parts.database, secret))
        if caller is None or caller.company != asked[1] or not is_used_lately(caller, parts.now()):
            return None
        tag = tag_of(caller.revision, caller)
        return tag if is_known(tag, tags.decode("latin-1")) else None

    async def layer(scope: Scope, receive: Receive, send: Send) -> None:
        polls = scope["type"] == "http" and scope["method"] == "GET"
        try:
            tag = await known_tag(scope) if polls else None
        except TROUBLE as error:
            await busy(error)(scope, receive, send)
            return
        if tag is None:
            await application(scope, receive, send)
            return
        headers = [(b"etag", tag.encode("latin-1"))]
        await send({"type": "http.response.start", "status": 304, "headers": headers})
        await send({"type": "http.response.body", "body": b""})

    return layer
