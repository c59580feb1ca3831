"""Whole numbers in the headers of an answer."""

from collections.abc import Mapping

#: A UNIX time in microseconds still fits; longer ones are nothing that a server means.
_LONGEST_DIGITS = 16


def header_number(headers: Mapping[str, str], name: str) -> int | None:
    """Return the number that a header says, ``None`` where it is missing or says none.

    Names of ``headers`` are lower case, and so is ``name``.
    """
    said = headers.get(name, "").strip()
    readable = said.isascii() and said.isdecimal() and len(said) <= _LONGEST_DIGITS
    return int(said) if readable else None
