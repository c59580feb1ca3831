"""Where the window stands: read before it is shown, and kept wholly on a screen that is there."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

#: Under this name the settings keep it.
KEPT_AS = "window"
_WIDTH, _HEIGHT = 1100, 800
_LEAST_WIDTH, _LEAST_HEIGHT = 400, 300
#: No screen is larger, in px; a larger number was not written by us.
_MOST = 100_000
#: What the desktop draws around a window, above all its title, in px.
_FRAME = 40


class Room(NamedTuple):
    """A screen without its panels, in px."""

    left: int
    top: int
    width: int
    height: int


class Place(NamedTuple):
    """A window without its frame, in px, and the page in front; ``left`` None: never placed."""

    left: int | None = None
    top: int | None = None
    width: int = _WIDTH
    height: int = _HEIGHT
    maximised: bool = False
    page: str = "overview"

    def written(self) -> dict[str, object]:
        """Write it down as plain values."""
        return dict(self._asdict())


USUAL = Place()


def place_of(kept: object) -> Place:
    """Read what was written; the usual place for whatever makes no sense."""
    if not isinstance(kept, Mapping):
        return USUAL
    width, height = _whole(kept, "width", 1), _whole(kept, "height", 1)
    if width is None or height is None:
        return USUAL
    page = kept.get("page")
    return Place(
        _whole(kept, "left", -_MOST),
        _whole(kept, "top", -_MOST),
        width,
        height,
        kept.get("maximised") is True,
        page if isinstance(page, str) else USUAL.page,
    )


def fitted(place: Place, screens: Sequence[Room]) -> Place:
    """Return a place that is wholly visible: on the screen that shows most of it, else the first.

    A place that was never on a screen stays for the desktop to choose.
    """
    if not screens:
        return place
    room = max(screens, key=lambda each: _shared(place, each))
    width = max(_LEAST_WIDTH, min(place.width, room.width))
    height = max(_LEAST_HEIGHT, min(place.height, room.height - _FRAME))
    if place.left is None or place.top is None:
        return place._replace(left=None, top=None, width=width, height=height)
    left = max(room.left, min(place.left, room.left + room.width - width))
    top = max(room.top, min(place.top, room.top + room.height - height - _FRAME))
    return place._replace(left=left, top=top, width=width, height=height)


def _shared(place: Place, room: Room) -> int:
    """Return how many pixels of a place lie in a room."""
    if place.left is None or place.top is None:
        return 0
    right, bottom = place.left + place.width, place.top + place.height
    across = min(right, room.left + room.width) - max(place.left, room.left)
    down = min(bottom, room.top + room.height) - max(place.top, room.top)
    return max(across, 0) * max(down, 0)


def _whole(kept: Mapping[object, object], name: str, least: int) -> int | None:
    value = kept.get(name)
    return value if type(value) is int and least <= value <= _MOST else None
