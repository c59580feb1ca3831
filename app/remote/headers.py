"""What the headers of an answer say, as numbers and times; names of headers are lower case."""

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

#: A UNIX time in microseconds still fits; longer ones are nothing that a server means.
_LONGEST_DIGITS = 16


def header_number(headers: Mapping[str, str], name: str) -> int | None:
    """Return the number that a header says, ``None`` where it is missing or says none."""
    said = headers.get(name, "").strip()
    readable = said.isascii() and said.isdecimal() and len(said) <= _LONGEST_DIGITS
    return int(said) if readable else None


def header_date(headers: Mapping[str, str], name: str) -> datetime | None:
    """Return the time that a header says, ``None`` where it is missing or says none."""
    try:
        found = parsedate_to_datetime(headers.get(name, ""))
    except (ValueError, IndexError, TypeError, OverflowError):
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
