"""Where the small window stands: remembered for each set of screens, wholly on one of them."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ui.shell.place import Room

#: Under this name the settings keep it.
KEPT_AS = "strip_place"
#: How far it stands from the corner where it was never moved, in px.
_EDGE = 24
#: So many sets of screens are remembered: the desk, the road, the meeting room.
_MOST_SETS = 8
#: No screen is larger, in px; a larger number was not written by us.
_MOST = 100_000


class Spot(NamedTuple):
    """The upper left corner, in px."""

    left: int
    top: int


def standing(kept: object, rooms: Sequence[Room], width: int, height: int) -> Spot:
    """Return where a window of a size stands on these screens, the main one first.

    In the lower right corner of the main one where it never stood on them.
    """
    spot = _read(kept).get(set_of(rooms))
    if not rooms:
        return spot or Spot(0, 0)
    main = rooms[0]
    if spot is None:
        right, bottom = main.left + main.width, main.top + main.height
        spot = Spot(right - width - _EDGE, bottom - height - _EDGE)
    room = max(rooms, key=lambda each: _shared(spot, width, height, each))
    return Spot(
        max(room.left, min(spot.left, room.left + room.width - width)),
        max(room.top, min(spot.top, room.top + room.height - height)),
    )


def remembered(kept: object, rooms: Sequence[Room], spot: Spot) -> dict[str, object]:
    """Return what is kept once it stands somewhere, the last sets of screens only."""
    others = {name: list(at) for name, at in _read(kept).items() if name != set_of(rooms)}
    told: dict[str, object] = dict(list(others.items())[-_MOST_SETS + 1 :])
    return told | {set_of(rooms): list(spot)}


def set_of(rooms: Sequence[Room]) -> str:
    """Name a set of screens by how they stand, whichever is told first."""
    return " ".join(sorted(f"{r.width}x{r.height}{r.left:+}{r.top:+}" for r in rooms))


def _read(kept: object) -> dict[str, Spot]:
    if not isinstance(kept, Mapping):
        return {}
    told = ((str(name), _spot(at)) for name, at in kept.items())
    return {name: spot for name, spot in told if spot is not None}


def _spot(at: object) -> Spot | None:
    """Read a place; ``None`` for what makes no sense."""
    if not isinstance(at, list) or len(at) != len(Spot._fields):
        return None
    sensible = all(type(each) is int and -_MOST <= each <= _MOST for each in at)
    return Spot(*at) if sensible else None


def _shared(spot: Spot, width: int, height: int, room: Room) -> int:
    """Return how many pixels of the window lie in a room."""
    across = min(spot.left + width, room.left + room.width) - max(spot.left, room.left)
    down = min(spot.top + height, room.top + room.height) - max(spot.top, room.top)
    return max(across, 0) * max(down, 0)
