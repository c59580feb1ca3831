"""Members of a company, for its owners."""

from typing import Annotated

from fastapi import APIRouter, Path

from app.server.access import Now, Owner, Store
from app.server.people.members import change_member, members_of, remove_member
from app.server.refusals import documented
from app.wire.base import Id
from app.wire.people import Member, MemberChange, Members

router = APIRouter(prefix="/companies/{company}/members", tags=["members"])
_MemberId = Annotated[Id, Path()]


@router.get("")
def list_members(caller: Owner, store: Store) -> Members:
    """List everybody by name, those who left too."""
    with store.reading() as connection:
        return members_of(connection, caller.company)


@router.patch("/{member}", responses=documented(409))
def change(member: _MemberId, asked: MemberChange, caller: Owner, store: Store, now: Now) -> Member:
    """Change name, role or licence; 409 for the last owner's role."""
    with store.writing() as connection:
        return change_member(connection, caller, member, asked, now)


@router.delete("/{member}", status_code=204, responses=documented(409))
def remove(member: _MemberId, caller: Owner, store: Store, now: Now) -> None:
    """Remove a member: their devices are signed out at once; 409 for the last owner."""
    with store.writing() as connection:
        remove_member(connection, caller, member, now)
