"""One record of Twilio's lists: its fields as text, what came of it, and why it was refused."""

import re
from collections.abc import Mapping
from typing import NamedTuple, TypeGuard

from app.domain.accounts import RefusedRecord
from app.domain.event import Fact
from app.domain.problem import mark
from app.domain.unreadable import UnreadableRecord

Record = Mapping[str, object]
is_sid = re.compile(r"(?:CA|SM|MM)[0-9a-fA-F]{32}").fullmatch
is_account = re.compile(r"AC[0-9a-fA-F]{32}").fullmatch
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


def text(record: Record, field: str) -> str:
    """Return a field that may be empty but must be there; UnreadableRecord otherwise."""
    value = record.get(field, ...)
    if isinstance(value, str):
        # A half of a surrogate pair can be written in JSON, but is no text and cannot be kept.
        return value if value.isascii() else value.encode("utf-8", "replace").decode()
    if value is None:
        return ""
    raise UnreadableRecord(_ODD, field=field)


def number(record: Record, field: str) -> str:
    """Return a field that Twilio writes as text, but some day may write as a number."""
    value = record.get(field)
    return str(value) if type(value) in (int, float) else text(record, field)


def is_priced(record: Record) -> bool:
    """Tell whether the price has come."""
    return record.get("price") not in (None, "")


def refused(part: str, record: object, trouble: UnreadableRecord) -> RefusedRecord:
    """Say why a record was not taken."""
    places = {name: str(value) for name, value in trouble.places.items()}
    return RefusedRecord(part, sid_of(record), trouble.reason, places)


def check_record(found: object) -> Record:
    """Return an object with a SID; UnreadableRecord for anything else."""
    if not is_record(found):
        raise UnreadableRecord(_NO_RECORD)
    if not sid_of(found):
        raise UnreadableRecord(_ODD, field="sid")
    return found
