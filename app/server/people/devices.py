"""Devices: the tokens of a company, without the tokens; listed and revoked by owners."""

from sqlalchemy import Connection, func, select, update

from app.domain.instant import Instant, moment
from app.server.people.audit import note
from app.server.people.caller import Caller
from app.server.people.companies import hold, hold_as_owner
from app.server.refusals import not_found
from app.server.store.moments import moment_or_none
from app.server.store.tables import member, token
from app.wire.people import Device, Devices


def devices_of(connection: Connection, company_id: str) -> Devices:
    """Return all devices, the last used first."""
    query = (
        select(token, member.c.name)
        .join(member, member.c.id == token.c.member_id)
        .where(member.c.company_id == company_id)
        .order_by(func.coalesce(token.c.used_us, token.c.created_us).desc(), token.c.id)
    )
    return Devices(
        devices=[
            Device(
                id=row.id,
                member=row.member_id,
                name=row.name,
                device=row.device,
                created=moment(row.created_us),
                last_used=moment_or_none(row.used_us),
                revoked=moment_or_none(row.revoked_us),
            )
            for row in connection.execute(query)
        ]
    )


def sign_out(connection: Connection, caller: Caller, device_id: str, now: Instant) -> None:
    """Revoke any device of the company, for an owner."""
    hold_as_owner(connection, caller)
    query = (
        select(token.c.device, token.c.revoked_us, member.c.name)
        .join(member, member.c.id == token.c.member_id)
        .where(token.c.id == device_id, member.c.company_id == caller.company)
    )
    row = connection.execute(query).first()
    if row is None:
        raise not_found()
    if row.revoked_us is None:
        _revoke(connection, device_id, now)
        facts = {"device": row.device, "member": row.name}
        note(connection, now, caller, caller.company, "device.revoked", **facts)


def sign_out_self(connection: Connection, caller: Caller, now: Instant) -> None:
    """Revoke the device that asks."""
    hold(connection, caller.company)
    if _revoke(connection, caller.device, now):
        note(connection, now, caller, caller.company, "device.signed_out")


def revoke_devices(connection: Connection, member_id: str, now: Instant) -> None:
    """Revoke all devices of a member."""
    theirs = token.c.member_id == member_id, token.c.revoked_us.is_(None)
    connection.execute(update(token).where(*theirs).values(revoked_us=now))


def _revoke(connection: Connection, device_id: str, now: Instant) -> int:
    which = token.c.id == device_id, token.c.revoked_us.is_(None)
    return connection.execute(update(token).where(*which).values(revoked_us=now)).rowcount
