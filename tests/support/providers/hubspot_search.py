"""The search of the HubSpot on loopback, with its ceiling and what it does not accept."""

import json
from bisect import bisect_right
from collections.abc import Callable, Mapping
from typing import Any

from tests.support.providers.hubspot_book import Book, Stored, ms
from tests.support.providers.place import Told

CEILING = 10_000
_MOST, _MOST_FILTERS, _MOST_GROUPS = 200, 6, 5
_TIMES = frozenset({"hs_lastmodifieddate", "hs_timestamp"})
_COMPARED: Mapping[str, Callable[[Any, Any], bool]] = {
    "EQ": lambda own, said: own == said,
    "NEQ": lambda own, said: own != said,
    "LT": lambda own, said: own < said,
    "LTE": lambda own, said: own <= said,
    "GT": lambda own, said: own > said,
    "GTE": lambda own, said: own >= said,
}


def searched(book: Book, kind: str, document: Mapping[str, Any]) -> Told:
    """Answer a search."""
    limit, after = document.get("limit", 10), int(document.get("after", 0))
    groups = document.get("filterGroups", [])
    if not 1 <= limit <= _MOST or len(groups) > _MOST_GROUPS:
        return invalid("there is no such page")
    if any(len(group["filters"]) > _MOST_FILTERS for group in groups):
        return invalid("too many filters")
    if after + limit > CEILING:
        return invalid("paging past 10,000 search results")
    ids = _ids(book, kind, groups, document.get("sorts", []))
    names = tuple(document.get("properties", ()))
    results = [book.known(kind, number).told(names) for number in ids[after : after + limit]]
    told: dict[str, Any] = {"total": len(ids), "results": results}
    if len(ids) > after + limit:
        told["paging"] = {"next": {"after": str(after + limit)}}
    return Told(200, told)


def invalid(message: str) -> Told:
    """Refuse a question."""
    body = {"status": "error", "message": message, "category": "VALIDATION_ERROR"}
    return Told(400, {**body, "correlationId": "00000000-0000-4000-8000-000000000006"})


def _ids(book: Book, kind: str, groups: list[Any], sorts: list[Any]) -> list[int]:
    beyond, rest = _beyond(groups)
    ids = book.found(kind, json.dumps(rest), lambda stored: _fits(stored, rest))
    ids = ids[bisect_right(ids, beyond) :]
    for sort in sorts:
        name, down = sort["propertyName"], sort.get("direction") == "DESCENDING"
        if name != "hs_object_id" or down:
            ids = sorted(ids, key=lambda number: _key(book, kind, number, name), reverse=down)
    return ids


def _beyond(groups: list[Any]) -> tuple[int, list[Any]]:
    """Part the usual way of paging from the rest, which stays the same from page to page."""
    if len(groups) != 1:
        return -1, groups
    paging = [each for each in groups[0]["filters"] if _is_paging(each)]
    rest = [each for each in groups[0]["filters"] if not _is_paging(each)]
    return max((int(each["value"]) for each in paging), default=-1), [{"filters": rest}]


def _is_paging(said: Mapping[str, Any]) -> bool:
    return (said["propertyName"], said["operator"]) == ("hs_object_id", "GT")


def _key(book: Book, kind: str, number: int, name: str) -> Any:
    return book.known(kind, number).value(name)


def _fits(stored: Stored, groups: list[Any]) -> bool:
    return not groups or any(
        all(_passes(stored, each) for each in group["filters"]) for group in groups
    )


def _passes(stored: Stored, said: Mapping[str, Any]) -> bool:
    name, operator = str(said["propertyName"]), str(said["operator"])
    own = stored.value(name)
    if operator in {"HAS_PROPERTY", "NOT_HAS_PROPERTY"}:
        return (own is not None) is (operator == "HAS_PROPERTY")
    if own is None:
        return False
    if operator in {"IN", "NOT_IN"}:
        among = own in {_typed(name, each) for each in said["values"]}
        return among is (operator == "IN")
    if operator == "BETWEEN":
        return bool(_typed(name, said["value"]) <= own <= _typed(name, said["highValue"]))
    return bool(_COMPARED[operator](own, _typed(name, said["value"])))


def _typed(name: str, value: str) -> Any:
    if name in _TIMES:
        return ms(value)
    return int(value) if name == "hs_object_id" else value
