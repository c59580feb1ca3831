"""How often an address or a token may ask, kept in memory by each copy of the server."""

import time
from collections import OrderedDict
from collections.abc import Callable
from hashlib import blake2b

from starlette.types import ASGIApp, Receive, Scope, Send

from app.domain.instant import MINUTE, SECOND
from app.server.refusals import Refused, answer
from app.server.settings import ServerSettings
from app.server.web.addresses import address_of
from app.wire.refusal import Reason

#: Callers remembered at most; the one that asked longest ago is forgotten first.
_REMEMBERED = 20_000
_AUTHORIZATION = b"authorization"
_HEALTH = "/health/"


class Allowance:
    """What each caller has left: it fills up steadily, to one minute's worth at most."""

    def __init__(self, per_minute: int) -> None:
        self._per_minute = per_minute
        self._cost = MINUTE // per_minute
        self._paid: OrderedDict[bytes, int] = OrderedDict()

    def take(self, caller: bytes, now: int) -> int:
        """Take one request at a microsecond; return the seconds to wait where none is left."""
        empty = now - MINUTE
        paid = min(max(self._paid.pop(caller, empty), empty), now) + self._cost
        if paid > now:
            self._paid[caller] = paid - self._cost
            return -(-(paid - now) // SECOND)
        self._paid[caller] = paid
        if len(self._paid) > _REMEMBERED:
            self._paid.popitem(last=False)
        return 0


def _ticks() -> int:
    """Count microseconds of a clock that nobody sets."""
    return time.monotonic_ns() // 1000


def with_limits(
    application: ASGIApp, settings: ServerSettings, ticks: Callable[[], int] = _ticks
) -> ASGIApp:
    """Refuse callers that ask too often, before anything is looked up for them."""
    addresses = _allowance(settings.address_per_minute)
    tokens = _allowance(settings.token_per_minute)

    def wait(scope: Scope) -> int:
        at = ticks()
        address = address_of(scope, behind_proxy=settings.behind_proxy)
        seconds = addresses.take(address.encode(), at) if addresses else 0
        shown = _shown(scope)
        if not seconds and tokens and shown:
            seconds = tokens.take(shown, at)
        return seconds

    async def layer(scope: Scope, receive: Receive, send: Send) -> None:
        counted = scope["type"] == "http" and not scope["path"].startswith(_HEALTH)
        seconds = wait(scope) if counted else 0
        if seconds:
            refused = Refused(429, Reason.TOO_MANY, "Too many requests. Wait a moment.", seconds)
            await answer(refused)(scope, receive, send)
            return
        await application(scope, receive, send)

    return layer


def _allowance(per_minute: int) -> Allowance | None:
    return Allowance(per_minute) if per_minute else None


def _shown(scope: Scope) -> bytes:
    """Return a hash of what the caller shows, so that no token is kept, however long it is."""
    for name, value in scope["headers"]:
        if name == _AUTHORIZATION:
            return blake2b(value, digest_size=16).digest()
    return b""
