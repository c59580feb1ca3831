"""Handing an invitation in."""

from fastapi import APIRouter, Request

from app.server.access import Now, Store, parts_of
from app.server.people.signing_in import sign_in
from app.server.routes.me import me_of
from app.server.web.addresses import address_of
from app.wire.people import SignedIn, SignIn

router = APIRouter(tags=["signing in"])


@router.post("/sign-in", status_code=201)
def hand_in(request: Request, asked: SignIn, store: Store, now: Now) -> SignedIn:
    """Hand in an invitation's code, once, for the token of a device.

    An address that hands in wrong codes has to wait, longer each time.
    """
    behind_proxy = parts_of(request).settings.behind_proxy
    address = address_of(request.scope, behind_proxy=behind_proxy)
    secret, caller = sign_in(store, asked, address, now)
    return SignedIn(token=secret, me=me_of(caller))
