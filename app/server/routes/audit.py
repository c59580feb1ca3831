"""The audit of a company, for its owners."""

from typing import Annotated

from fastapi import APIRouter, Query

from app.server.access import Owner, Store
from app.server.people.audit import lines_before
from app.wire.refusal import Audit

router = APIRouter(prefix="/companies/{company}/audit", tags=["audit"])
_LARGEST = 2**63 - 1


@router.get("")
def list_changes(
    caller: Owner,
    store: Store,
    before: Annotated[int | None, Query(ge=1, le=_LARGEST)] = None,
) -> Audit:
    """List changes, newest first, a page at a time; ``before``: the ``more`` of the last page."""
    with store.reading() as connection:
        return lines_before(connection, caller.company, before)
