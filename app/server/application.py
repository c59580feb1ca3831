"""The plan server as one application, made of a database, a clock and a few settings."""

from collections.abc import Callable
from importlib.metadata import version

from fastapi import APIRouter, FastAPI

from app.domain.instant import Instant
from app.server.access import Parts
from app.server.database import Database
from app.server.refusals import add_refusals, documented
from app.server.routes import health
from app.server.settings import ServerSettings

#: Routes under /v1; each file of ``routes`` has a ``router``.
_ROUTERS: tuple[APIRouter, ...] = ()


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
    application.state.parts = Parts(database, now, settings)
    application.include_router(health.router)
    for router in _ROUTERS:
        application.include_router(router, prefix="/v1")
    add_refusals(application)
    return application
