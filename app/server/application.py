"""The plan server as one application, made of a database, a clock and a few settings."""

from collections.abc import Callable
from importlib.metadata import version

from fastapi import APIRouter, FastAPI

from app.domain.instant import Instant
from app.server.access import Parts
from app.server.refusals import add_refusals, documented
from app.server.routes import (
    audit,
    devices,
    health,
    invitations,
    join,
    me,
    members,
    plan,
    signing_in,
    usage,
)
from app.server.settings import ServerSettings
from app.server.store.database import Database
from app.server.web.bodies import with_bodies
from app.server.web.headers import with_headers
from app.server.web.limits import with_limits
from app.server.web.polls import with_polls
from app.server.web.room import with_room

#: Routes under /v1; each file of ``routes`` has a ``router``. They are tried in this order, so what
#: every desktop asks for comes first.
_ROUTERS: tuple[APIRouter, ...] = (
    usage.router,
    plan.router,
    signing_in.router,
    me.router,
    members.router,
    invitations.router,
    devices.router,
    audit.router,
)


def make_application(
    database: Database, *, now: Callable[[], Instant], settings: ServerSettings
) -> FastAPI:
    """Make the application; the database must hold the tables already."""
    application = FastAPI(
        title="Talktally plan server",
        version=version("talktally"),
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        responses=documented(),
    )
    parts = application.state.parts = Parts(database, now, settings)
    for router in _ROUTERS:
        application.include_router(router, prefix="/v1")
    application.include_router(health.router)
    application.include_router(join.router)
    add_refusals(application)
    # The last one added is the outermost.
    application.add_middleware(with_polls, parts=parts)
    application.add_middleware(with_bodies, limit=settings.body_limit)
    application.add_middleware(with_limits, settings=settings)
    application.add_middleware(with_room)
    application.add_middleware(with_headers, secure=settings.secure)
    return application
