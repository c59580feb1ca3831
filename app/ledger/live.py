"""Open calls as live sources report them, kept on each transition so that a crash loses none."""

from typing import TYPE_CHECKING

from app.domain.event import Direction, Method
from app.domain.instant import Instant
from app.domain.live import OpenCall

if TYPE_CHECKING:
    from sqlalchemy import Connection


def open_calls(connection: "Connection") -> list[OpenCall]:
    """Return the calls that ring or are open, the oldest first."""
    rows = connection.exec_driver_sql(
        "SELECT id, rang_us, start_us, number, inbound, method, person_id FROM open_call "
        "ORDER BY rang_us, id"
    )
    return [
        OpenCall(
            call_id,
            Instant(rang),
            None if answered is None else Instant(answered),
            number,
            Direction.INBOUND if inbound else Direction.OUTBOUND,
            Method(method) if method else None,
            person,
        )
        for call_id, rang, answered, number, inbound, method, person in rows
    ]


def keep_open_call(connection: "Connection", call: OpenCall) -> None:
    """Keep the present state of an open call; the same id again replaces it."""
    connection.exec_driver_sql(
        "INSERT OR REPLACE INTO open_call (id, rang_us, start_us, number, inbound, method, "
        "person_id) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            call.id, call.rang, call.answered, call.number,
            int(call.direction is Direction.INBOUND), call.method.value if call.method else None,
            call.person,
        ),
    )  # fmt: skip


def drop_open_call(connection: "Connection", call_id: str) -> None:
    """Forget an open call, once its record is stored in the same transaction."""
    connection.exec_driver_sql("DELETE FROM open_call WHERE id=?", (call_id,))
