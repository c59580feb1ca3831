"""Who a request comes from, found by its token in one statement."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, select

from app.domain.company import Licence, Role
from app.domain.instant import Instant
from app.server.people.tokens import digest_of, is_token, same
from app.server.store.database import Database
from app.server.store.tables import company, member, token

_find = (
    select(
        token.c.digest,
        token.c.id,
        token.c.used_us,
        member.c.id,
        member.c.name,
        member.c.role,
        member.c.licence,
        company.c.id,
        company.c.name,
        company.c.revision,
        company.c.usage_revision,
    )
    .join(member, member.c.id == token.c.member_id)
    .join(company, company.c.id == member.c.company_id)
    .where(token.c.digest == bindparam("digest"))
    .where(token.c.revoked_us.is_(None), member.c.left_us.is_(None))
)


@dataclass(frozen=True, slots=True)
class Caller:
    """A member on a device that is signed in.

    ``revision`` and ``usage_revision`` are the company's as they were when the token was looked up.
    ``used``: when the device was last noted as used, ``None`` before the first time.
    """

    member: str
    name: str
    company: str
    role: Role
    device: str
    licence: Licence
    company_name: str
    revision: int
    usage_revision: int
    used: Instant | None


def find_caller(database: Database, secret: str) -> Caller | None:
    """Find who a token belongs to; ``None`` when it is unknown or revoked, or its member left."""
    if not is_token(secret):
        return None
    digest = digest_of(secret)
    return _caller(database.glance(_find, {"digest": digest}), digest)


def find_caller_within(connection: Connection, secret: str) -> Caller | None:
    """Find the same inside a transaction, which may have made the token."""
    digest = digest_of(secret)
    return _caller(connection.execute(_find, {"digest": digest}).first(), digest)


def _caller(row: Sequence[Any] | None, digest: str) -> Caller | None:
    if row is None or not same(row[0], digest):
        return None
    return Caller(
        device=row[1],
        used=row[2],
        member=row[3],
        name=row[4],
        role=Role(row[5]),
        licence=Licence(row[6]),
        company=row[7],
        company_name=row[8],
        revision=row[9],
        usage_revision=row[10],
    )
