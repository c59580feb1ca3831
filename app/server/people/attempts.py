"""Lock-out against guessing: failed sign-ins by address, where all copies of a server see them."""

from sqlalchemy import Connection, delete, select, text, update

from app.domain.instant import DAY, SECOND, Instant
from app.server.refusals import Refused
from app.server.store.tables import attempt
from app.wire.refusal import Reason

#: Mistakes that cost nothing yet.
FREE = 5
_FIRST_WAIT_SECONDS = 2
_LONGEST_WAIT_SECONDS = 3600
_FORGOTTEN_AFTER = DAY
_begin = text(
    "INSERT INTO attempt (address, failed, last_us, until_us) VALUES (:address, 0, :now, 0) "
    "ON CONFLICT DO NOTHING"
)


def check_attempts(connection: Connection, address: str, now: Instant) -> None:
    """Refuse an address that has to wait; its other attempts stand in line behind this one."""
    connection.execute(delete(attempt).where(attempt.c.last_us < now - _FORGOTTEN_AFTER))
    connection.execute(_begin, {"address": address, "now": now})
    query = select(attempt.c.until_us).where(attempt.c.address == address).with_for_update()
    left = connection.execute(query).scalar_one() - now
    # Nobody has to wait so long: the clock was wrong, and was set back.
    if 0 < left <= _LONGEST_WAIT_SECONDS * SECOND:
        seconds = -(-left // SECOND)
        told = "Too many codes were wrong. Wait before the next one."
        raise Refused(429, Reason.LOCKED_OUT, told, seconds)


def count_failure(connection: Connection, address: str, now: Instant) -> None:
    """Note a wrong code; from the fifth on the address waits, twice as long each time."""
    query = select(attempt.c.failed).where(attempt.c.address == address)
    failed = connection.execute(query).scalar_one() + 1
    until = now + wait_seconds(failed) * SECOND
    change = update(attempt).where(attempt.c.address == address)
    connection.execute(change.values(failed=failed, last_us=now, until_us=until))


def wait_seconds(failed: int) -> int:
    """Return how long to wait after so many wrong codes."""
    if failed < FREE:
        return 0
    return min(_FIRST_WAIT_SECONDS << min(failed - FREE, 20), _LONGEST_WAIT_SECONDS)
