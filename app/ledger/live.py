"""Open calls as live sources report them, kept on each transition so that a crash loses none."""

from typing import TYPE_CHECKING

from app.domain.call_report import Phase
from app.domain.event import Direction, Method
from app.domain.instant import Instant
from app.domain.open_call import OpenCall

if TYPE_CHECKING:
    from sqlalchemy import Connection


_COLUMNS = (
    "id, rang_us, start_us, number, inbound, method, person_id, source, phase, name, seen_us, "
    "boot, answered_running_us, answered_awake_us, seen_running_us, seen_awake_us"
)


def open_calls(connection: "Connection") -> list[OpenCall]:
    """Return the calls that ring or are open, the oldest first."""
    query = f"SELECT {_COLUMNS} FROM open_call ORDER BY rang_us, id"  # noqa: S608 - our own names
    return [
        OpenCall(
            call_id,
            Instant(rang),
            None if answered is None else Instant(answered),
            number,
            Direction.INBOUND if inbound else Direction.OUTBOUND,
            Method(method) if method else None,
            person,
            source,
            Phase(phase) if phase else (Phase.RINGING if answered is None else Phase.TALKING),
            name,
            Instant(seen),
            *clocks,
        )
        for (
            call_id, rang, answered, number, inbound, method, person, source, phase, name, seen,
            *clocks,
        ) in connection.exec_driver_sql(query)
    ]  # fmt: skip


def keep_open_call(connection: "Connection", call: OpenCall) -> None:
    """Keep the present state of an open call; the same id again replaces it."""
    marks = ", ".join("?" * len(OpenCall._fields))
    connection.exec_driver_sql(
        f"INSERT OR REPLACE INTO open_call ({_COLUMNS}) VALUES ({marks})",  # noqa: S608 - as above
        (
            call.id, call.rang, call.answered, call.number,
            int(call.direction is Direction.INBOUND), call.method.value if call.method else None,
            call.person, call.source, call.phase.value, call.name, call.seen, call.boot,
            call.answered_running_us, call.answered_awake_us, call.seen_running_us,
            call.seen_awake_us,
        ),
    )  # fmt: skip


def drop_open_call(connection: "Connection", call_id: str) -> None:
    """Forget an open call, once its record is stored in the same transaction."""
    connection.exec_driver_sql("DELETE FROM open_call WHERE id=?", (call_id,))
