"""What people did to entries, and the versions of an entry that came of it."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from app.domain.event import Fact
from app.domain.instant import Instant


class ChangeKind(StrEnum):
    """What sort of change: a note alone, tags alone, anything else, or the undoing of one.

    ``SAME`` and ``APART`` are said of pairs of entries: that they are one call, or two. ``ERASE``:
    numbers and names went for good, which nothing undoes. ``WITHDRAWN`` and ``RETURNED`` are no
    acts of a person: their provider deleted records, which count no more, or has them again.
    """

    CORRECT = "correct"
    NOTE = "note"
    TAG = "tag"
    SAME = "same"
    APART = "apart"
    UNDO = "undo"
    ERASE = "erase"
    WITHDRAWN = "withdrawn"
    RETURNED = "returned"


class Change(NamedTuple):
    """One act of a person, on ``entries`` entries.

    ``said``: the fields it changed, with the value where that is the same for every entry and tells
    nothing about a contact, else ``None``. ``undone``: when it was undone, ``None`` while it
    stands. ``undoes``: the change that it undid.
    """

    id: int
    at: Instant
    kind: ChangeKind
    said: Mapping[str, Any]
    entries: int
    undone: Instant | None = None
    undoes: int | None = None


class Version(NamedTuple):
    """One version of an entry.

    ``change``: what a person did to make it, ``None`` where a source reported it; ``file``: the
    import it was in, "" where it came otherwise. ``at``: when it came, ``None`` where nobody noted
    it.
    """

    id: int
    fact: Fact
    at: Instant | None
    file: str = ""
    change: Change | None = None
