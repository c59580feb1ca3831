"""Who was there in a cycle: a desktop sends what differs before it reads, so use says as much.

Without this a person who neither calls nor writes would be missed in every sum for good.
"""

from collections.abc import Sequence
from contextlib import suppress

from sqlalchemy import update
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection

from app.domain.instant import Instant
from app.server.people.caller import Caller
from app.server.store.database import Database
from app.server.store.revisions import begin_usage_revision
from app.server.store.tables import token
from app.server.usage.cycles import LineCycle, cycles_of


def is_first_use(caller: Caller, cycles: Sequence[LineCycle], now: Instant) -> bool:
    """Tell whether a cycle began since the device was last noted as used."""
    return any(each.start <= now and _unused_since(caller, each.start) for each in cycles)


def note_use(database: Database, caller: Caller, now: Instant) -> None:
    """Note that a device is used; the first time in a cycle is news to all who read the usage."""
    # Whether it is noted now or with the next request matters to nobody who asks.
    with suppress(OperationalError, NoConnection), database.writing() as connection:
        # The company first, as everybody takes these two, so that nobody waits in a ring.
        if is_first_use(caller, cycles_of(connection, caller.company, now, 1), now):
            begin_usage_revision(connection, caller.company, now)
        connection.execute(update(token).where(token.c.id == caller.device).values(used_us=now))


def _unused_since(caller: Caller, start: Instant) -> bool:
    return caller.used is None or caller.used < start
