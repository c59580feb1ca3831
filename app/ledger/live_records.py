"""Records that other sources made of a call which is still followed live: it has ended, then."""

from typing import TYPE_CHECKING

from app.domain.event import Direction, Source
from app.domain.instant import MINUTE, Instant
from app.domain.merge import identity_of
from app.domain.open_call import OpenCall, began, own_id
from app.domain.twins import NEAR_US
from app.ledger.convert import CALL
from app.ledger.driver import driver

if TYPE_CHECKING:
    from sqlalchemy import Connection

#: A softphone may tell an end a little late; after so long it tells none.
_PATIENCE = 3 * MINUTE
_LIVE = "('hook', 'hand', 'baresip')"
_ENDED = f"""
    o.kind = {CALL} AND o.inbound = :inbound AND o.talk_us > 0
    AND o.start_us + o.talk_us < :late AND s.provider NOT IN {_LIVE}
    AND NOT EXISTS (SELECT 1 FROM superseded p WHERE p.fact_id = o.id)
"""  # noqa: S608 - our own words
_BY_NUMBER = f"""
    SELECT s.provider, s.account, o.external_id, o.start_us + o.talk_us
    FROM number n CROSS JOIN fact o INDEXED BY fact_by_far ON o.far_id = n.id
        AND o.start_us BETWEEN :start - {NEAR_US} AND :start + {NEAR_US}
    JOIN source s ON s.id = o.source_id WHERE n.text = :number AND {_ENDED}
"""  # noqa: S608 - our own words
_BY_ID = f"""
    SELECT s.provider, s.account, o.external_id, o.start_us + o.talk_us
    FROM fact o INDEXED BY fact_by_call_id JOIN source s ON s.id = o.source_id
    WHERE o.call_id = :id AND o.call_id <> '' AND {_ENDED}
"""  # noqa: S608 - our own words
_IS_PAIRED = "SELECT 1 FROM twin WHERE kept = ? OR copy = ?"


def ended_elsewhere(connection: "Connection", call: OpenCall, now: Instant) -> Instant | None:
    """Return when a call that talks ended by the record of another source; ``None`` without one.

    A record of which another call was seen live is of that one.
    """
    if call.answered is None:
        return None
    raw = driver(connection)
    said = {
        "id": own_id(call), "number": call.number, "start": began(call), "late": now - _PATIENCE,
        "inbound": int(call.direction is Direction.INBOUND),
    }  # fmt: skip
    rows = [*(raw.execute(_BY_ID, said).fetchall() if said["id"] else ())]
    rows += raw.execute(_BY_NUMBER, said).fetchall() if call.number else ()
    for provider, account, external_id, end in rows:
        identity = identity_of(Source(provider, account), external_id)
        if raw.execute(_IS_PAIRED, (identity, identity)).fetchone() is None:
            return Instant(end)
    return None
