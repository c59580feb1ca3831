"""Settings that two programs changed at one time: what each of them changed holds."""

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

_T = TypeVar("_T")


def merged(before: _T, mine: _T, theirs: _T) -> _T:
    """Return settings with both changes since ``before``; mine where both changed the same."""
    if mine in (before, theirs):
        return theirs
    if theirs == before or not is_dataclass(mine) or isinstance(mine, type):
        return mine
    changed: dict[str, Any] = {
        each.name: merged(*(getattr(one, each.name) for one in (before, mine, theirs)))
        for each in fields(mine)
    }
    return replace(mine, **changed)
