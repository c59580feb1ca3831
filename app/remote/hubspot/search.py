"""Questions to HubSpot's search: one group of three filters at most, 200 records a page.

Pages go by the id beyond the last one and never by HubSpot's own cursor, which ends at 10,000
records; so any number of records may share one stamp.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, NamedTuple

from pydantic import ValidationError

from app.domain.instant import DAY, Instant
from app.domain.unreadable import UnreadableRecord
from app.remote.asking import Asking
from app.remote.failures import nonsense
from app.remote.hubspot.convert import when
from app.remote.hubspot.failures import circle
from app.remote.hubspot.models import ChangedRecord, Found
from app.remote.hubspot.position import MILLISECOND, Position

CHANGED, BEGAN, NUMBER = "hs_lastmodifieddate", "hs_timestamp", "hs_object_id"
_MOST = 200
_MOST_IDS = 100
_TRIES = 3
_LONGEST_ID = 19

Filter = Mapping[str, object]


class Rows(NamedTuple):
    """Records beyond the last id, each once, and the last of their ids; ``more`` come after."""

    records: list[Any]
    last: int
    total: int
    more: bool


@dataclass(frozen=True, slots=True)
class Search:
    """The search for one kind of records; ``always``: a filter that holds for every question."""

    asking: Asking
    path: str
    properties: Sequence[str]
    always: tuple[Filter, ...] = ()

    def probe(self) -> None:
        """Ask for any record, to see whether the key may; Failure."""
        self._found((_filter(NUMBER, "GT", 0),), NUMBER, "ASCENDING", limit=1, properties=(NUMBER,))

    def newest(self, now: Instant) -> tuple[int, int]:
        """Return when the latest change was, in milliseconds of HubSpot's clock, and the count.

        -1 where there is nothing. HubSpot's own stamps bound what is read, for our clock may be
        wrong; a stamp that is a day ahead of it is damage and would hide every later change.
        """
        until = _filter(CHANGED, "LTE", (now + DAY) // MILLISECOND)
        found = self._found((until,), CHANGED, "DESCENDING", limit=1, properties=(CHANGED,))
        if not found.results:
            return -1, 0
        stamp = _stamp(found.results[0])
        if stamp is None:
            raise nonsense(self.asking.peer.name)
        return stamp, found.total

    def beyond(self, place: Position, by: str = CHANGED) -> Rows:
        """Return the records of a window beyond its last id; Failure where they never come.

        ``by``: the stamp that has to lie in the window.

        A page that has none of them answers another question, one that was asked before. It is
        taken nevertheless if that stays so, for the search may know an older stamp of a record.
        """
        rows = None
        for _ in range(_TRIES):
            filters = (_within(place, by), _filter(NUMBER, "GT", place.last))
            rows = _rows(self._found(filters, NUMBER, "ASCENDING", limit=_MOST), place.last)
            if rows is not None and (by != CHANGED or _is_within(rows.records, place)):
                return rows
        if rows is None:
            raise circle(self.asking.peer.name)
        return rows

    def count(self, place: Position) -> int:
        """Return how many records a window has now."""
        found = self._found((_within(place),), NUMBER, "ASCENDING", limit=1, properties=(NUMBER,))
        return found.total

    def by_ids(self, ids: Sequence[str]) -> Iterator[Any]:
        """Yield records by their ids; those that are not there are left out."""
        known = [each for each in ids if each.isascii() and each.isdecimal()]
        for start in range(0, len(known), _MOST_IDS):
            wanted = known[start : start + _MOST_IDS]
            filters = ({"propertyName": NUMBER, "operator": "IN", "values": wanted},)
            yield from self._found(filters, NUMBER, "ASCENDING", limit=_MOST).results

    def _found(
        self,
        filters: tuple[Filter, ...],
        sort: str,
        direction: str,
        *,
        limit: int,
        properties: Sequence[str] | None = None,
    ) -> Found:
        document = {
            "filterGroups": [{"filters": [*filters, *self.always]}],
            "sorts": [{"propertyName": sort, "direction": direction}],
            "properties": list(self.properties if properties is None else properties),
            "limit": limit,
        }
        try:
            return Found.model_validate(self.asking.post(self.path, document))
        except ValidationError:
            raise nonsense(self.asking.peer.name) from None


def _filter(name: str, operator: str, value: object) -> Filter:
    return {"propertyName": name, "operator": operator, "value": str(value)}


def _within(place: Position, by: str = CHANGED) -> Filter:
    # Whether the bounds belong to it is told nowhere; one millisecond more does no harm.
    between = _filter(by, "BETWEEN", max(place.low - 1, 0))
    return {**between, "highValue": str(place.high + 1)}


def _rows(found: Found, last: int) -> Rows | None:
    """Take what is beyond the last id; ``None`` where a page brings nothing but what was read."""
    fresh: dict[int, Any] = {}
    nameless = []
    for record in found.results:
        number = _number(record)
        if number is None:
            nameless.append(record)
        elif number > last:
            fresh.setdefault(number, record)
    if not fresh and len(nameless) < len(found.results):
        return None
    records = [*fresh.values(), *nameless]
    more = bool(fresh) and found.total > len(records)
    return Rows(records, max(fresh, default=last), found.total, more)


def _is_within(records: list[Any], place: Position) -> bool:
    """Tell whether a page may be of a window: it is empty, or one of its stamps lies there."""
    stamps = (_stamp(record) for record in records)
    return not records or any(
        stamp is None or place.low - 1 <= stamp <= place.high + 1 for stamp in stamps
    )


def _stamp(record: Any) -> int | None:
    with suppress(ValidationError):
        said = ChangedRecord.model_validate(record)
        for each in (said.properties.hs_lastmodifieddate, said.updatedAt):
            with suppress(UnreadableRecord):
                return when(str(each)) // MILLISECOND
    return None


def _number(record: Any) -> int | None:
    said = record.get("id") if isinstance(record, dict) else None
    if isinstance(said, str) and said.isascii() and said.isdecimal() and len(said) <= _LONGEST_ID:
        return int(said)
    return said if type(said) is int and 0 <= said < 10**_LONGEST_ID else None
