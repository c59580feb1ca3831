"""Signing in: an invitation's code is handed in once, for a token."""

from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from app.domain.instant import Instant
from app.server.people.attempts import check_attempts, count_failure
from app.server.people.audit import note
from app.server.people.caller import Caller, find_caller_within
from app.server.people.companies import hold
from app.server.people.tokens import digest_of, new_id, new_token, same
from app.server.refusals import Refused
from app.server.store.database import Database
from app.server.store.revisions import begin_revision, begin_usage_revision
from app.server.store.tables import invitation, member, token
from app.wire.people import SignIn
from app.wire.refusal import Reason

_Found = Row[*tuple[Any, ...]]
_UNKNOWN = "This invitation is not known, was used before or has run out. Ask for a new one."


def sign_in(database: Database, asked: SignIn, address: str, now: Instant) -> tuple[str, Caller]:
    """Return a new token and whose it is; Refused for a code that is not good (any more)."""
    with database.writing() as connection:
        check_attempts(connection, address, now)
        row = _known(connection, digest_of(asked.code))
        if row is not None and _is_open(row, now):
            return _signed_in(connection, row, asked.device, now)
        # Nobody guesses a code that was given out: whoever has an old one is no danger to others
        # behind the same address.
        if row is None:
            count_failure(connection, address, now)
    # Outside, because a refusal inside would take the count of the failure back.
    raise Refused(403, Reason.CODE_UNKNOWN, _UNKNOWN)


def _known(connection: Connection, digest: str) -> _Found | None:
    """Find the invitation and hold its company, so that a code is good for one of two at once."""
    query = select(invitation).where(invitation.c.digest == digest)
    found = connection.execute(query).first()
    if found is None or not same(found.digest, digest):
        return None
    hold(connection, found.company_id)
    return connection.execute(query).one()


def _is_open(row: _Found, now: Instant) -> bool:
    return row.used_us is None and row.revoked_us is None and now < row.expires_us


def _signed_in(
    connection: Connection, row: _Found, device: str, now: Instant
) -> tuple[str, Caller]:
    who = row.member_id or _join(connection, row, now)
    change = update(invitation).where(invitation.c.id == row.id)
    connection.execute(change.values(used_us=now, member_id=who))
    secret = _make_token(connection, who, device, now)
    caller = find_caller_within(connection, secret)
    if caller is None:  # a member who left keeps no open invitation
        raise Refused(403, Reason.CODE_UNKNOWN, _UNKNOWN)
    # Whoever signs in is there, which the usage tells.
    begin_usage_revision(connection, row.company_id, now)
    if row.member_id is None:
        note(connection, now, caller, row.company_id, "member.joined", role=caller.role.value)
    note(connection, now, caller, row.company_id, "device.signed_in", device=device)
    return secret, caller


def _make_token(connection: Connection, who: str, device: str, now: Instant) -> str:
    secret = new_token()
    made = {
        "id": new_id(),
        "member_id": who,
        "digest": digest_of(secret),
        "device": device,
        "created_us": now,
        "used_us": now,
    }
    connection.execute(insert(token), made)
    return secret


def _join(connection: Connection, row: _Found, now: Instant) -> str:
    made = {
        "id": new_id(),
        "company_id": row.company_id,
        "name": row.name,
        "role": row.role,
        "licence": row.licence,
        "joined_us": now,
    }
    connection.execute(insert(member), made)
    begin_revision(connection, row.company_id, now)
    return str(made["id"])
