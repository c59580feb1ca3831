"""What a provider counted in a month, kept beside what the ledger held at the same moment."""

import json
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from app.domain.connection import Connection
from app.domain.instant import Instant, instant
from app.domain.money import Money
from app.domain.twilio_account import MonthUse, Use, UseBeside, price_of, use_of
from app.ledger.connections.choosing import accounts_of
from app.ledger.convert import CALL, TEXT

if TYPE_CHECKING:
    from sqlalchemy import Connection as Transaction

    from app.ledger.ledger import Writing

# Copies of another source's record count here as well: only one account is looked at. A call
# without legs is one, of which a person may have said how long it was.
_PRESENT = """
    FROM fact f {more}
    WHERE f.start_us >= ?1 AND f.start_us < ?2 AND f.kind = ?3
        AND f.source_id = (SELECT id FROM source WHERE provider = ?4 AND account = ?5)
        AND NOT EXISTS (SELECT 1 FROM superseded s WHERE s.fact_id = f.id)
"""
_MINUTES = (
    "SELECT coalesce(sum((coalesce(l.talk_us, f.talk_us) + 59999999) / 60000000), 0)"
    + _PRESENT.format(more="LEFT JOIN leg l ON l.fact_id = f.id")
)
_TEXTS = """
    SELECT coalesce(sum(CASE WHEN coalesce(f.media, 0) = 0
            THEN coalesce(f.reported, f.counted, 0) ELSE 0 END), 0),
        coalesce(sum(coalesce(f.media, 0) > 0), 0)
""" + _PRESENT.format(more="")


def keep_month_use(writing: "Writing", connected: Connection, month: MonthUse, at: Instant) -> None:
    """Keep what a provider counted of a connection, and what the ledger holds of it now."""
    below = connected.options.subaccounts
    own = (connected.account,)
    accounts = accounts_of(writing.connection, connected) if below else own
    use = UseBeside(
        month.start, month.end, at, use_of(month),
        _held(writing.connection, connected, accounts, month), price_of(month), below,
    )  # fmt: skip
    writing.connection.exec_driver_sql(
        "UPDATE connection SET month_use=? WHERE id=?", (_written(use), connected.id)
    )


def read_month_use(written: str) -> UseBeside | None:
    """Read what was kept, ``None`` where nothing was."""
    if not written:
        return None
    said = json.loads(written)
    return UseBeside(
        date.fromisoformat(said["start"]),
        date.fromisoformat(said["end"]),
        Instant(said["at"]),
        Use(*said["twilio"]),
        Use(*said["ledger"]),
        Money.from_nano(*said["price"]) if said["price"] else None,
        said["subaccounts"],
    )


def _written(use: UseBeside) -> str:
    price = use.price
    said = {
        "start": use.start.isoformat(),
        "end": use.end.isoformat(),
        "at": use.at,
        "twilio": use.twilio,
        "ledger": use.ledger,
        "price": [price.nano, price.currency] if price else None,
        "subaccounts": use.subaccounts,
    }
    return json.dumps(said)


def _held(
    connection: "Transaction", connected: Connection, accounts: Iterable[str], month: MonthUse
) -> Use:
    """Count what began on the days of a month, whatever it counts toward."""
    span = (_midnight(month.start), _midnight(month.end + timedelta(days=1)))
    found = []
    for account in accounts:
        source = (connected.provider.value, account)
        (minutes,) = connection.exec_driver_sql(_MINUTES, (*span, CALL, *source)).one()
        segments, pictures = connection.exec_driver_sql(_TEXTS, (*span, TEXT, *source)).one()
        found.append((minutes, segments, pictures))
    return Use(*(sum(each) for each in zip(*found, strict=True)))


def _midnight(day: date) -> Instant:
    return instant(datetime.combine(day, time(), UTC))
