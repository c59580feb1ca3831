"""The two kinds of message, and the plain values they are made of."""

import re
from datetime import UTC, date, datetime
from typing import Annotated

from pydantic import (
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    StringConstraints,
)

_LAST_YEAR = 2199
_FIRST_YEAR = 1900
_written_day = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}").fullmatch
_written_moment = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,6})?Z"
).fullmatch


class Request(BaseModel):
    """What a desktop sends; a field the server does not know is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Answer(BaseModel):
    """What the server answers; fields of a newer server are left aside."""

    model_config = ConfigDict(frozen=True, extra="ignore")


def _day(value: object) -> object:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, str) and _written_day(value):
        return _in_range(value)
    message = "a day is written as YYYY-MM-DD"
    raise ValueError(message)


def _moment(value: object) -> object:
    if isinstance(value, datetime):
        return value
    if isinstance(value, str) and _written_moment(value):
        return _in_range(value)
    message = "an instant is written as YYYY-MM-DDThh:mm:ssZ"
    raise ValueError(message)


def _in_range(value: str) -> str:
    if _FIRST_YEAR <= int(value[:4]) <= _LAST_YEAR:
        return value
    message = f"the year must be from {_FIRST_YEAR} to {_LAST_YEAR}"
    raise ValueError(message)


def _written(value: datetime) -> str:
    return value.astimezone(UTC).isoformat().replace("+00:00", "Z")


#: A local date, "2026-11-01"; whose zone is said where it is used.
Day = Annotated[date, BeforeValidator(_day)]
#: An instant in UTC, "2026-11-21T13:05:00Z".
Moment = Annotated[AwareDatetime, BeforeValidator(_moment), PlainSerializer(_written, str)]
#: A name or label of a person, company or device; no control characters, nor any that end lines or
#: turn the direction of writing, which would make it look like another name.
Name = Annotated[
    str,
    StringConstraints(
        strict=True, strip_whitespace=True, min_length=1, max_length=120,
        pattern=r"^[^\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]+$",
    ),
]  # fmt: skip
#: A remark of a few lines at most, may be empty.
Note = Annotated[
    str,
    StringConstraints(
        strict=True, max_length=1000,
        pattern=r"^[^\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]*$",
    ),
]  # fmt: skip
#: An id the server gave: opaque.
Id = Annotated[str, StringConstraints(strict=True, pattern=r"^[0-9a-f]{32}$")]
Whole = Annotated[int, Field(strict=True, ge=0, le=1_000_000_000)]
Seats = Annotated[int, Field(strict=True, ge=0, le=100_000)]
Flag = Annotated[bool, Field(strict=True)]
#: ISO 3166-1 alpha-2.
Region = Annotated[str, StringConstraints(strict=True, pattern=r"^[A-Z]{2}$")]


class Amount(BaseModel):
    """An exact sum: a plain decimal of at most nine places, and its currency (ISO 4217)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    amount: Annotated[str, StringConstraints(strict=True, pattern=r"^-?[0-9]{1,9}(\.[0-9]{1,9})?$")]
    currency: Annotated[str, StringConstraints(strict=True, pattern=r"^[A-Z]{3}$")]
