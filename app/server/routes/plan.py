"""The plan book: read by everybody of a company, changed by its owners."""

from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Header, Path, Response

from app.server.access import Asker, Now, Owner, Store
from app.server.book import changes as book_changes
from app.server.book.link_changes import state_link
from app.server.book.reading import read_book
from app.server.book.tag import is_known, tag_of
from app.server.book.writing import Editing
from app.server.people.caller import Caller
from app.server.refusals import documented
from app.wire.base import Id
from app.wire.plan import Contract, PlanBook, Profile, PutPlan, StateAnnual, StateLink, StateSeats

_TAGGED: dict[str, Any] = {
    "description": "The plan book and its tag",
    "headers": {"ETag": {"schema": {"type": "string"}, "description": "The revision"}},
}
_READ: dict[int | str, dict[str, Any]] = {
    200: _TAGGED,
    304: {"description": "The asker has this revision already"},
}
_WRITTEN: dict[int | str, dict[str, Any]] = {200: _TAGGED, **documented(412, 428)}

router = APIRouter(prefix="/companies/{company}", tags=["plan"])
IfNoneMatch = Annotated[str | None, Header(description="The tag of the answer the asker has.")]
_IfMatch = Annotated[str | None, Header(description="The tag of the revision that is changed.")]


async def _by_owner(caller: Owner, store: Store, now: Now, if_match: _IfMatch = None) -> Editing:
    return Editing(store, caller, now, if_match)


async def _by_asker(caller: Asker, store: Store, now: Now, if_match: _IfMatch = None) -> Editing:
    return Editing(store, caller, now, if_match)


_ByOwner = Annotated[Editing, Depends(_by_owner)]
_ByAsker = Annotated[Editing, Depends(_by_asker)]


@router.get("/plan", response_model=PlanBook, responses=_READ)
async def plan(caller: Asker, store: Store, if_none_match: IfNoneMatch = None) -> Response:
    """Answer with the plan book, or 304 when the asker has its present revision."""
    tag = tag_of(caller.revision, caller)
    if is_known(tag, if_none_match):
        return Response(status_code=304, headers={"ETag": tag})

    def read() -> PlanBook:
        with store.reading() as connection:
            return read_book(connection, caller)

    return _tagged(caller, await store.soon(read))


@router.post("/plan/entries", response_model=PlanBook, responses=_WRITTEN)
def put_plan(editing: _ByOwner, asked: PutPlan) -> Response:
    """Put a plan in force."""
    return _tagged(editing.caller, editing.state(book_changes.put_plan, asked))


@router.post("/plan/seats", response_model=PlanBook, responses=_WRITTEN)
def state_seats(editing: _ByOwner, asked: StateSeats) -> Response:
    """State how many seats there are."""
    return _tagged(editing.caller, editing.state(book_changes.state_seats, asked))


@router.post("/plan/annual", response_model=PlanBook, responses=_WRITTEN)
def state_annual(editing: _ByOwner, asked: StateAnnual) -> Response:
    """State how many seats are paid until a last day."""
    return _tagged(editing.caller, editing.state(book_changes.state_annual, asked))


@router.put("/plan/links/{member}", response_model=PlanBook, responses=_WRITTEN)
def link(editing: _ByAsker, member: Annotated[Id, Path()], asked: StateLink) -> Response:
    """Mark a person as linked with Twilio Connect or no longer; agents for themselves alone."""
    statement = partial(state_link, member_id=member)
    return _tagged(editing.caller, editing.state(statement, asked))


@router.put("/profile", response_model=PlanBook, responses=_WRITTEN)
def put_profile(editing: _ByOwner, asked: Profile) -> Response:
    """State what everybody may know of the company."""
    return _tagged(editing.caller, editing.state(book_changes.put_profile, asked))


@router.put("/contract", response_model=PlanBook, responses=_WRITTEN)
def put_contract(editing: _ByOwner, asked: Contract) -> Response:
    """State what the company agreed to pay."""
    return _tagged(editing.caller, editing.state(book_changes.put_contract, asked))


def _tagged(caller: Caller, book: PlanBook) -> Response:
    return Response(
        book.model_dump_json(),
        media_type="application/json",
        headers={"ETag": tag_of(book.revision, caller)},
    )
