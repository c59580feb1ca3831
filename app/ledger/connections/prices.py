"""Prices that a provider publishes, kept where they say something new, each with its date."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.domain.instant import Instant
from app.domain.plan import Line
from app.domain.price import PriceRow
from app.ledger.plans import keep_rows

if TYPE_CHECKING:
    from sqlalchemy import Connection as Transaction

    from app.ledger.ledger import Writing

_HELD = """
    SELECT origin, destination, unit, currency, rate_nano, max(valid_us) FROM fetched_price
    WHERE valid_us <= ? GROUP BY origin, destination, unit, currency
"""
#: Origin, destination, unit and currency: what a price is of.
_Of = tuple[str, str, str, str]


def keep_prices(writing: "Writing", rows: Sequence[PriceRow]) -> int:
    """Keep fetched prices that differ from those fetched before; returns how many.

    What began from then on is rated again. Prices before it stay as they were, and so does whatever
    a price fits that a person stated.
    """
    if not rows:
        return 0
    held = _held(writing.connection, max(row.valid_from for row in rows))
    fresh = [row for row in rows if held.get(_of(row)) != row.rate.nano]
    if fresh:
        keep_rows(writing, fresh, "fetched_price")
        since = min(row.valid_from for row in fresh)
        writing.change_rules(since=since, lines=tuple(Line))
    return len(fresh)


def _held(connection: "Transaction", at: Instant) -> dict[_Of, int]:
    rows = connection.exec_driver_sql(_HELD, (at,))
    return {(row[0], row[1], row[2], row[3]): row[4] for row in rows}


def _of(row: PriceRow) -> _Of:
    return row.origin, row.destination, row.unit, row.rate.currency
