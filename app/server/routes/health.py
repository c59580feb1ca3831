"""Whether this copy of the server runs, and whether it can use its database."""

from fastapi import APIRouter, Request
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError

from app.server.access import Store
from app.server.refusals import Refused
from app.server.store.database import Database
from app.server.store.tables import company
from app.wire.refusal import Health, Reason

_WAIT_SECONDS = 5
router = APIRouter(prefix="/health", tags=["health"])


@router.get("/live")
async def live(request: Request) -> Health:
    """Say that the process answers."""
    return Health(status="live", version=request.app.version)


@router.get("/ready")
def ready(request: Request, store: Store) -> Health:
    """Say that the database answers and holds the tables; 503 otherwise."""
    try:
        _ask(store)
    except DBAPIError as error:
        raise Refused(503, Reason.BUSY, "The database cannot be used.", _WAIT_SECONDS) from error
    return Health(status="ready", version=request.app.version)


def _ask(store: Database) -> None:
    with store.reading() as connection:
        connection.execute(select(company.c.id).limit(1))
