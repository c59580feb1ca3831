"""Who one is, which companies one sees, and signing out."""

from fastapi import APIRouter

from app.server.access import Anybody, Caller, Now, Store
from app.server.people.devices import sign_out_self
from app.wire.people import Companies, CompanyName, Me

router = APIRouter(tags=["me"])


@router.get("/me")
async def me(caller: Anybody) -> Me:
    """Say who the token belongs to."""
    return me_of(caller)


@router.delete("/me/device", status_code=204)
def leave(caller: Anybody, store: Store, now: Now) -> None:
    """Sign this device out: its token is no longer good."""
    with store.writing() as connection:
        sign_out_self(connection, caller, now)


@router.get("/companies")
async def companies(caller: Anybody) -> Companies:
    """List the companies the token can see: its own."""
    return Companies(companies=[CompanyName(id=caller.company, name=caller.company_name)])


def me_of(caller: Caller) -> Me:
    """Say who a caller is, as a message."""
    return Me(
        member=caller.member,
        name=caller.name,
        role=caller.role,
        licence=caller.licence,
        company=CompanyName(id=caller.company, name=caller.company_name),
    )
