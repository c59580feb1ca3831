"""A first guess at what the columns of an unknown file mean, from their names and contents."""

from collections.abc import Iterator
from dataclasses import replace

from app.domain.plain_name import plain
from app.exchange import contents
from app.exchange.column_names import role_of, role_within
from app.exchange.contents import Test, mostly
from app.exchange.glimpse import Glimpse
from app.exchange.mapping import CALLS, TEXTS, Mapping

# A name alone can mislead: what stands below it has to look like it too.
_LOOKS: dict[str, Test] = {
    "start": contents.is_instant,
    "date": contents.is_date,
    "time": contents.is_clock,
    "duration": contents.is_length,
    "direction": contents.is_direction,
    "answered": lambda cell: not contents.is_value(cell) or contents.is_answer(cell),
}
_ONLY_TEXTS = {"body", "segments", "media"}
_ENDS = ("from", "to", "own", "far")
_ENDS_BY_OWNER = {"own", "far"}


def names_columns(glimpse: Glimpse) -> bool:
    """Whether the first line names the columns: none of its cells is a value."""
    return glimpse.has_names or not any(map(contents.is_value, map(str.strip, glimpse.header)))


def numbered(glimpse: Glimpse) -> tuple[str, ...]:
    """Names for the columns of a file that has none: "column 1" and on."""
    return tuple(f"column {place}" for place in range(1, len(glimpse.header) + 1))


def guessed(glimpse: Glimpse) -> Mapping:
    """Guess a mapping; roles that nothing speaks for stay open.

    Where the first line is a record already, the columns are named by their places.
    """
    if not names_columns(glimpse):
        names = numbered(glimpse)
        below = Glimpse(names, (glimpse.header, *glimpse.rows), has_names=True)
        return replace(guessed(below), header=names)
    columns = _by_contents(glimpse, _by_names(glimpse))
    kind = CALLS if "duration" in columns or _ONLY_TEXTS.isdisjoint(columns) else TEXTS
    if kind == CALLS:
        columns = {role: name for role, name in columns.items() if role not in _ONLY_TEXTS}
    lengths = _cells(glimpse, columns.get("duration", ""))
    return Mapping(
        kind=kind,
        columns=columns,
        duration_unit=_unit(columns.get("duration", ""), lengths),
        decimal_comma=mostly(contents.has_comma, lengths),
    )


def _by_names(glimpse: Glimpse) -> dict[str, str]:
    columns: dict[str, str] = {}
    for tell in (role_of, role_within):
        for name in glimpse.header:
            role = tell(name)
            free = role and role not in columns and name not in columns.values()
            if free and _looks_right(glimpse, role, name):
                columns[role] = name
    return _tidied(columns)


def _looks_right(glimpse: Glimpse, role: str, name: str) -> bool:
    cells, test = _cells(glimpse, name), _LOOKS.get(role)
    return test is None or not any(cell.strip() for cell in cells) or mostly(test, cells)


def _tidied(columns: dict[str, str]) -> dict[str, str]:
    """Leave one way to say the start, and one to say the two numbers."""
    if "start" in columns:
        unwanted = {"date", "time"}
    else:
        unwanted = {"time"} - ({"time"} if "date" in columns else set())
    told = {role: name for role, name in columns.items() if role not in unwanted}
    return told if _ENDS_BY_OWNER.isdisjoint(told) else _one_way(told)


def _one_way(columns: dict[str, str]) -> dict[str, str]:
    """Name the numbers by their direction where both are, else by whose they are."""
    if {"from", "to"} <= columns.keys():
        return {role: name for role, name in columns.items() if role not in _ENDS_BY_OWNER}
    own = columns.get("own") or columns.get("from", "")
    far = columns.get("far") or columns.get("to", "")
    rest = {role: name for role, name in columns.items() if role not in _ENDS}
    return rest | {role: name for role, name in (("own", own), ("far", far)) if name}


def _by_contents(glimpse: Glimpse, columns: dict[str, str]) -> dict[str, str]:
    """Fill what the names left open by what the cells look like, from left to right."""
    found = dict(columns)
    if "start" not in found and "date" not in found:
        _take_start(glimpse, found)
    if "direction" not in found:
        found |= _first(glimpse, found, "direction", contents.is_direction)
    if not any(role in found for role in _ENDS):
        found |= _numbers(glimpse, found)
    if "duration" not in found and not found.keys() & _ONLY_TEXTS:
        found |= _first(glimpse, found, "duration", contents.is_length)
    return found


def _numbers(glimpse: Glimpse, found: dict[str, str]) -> dict[str, str]:
    numbers = list(_free(glimpse, found, contents.is_phone))[:2]
    if len(numbers) < 2:
        return {"far": numbers[0]} if numbers else {}
    always_same = [len(set(_cells(glimpse, name))) == 1 for name in numbers]
    if "direction" in found and always_same[0] != always_same[1]:
        own = always_same.index(True)
        return {"own": numbers[own], "far": numbers[1 - own]}
    return {"from": numbers[0], "to": numbers[1]}


def _take_start(glimpse: Glimpse, found: dict[str, str]) -> None:
    day = next(_free(glimpse, found, contents.is_date), "")
    if not day:
        return
    if any(":" in cell for cell in _cells(glimpse, day)):
        found["start"] = day
        return
    found["date"] = day
    found |= _first(glimpse, found, "time", contents.is_clock)


def _first(glimpse: Glimpse, found: dict[str, str], role: str, test: Test) -> dict[str, str]:
    name = next(_free(glimpse, found, test), "")
    return {role: name} if name else {}


def _free(glimpse: Glimpse, found: dict[str, str], test: Test) -> Iterator[str]:
    taken = set(found.values())
    return (
        name for name in glimpse.header if name not in taken and mostly(test, _cells(glimpse, name))
    )


def _cells(glimpse: Glimpse, name: str) -> list[str]:
    if name not in glimpse.header:
        return []
    place = glimpse.header.index(name)
    return [row[place] for row in glimpse.rows]


def _unit(name: str, lengths: list[str]) -> str:
    said = plain(name)
    if mostly(contents.is_clock, lengths):
        return "h:m:s"
    if said.endswith("ms") or "milli" in said:
        return "ms"
    return "min" if "min" in said else "s"
