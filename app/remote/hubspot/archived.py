"""The list of records that were deleted in HubSpot, which its search never finds."""

from typing import Any, NamedTuple

from pydantic import ValidationError

from app.remote.asking import Asking
from app.remote.failures import nonsense
from app.remote.hubspot.failures import circle
from app.remote.hubspot.models import Listed, Numbered

_MOST = 100
#: A list of more pages is one that goes in a circle.
_MOST_PAGES = 20_000


class Archived(NamedTuple):
    """Ids of deleted records, and where the list goes on, "" at its end."""

    ids: list[str]
    after: str


def archived(asking: Asking, path: str, after: str, page: int) -> Archived:
    """Read one page, the one with a number from 1; Failure."""
    query: dict[str, str | int] = {"limit": _MOST, "properties": "hs_object_id", "archived": "true"}
    found = listed(asking, path, query | ({"after": after} if after else {}))
    if (after and found.after == after) or page > _MOST_PAGES:
        raise circle(asking.peer.name)
    ids = [each for each in map(_id, found.results) if each]
    return Archived(ids, found.after)


def listed(asking: Asking, path: str, query: dict[str, str | int]) -> Listed:
    """Read one page of a list; Failure."""
    try:
        return Listed.model_validate(asking.get(path, query))
    except ValidationError:
        raise nonsense(asking.peer.name) from None


def _id(record: Any) -> str:
    try:
        return Numbered.model_validate(record).id
    except ValidationError:
        return ""
