"""Devices that were signed in to a company, for its owners."""

from typing import Annotated

from fastapi import APIRouter, Path

from app.server.access import Now, Owner, Store
from app.server.people.devices import devices_of, sign_out
from app.wire.base import Id
from app.wire.people import Devices

router = APIRouter(prefix="/companies/{company}/devices", tags=["devices"])


@router.get("")
def list_devices(caller: Owner, store: Store) -> Devices:
    """List all devices, the last used first; "last used" may be an hour old."""
    with store.reading() as connection:
        return devices_of(connection, caller.company)


@router.delete("/{device}", status_code=204)
def revoke(device: Annotated[Id, Path()], caller: Owner, store: Store, now: Now) -> None:
    """Sign a device out: its token is no longer good."""
    with store.writing() as connection:
        sign_out(connection, caller, device, now)
