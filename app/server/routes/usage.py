"""Usage: sent by each desktop for its own person, read as sums, and by person for owners."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from app.domain.instant import Instant
from app.server.access import Asker, Caller, Now, Owner, Store, parts_of
from app.server.book.tag import is_known
from app.server.routes.plan import IfNoneMatch
from app.server.store.database import Database
from app.server.usage.by_person import read_people
from app.server.usage.cycles import LineCycle, cycles_of
from app.server.usage.pooled import read_pooled, tag_of
from app.server.usage.presence import is_first_use, note_use
from app.server.usage.taking import take_usage
from app.wire.usage import PeopleUse, Pooled, UsageTaken, UsageUpload

_READ: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The usage and its tag",
        "headers": {"ETag": {"schema": {"type": "string"}, "description": "The state of it"}},
    },
    304: {"description": "The asker has this state already"},
}
_Cycles = Annotated[
    int, Query(ge=1, le=24, description="The running cycle of each line, and those before it.")
]

router = APIRouter(prefix="/companies/{company}/usage", tags=["usage"])


@router.put("", response_model=UsageTaken)
async def upload(request: Request, caller: Asker, asked: UsageUpload) -> Response:
    """Take counts of the asker's own usage; each replaces an older one of its ledger."""
    parts = parts_of(request)
    now = parts.now()
    taken = await parts.database.write_soon(lambda c: take_usage(c, caller, asked, now))
    return Response(taken.model_dump_json(), media_type="application/json")


@router.get("", response_model=Pooled, responses=_READ)
def pooled(
    caller: Asker, store: Store, now: Now, cycles: _Cycles = 2, if_none_match: IfNoneMatch = None
) -> Response:
    """Answer with what everybody together used, and how much of it is the asker's."""
    found = _cycles(store, caller, now, cycles)
    tag = tag_of(caller, found)
    if is_known(tag, if_none_match):
        return _unchanged(tag)
    with store.reading() as connection:
        return _tagged(tag, read_pooled(connection, caller, found).model_dump_json())


@router.get("/people", response_model=PeopleUse, responses=_READ)
def people(
    caller: Owner, store: Store, now: Now, cycles: _Cycles = 2, if_none_match: IfNoneMatch = None
) -> Response:
    """Answer with what each person used."""
    with store.reading() as connection:
        found = cycles_of(connection, caller.company, now, cycles)
        tag = tag_of(caller, found)
        if is_known(tag, if_none_match):
            return _unchanged(tag)
        return _tagged(tag, read_people(connection, caller.company, found))


def _cycles(store: Database, caller: Caller, now: Instant, count: int) -> list[LineCycle]:
    """Find the cycles, and note the first use of the device in them before anything is read."""
    with store.reading() as connection:
        found = cycles_of(connection, caller.company, now, count)
    if is_first_use(caller, found, now):
        note_use(store, caller, now)
    return found


def _unchanged(tag: str) -> Response:
    return Response(status_code=304, headers={"ETag": tag})


def _tagged(tag: str, answer: str) -> Response:
    return Response(answer, media_type="application/json", headers={"ETag": tag})
