"""What routes ask for: who calls, the database, the time; resolved anew for each request."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import Depends, Path, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from starlette.concurrency import run_in_threadpool

from app.domain.company import Role
from app.domain.instant import MINUTE, Instant
from app.server.people.caller import Caller, find_caller
from app.server.refusals import Refused, not_found
from app.server.settings import ServerSettings
from app.server.store.database import Database
from app.server.usage.presence import note_use
from app.wire.base import Id
from app.wire.refusal import Reason

__all__ = [
    "Anybody",
    "Asker",
    "Caller",
    "Now",
    "Owner",
    "Parts",
    "Store",
    "is_used_lately",
    "parts_of",
]

#: How old "last used" may be before it is written again.
_USED_EVERY = 60 * MINUTE
_bearer = HTTPBearer(auto_error=False, description="The token of a device, from signing in.")


@dataclass(frozen=True, slots=True)
class Parts:
    """What an application was made of."""

    database: Database
    now: Callable[[], Instant]
    settings: ServerSettings


def parts_of(request: Request) -> Parts:
    """Return what the application was made of."""
    parts: Parts = request.app.state.parts
    return parts


async def _store(request: Request) -> Database:
    return parts_of(request).database


async def _now(request: Request) -> Instant:
    return parts_of(request).now()


Store = Annotated[Database, Depends(_store)]
Now = Annotated[Instant, Depends(_now)]
_Shown = Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)]


async def _anybody(request: Request, shown: _Shown) -> Caller:
    parts = parts_of(request)
    caller = await parts.database.soon(lambda: _look_up(parts.database, shown))
    if caller is None:
        raise Refused(401, Reason.SIGN_IN, "Sign in with an invitation.")
    now = parts.now()
    if not is_used_lately(caller, now):
        await run_in_threadpool(note_use, parts.database, caller, now)
        return replace(caller, used=now)
    return caller


#: Whoever shows a token that is good, whatever the path.
Anybody = Annotated[Caller, Depends(_anybody)]


# Called, not depended on: each dependency of a dependency costs as much as finding the caller.
async def _asker(request: Request, shown: _Shown, company: Annotated[Id, Path()]) -> Caller:
    caller = await _anybody(request, shown)
    if caller.company != company:
        raise not_found()
    return caller


#: A member of the company in the path; anybody else is told that there is no such company.
Asker = Annotated[Caller, Depends(_asker)]


async def _owner(caller: Asker) -> Caller:
    if caller.role is not Role.OWNER:
        raise Refused(403, Reason.FORBIDDEN, "Only owners can do this.")
    return caller


#: An owner of the company in the path.
Owner = Annotated[Caller, Depends(_owner)]


def is_used_lately(caller: Caller, now: Instant) -> bool:
    """Tell whether the device's "last used" needs no new note yet."""
    # Either way, since a clock that was wrong may be set back.
    return caller.used is not None and abs(now - caller.used) <= _USED_EVERY


def _look_up(database: Database, shown: HTTPAuthorizationCredentials | None) -> Caller | None:
    return None if shown is None else find_caller(database, shown.credentials)
