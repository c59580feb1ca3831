"""Invitations of a company, for its owners."""

from typing import Annotated

from fastapi import APIRouter, Path, Request

from app.server.access import Now, Owner, Store, parts_of
from app.server.people.invitations import invitations_of, invite, revoke
from app.wire.base import Id
from app.wire.people import InvitationAsk, InvitationMade, Invitations

router = APIRouter(prefix="/companies/{company}/invitations", tags=["invitations"])


@router.get("")
def list_invitations(caller: Owner, store: Store) -> Invitations:
    """List all invitations, newest first."""
    with store.reading() as connection:
        return invitations_of(connection, caller.company)


@router.post("", status_code=201)
def make(
    request: Request, asked: InvitationAsk, caller: Owner, store: Store, now: Now
) -> InvitationMade:
    """Make an invitation; its link is told this once."""
    public_url = parts_of(request).settings.public_url
    with store.writing() as connection:
        return invite(connection, caller, asked, public_url, now)


@router.delete("/{invitation}", status_code=204)
def take_back(invitation: Annotated[Id, Path()], caller: Owner, store: Store, now: Now) -> None:
    """Make an invitation useless that nobody used yet."""
    with store.writing() as connection:
        revoke(connection, caller, invitation, now)
