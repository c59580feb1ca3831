"""What a search found: rows kept as versions of that moment, and read as the present ones."""

from collections.abc import Sequence
from json import dumps
from typing import TYPE_CHECKING

from app.domain.filters import Order
from app.ledger.driver import driver
from app.ledger.lists.finding import fill
from app.ledger.lists.narrowing import present_then

if TYPE_CHECKING:
    from sqlalchemy import Connection

#: So far down the newest entries are reached without a table in a few milliseconds.
_NEAR = 20_000
_NEWER = """
    WITH RECURSIVE newer (id) AS (
        SELECT ? UNION SELECT s.by_id FROM superseded s JOIN newer ON s.fact_id = newer.id)
    SELECT max(id) FROM newer
"""
_OLDER = """
    WITH RECURSIVE older (id) AS (
        SELECT ? UNION SELECT s.fact_id FROM superseded s JOIN older ON s.by_id = older.id)
    SELECT id FROM older
"""
_PLACES = "SELECT id, place FROM temp.result WHERE id IN (SELECT value FROM json_each(?))"


class Found:
    """Rows of a result; ``last_id``: the last version there was when it was found.

    Without a table the result is every entry, the newest first.
    """

    def __init__(self, count: int = 0, last_id: int = 0, *, in_table: bool = False) -> None:
        self.count = count
        self._last_id = last_id
        self._in_table = in_table

    def rows(self, connection: "Connection", first: int, count: int) -> list[int]:
        """Return the ids of the present versions of the entries from a row on."""
        first, count = max(0, first), min(count, self.count - first)
        if count <= 0:
            return []
        if not self._in_table and first + count > _NEAR:
            self._make_table(connection)
        ids = self._rows(connection, first, count)
        newer = self._superseded_since(connection)
        return [newer.get(each, each) for each in ids] if newer else ids

    def place_of(self, connection: "Connection", entry_id: int) -> int | None:
        """Return the row of an entry, whichever version of it the id is of."""
        if not self.count:
            return None
        present = self._present(connection, entry_id)
        if not self._in_table:
            return self._place_among_all(connection, present)
        row = (
            driver(connection)
            .execute(
                f"SELECT place FROM temp.result WHERE id IN ({_OLDER})",  # noqa: S608 - our own
                (present,),
            )
            .fetchone()
        )
        return None if row is None else int(row[0]) - 1

    def places_of(self, connection: "Connection", entry_ids: Sequence[int]) -> list[int | None]:
        """Return the rows of several entries, as :meth:`place_of` does, by one look at the rows."""
        if not self.count:
            return [None] * len(entry_ids)
        self._make_table(connection)
        raw = driver(connection)
        older = (raw.execute(_OLDER, (self._present(connection, each),)) for each in entry_ids)
        versions = [[row[0] for row in rows] for rows in older]
        wanted = dumps([each for ids in versions for each in ids])
        places = dict(raw.execute(_PLACES, (wanted,)))
        found = (next((places[each] for each in ids if each in places), None) for ids in versions)
        return [None if place is None else place - 1 for place in found]

    def _present(self, connection: "Connection", entry_id: int) -> int:
        (present,) = driver(connection).execute(_NEWER, (entry_id,)).fetchone()
        return int(present)

    def _place_among_all(self, connection: "Connection", present: int) -> int | None:
        raw, then = driver(connection), present_then(self._last_id)
        listed = raw.execute(
            f"SELECT start_us, id FROM fact f WHERE id IN ({_OLDER}) AND {then.sql}",  # noqa: S608
            (present, *then.values),
        ).fetchone()
        if listed is None:
            return None
        (newer,) = raw.execute(
            f"SELECT count(*) FROM fact f WHERE (start_us, id) > (?, ?) AND {then.sql}",  # noqa: S608
            (*listed, *then.values),
        ).fetchone()
        return int(newer)

    def _rows(self, connection: "Connection", first: int, count: int) -> list[int]:
        if self._in_table:
            query = "SELECT id FROM temp.result WHERE place > ? AND place <= ? ORDER BY place"
            values: tuple[int, ...] = (first, first + count)
        else:
            then = present_then(self._last_id)
            query = (
                f"SELECT f.id FROM fact f WHERE {then.sql} "  # noqa: S608 - our own condition
                "ORDER BY f.start_us DESC, f.id DESC LIMIT ? OFFSET ?"
            )
            values = (*then.values, count, first)
        return [row[0] for row in driver(connection).execute(query, values)]

    def _make_table(self, connection: "Connection") -> None:
        if not self._in_table:
            fill(connection, present_then(self._last_id), Order.NEWEST)
            self._in_table = True

    def _superseded_since(self, connection: "Connection") -> dict[int, int]:
        """Return what became of versions that were present when they were found."""
        rows = driver(connection).execute(
            "SELECT fact_id, by_id FROM superseded WHERE by_id > ? ORDER BY by_id DESC",
            (self._last_id,),
        )
        newest: dict[int, int] = {}
        for fact_id, by_id in rows:
            newest[fact_id] = newest.get(by_id, by_id)
        return newest
