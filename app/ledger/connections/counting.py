"""How many entries of a part there are, counted on from the entry up to which it was counted."""

from typing import TYPE_CHECKING, Any, NamedTuple

from app.domain.connection import Connection
from app.ledger.convert import CALL, TEXT
from app.ledger.driver import driver

if TYPE_CHECKING:
    from sqlalchemy import Connection as Transaction

_FRESH = """
    SELECT count(*), min(start_us), max(start_us) FROM fact
    WHERE id > ? AND source_id=? AND kind=?
"""
_REPLACED = """
    SELECT count(*) FROM superseded s CROSS JOIN fact f ON f.id = s.fact_id
    WHERE s.by_id > ? AND f.source_id=? AND f.kind=?
"""
_KEPT = """
    SELECT account, entries, first_us, last_us, counted_id FROM connection_part
    WHERE connection_id=? AND part=?
"""
_KEEP = """
    UPDATE connection_part SET entries=?, first_us=?, last_us=?, counted_id=?
    WHERE connection_id=? AND part=?
"""


class Counted(NamedTuple):
    """How many present entries there are, and when the first and the last of them began."""

    entries: int
    first: int | None
    last: int | None


def kind_of_part(part: str) -> int:
    """Return the row code of the entries of a part: its name begins with their word."""
    return CALL if part.split(" ", 1)[0] == "calls" else TEXT


def counted(connection: "Transaction", connected: Connection, part: str) -> Counted:
    """Count the present entries of a part, those by files and by hand of its source too."""
    raw = driver(connection)
    row = raw.execute(_KEPT, (connected.id, part)).fetchone()
    if row is None:
        return Counted(0, None, None)
    account, entries, first, last, counted_id = row
    source = raw.execute(
        "SELECT id FROM source WHERE provider=? AND account=?", (connected.provider.value, account)
    ).fetchone()
    if source is None:
        return Counted(entries, first, last)
    asked = (counted_id, source[0], kind_of_part(part))
    fresh, began, ended = raw.execute(_FRESH, asked).fetchone()
    (replaced,) = raw.execute(_REPLACED, asked).fetchone()
    return Counted(
        entries + fresh - replaced, _of((first, began), min), _of((last, ended), max)
    )  # fmt: skip


def count_part(transaction: "Transaction", connected: Connection, part: str) -> None:
    """Keep the count as it is now, so that the next one looks at newer entries alone."""
    found = counted(transaction, connected, part)
    raw = driver(transaction)
    (last_id,) = raw.execute("SELECT coalesce(max(id), 0) FROM fact").fetchone()
    raw.execute(_KEEP, (*found, last_id, connected.id, part))


def _of(values: tuple[int | None, ...], choose: Any) -> int | None:
    said = [value for value in values if value is not None]
    return choose(said) if said else None
