"""One record of Twilio's lists: its fields as text, and what came of it."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple, TypeGuard

from app.domain.event import Fact
from app.domain.problem import mark
from app.domain.unreadable import UnreadableRecord

Record = Mapping[str, object]
Pick = Callable[[Record], tuple[Any, ...]]
is_sid = re.compile(r"(?:CA|SM|MM)[0-9a-fA-F]{32}").fullmatch
is_account = re.compile(r"AC[0-9a-fA-F]{32}").fullmatch
_NUMBERS = frozenset(
    ("duration", "price", "num_segments", "num_media", "current_price", "count", "usage")
)
_USUAL = frozenset((str, type(None)))
_ODD = mark("Its “{field}” is not what Talktally expects")
_NO_RECORD = mark("This JSON value is not a record")


class Taken(NamedTuple):
    """What a record says; ``fact``: ``None`` while there is none to tell.

    ``final``: whether its state, segments and price are as they will stay.
    """

    fact: Fact | None
    final: bool


def is_record(found: object) -> TypeGuard[Record]:
    """Tell whether a JSON value is an object."""
    return isinstance(found, dict)


def sid_of(record: object) -> str:
    """Return the SID of a record, "" where it has none that could be asked for."""
    sid = record.get("sid") if is_record(record) else None
    return sid if isinstance(sid, str) and is_sid(sid) else ""


def picked(record: Record, names: Sequence[str], pick: Pick) -> Sequence[str]:
    """Return fields as text, "" for what is null; UnreadableRecord where one is lost or odd.

    ``pick`` gets the fields of these names; it is made once, as this runs once a record.
    """
    try:
        found = pick(record)
    except KeyError:
        return [text(record, name) for name in names]
    if not _USUAL.issuperset(map(type, found)) or not "".join(filter(None, found)).isascii():
        return [text(record, name) for name in names]
    return [each or "" for each in found]


def text(record: Record, field: str) -> str:
    """Return a field that may be null but must be there; UnreadableRecord otherwise.

    Numbers that Twilio writes as text may come as numbers some day.
    """
    value = record.get(field, ...)
    if isinstance(value, str):
        # A half of a surrogate pair can be written in JSON, but is no text and cannot be kept.
        return value if value.isascii() else value.encode("utf-8", "replace").decode()
    if value is None:
        return ""
    if field in _NUMBERS and type(value) in (int, float):
        return str(value)
    raise UnreadableRecord(_ODD, field=field)


def is_priced(record: Record) -> bool:
    """Tell whether the price has come."""
    return record.get("price") not in (None, "")


def check_record(found: object, sid: str) -> Record:
    """Return an object that has this SID, not ""; UnreadableRecord for anything else."""
    if not is_record(found):
        raise UnreadableRecord(_NO_RECORD)
    if not sid:
        raise UnreadableRecord(_ODD, field="sid")
    return found
