"""A mapping: which columns of somebody's own file hold what, as a person wrote it down in JSON.

``docs/formats.md`` describes the keys. A mapping either names the columns of a file, or says how a
known format is to be read (its zone, the order of its dates).
"""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from app.domain.durations import UNITS
from app.domain.problem import UsageProblem, mark
from app.exchange.dates import DAY_FIRST, ISO, MONTH_FIRST, zone_named
from app.exchange.text_file import reading

CALLS, TEXTS = "calls", "texts"
#: What a column can hold; a start or one of the two parts of it is needed, and a number.
ROLES = (
    *("start", "date", "time", "from", "to", "own", "far", "direction", "duration", "answered"),
    *("id", "agent", "account", "body", "segments", "media", "price", "currency"),
)
_DEFAULTS: dict[str, object] = {
    "name": "",
    "format": "",
    "kind": CALLS,
    "provider": "file",
    "columns": {},
    "header": [],
    "duration_unit": "s",
    "decimal_comma": False,
    "dates": "",
    "zone": "",
    "outbound": [],
    "inbound": [],
    "answered": [],
    "sheet": "",
    "made_for": [],
}
_LONGEST = 1 << 18


@dataclass(frozen=True, slots=True)
class Mapping:
    """A mapping that has been checked.

    ``columns`` go from role to column name. ``format``: the known format it adjusts, or "".
    ``header``: the column names of a file that has none. ``outbound``, ``inbound`` and ``answered``
    are the words that mean so, beside those that are known anyway. ``dates`` and ``zone`` are ""
    where the file or the command decides. ``sheet``: which one of a workbook, "" for the first with
    any value. ``made_for``: the header of the file it was made for, by which it is found again.
    """

    name: str = ""
    format: str = ""
    kind: str = CALLS
    provider: str = "file"
    columns: dict[str, str] = field(default_factory=dict)
    header: tuple[str, ...] = ()
    duration_unit: str = "s"
    decimal_comma: bool = False
    dates: str = ""
    zone: str = ""
    outbound: tuple[str, ...] = ()
    inbound: tuple[str, ...] = ()
    answered: tuple[str, ...] = ()
    sheet: str = ""
    made_for: tuple[str, ...] = ()


def load_mapping(path: Path) -> Mapping:
    """Read a mapping from a file; UsageProblem when it cannot be one."""
    with reading(path), path.open("rb") as stream:
        written = stream.read(_LONGEST)
    return parse_mapping(written.decode("utf-8-sig", "replace"), name=path.stem)


def parse_mapping(text: str, *, name: str = "") -> Mapping:
    """Check a mapping; ``name`` is used where it has none. UsageProblem says what to put right."""
    try:
        written = json.loads(text)
    except (ValueError, RecursionError):
        written = None
    if not isinstance(written, dict):
        raise UsageProblem(mark("The mapping is not a JSON object. See docs/formats.md."))
    checked = {key: _checked(key, value) for key, value in written.items()}
    mapping = Mapping(**{"name": name, **checked})  # type: ignore[arg-type]  # checked key by key
    _refuse_unknown_words(mapping)
    if not mapping.format:
        _refuse_missing_columns(mapping)
    return mapping


def _checked(key: str, value: object) -> object:
    if key not in _DEFAULTS:
        message = mark("The mapping has an unknown key {key}. Known are: {known}.")
        raise UsageProblem(message, key=key, known=", ".join(_DEFAULTS))
    wanted = type(_DEFAULTS[key])
    if type(value) is not wanted or not _only_texts(value):
        kinds = {str: "a text", bool: "true or false", list: "a list of texts", dict: "an object"}
        message = mark("In the mapping {key} has to be {wanted}.")
        raise UsageProblem(message, key=key, wanted=kinds[wanted])
    return tuple(cast("list[str]", value)) if isinstance(value, list) else value


def _only_texts(value: object) -> bool:
    if isinstance(value, dict):
        return all(isinstance(each, str) for each in cast("dict[str, object]", value).values())
    return not isinstance(value, list) or all(isinstance(each, str) for each in value)


def _refuse_unknown_words(mapping: Mapping) -> None:
    _refuse_unless(mapping.kind, "kind", (CALLS, TEXTS))
    _refuse_unless(mapping.duration_unit, "duration_unit", tuple(UNITS))
    if mapping.dates and "%" not in mapping.dates:
        _refuse_unless(mapping.dates, "dates", (ISO, DAY_FIRST, MONTH_FIRST, "%d.%m.%Y %H:%M"))
    for role in mapping.columns:
        _refuse_unless(role, "columns", ROLES)
    if mapping.zone:
        zone_named(mapping.zone)


def _refuse_unless(word: str, key: str, known: tuple[str, ...]) -> None:
    if word not in known:
        message = mark("The mapping says {word} for {key}. It can be: {known}.")
        raise UsageProblem(message, word=word, key=key, known=", ".join(known))


def _refuse_missing_columns(mapping: Mapping) -> None:
    roles = mapping.columns.keys()
    needed = {"start": {"start", "date"}, "to": {"to", "far", "from", "own"}}
    if mapping.kind == CALLS:
        needed["duration"] = {"duration"}
    for role, choices in needed.items():
        if roles.isdisjoint(choices):
            message = mark("The mapping names no column for {role}. Add it under columns.")
            raise UsageProblem(message, role=role)
