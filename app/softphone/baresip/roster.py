"""Which calls a softphone has, as far as it said so, and how those in its list get their ids.

The list of baresip 1.0.0 has no ids, and "callstat" tells that of one call alone.
"""

from typing import NamedTuple

from app.domain.call_report import Happening, Listed
from app.domain.event import Direction
from app.softphone.baresip.listing import Line, Stat
from app.softphone.baresip.message import Event

# Events may name a call after its end; so many of them are remembered at most.
_MOST = 500


class Known(NamedTuple):
    """A call that was named; ``told`` where others heard of it too."""

    uri: str
    direction: Direction | None
    told: bool


class Roster:
    """The calls that were named and did not end, over all connections to one softphone."""

    def __init__(self) -> None:
        self._calls: dict[str, Known] = {}

    def get(self, call_id: str) -> Known | None:
        """Return what is known of a call."""
        return self._calls.get(call_id)

    def note(self, event: Event, *, told: bool) -> None:
        """Remember the call of an event, and forget it when it ends."""
        known = self._calls.pop(event.id, None)
        if event.what is Happening.END or not event.id:
            return
        direction = event.direction or (known.direction if known else None)
        told = told or (known is not None and known.told)
        self._calls[event.id] = Known(event.uri, direction, told)
        while len(self._calls) > _MOST:
            del self._calls[next(iter(self._calls))]

    def named(self, lines: list[Line], stat: Stat | None, *, whole: bool) -> tuple[Listed, ...]:
        """Return the calls of a list with the ids and directions that are known by now.

        One that stays without an id has "". What a whole list lacks is forgotten.
        """
        if stat and (place := _place_of(stat, lines)) is not None:
            call = lines[place].call._replace(id=stat.id, direction=stat.direction)
            lines = [*lines[:place], Line(call), *lines[place + 1 :]]
        taken = {line.call.id for line in lines if line.call.id}
        calls = tuple(self._named(line.call, taken) for line in lines)
        own = {call.id: Known(call.number, call.direction, told=True) for call in calls if call.id}
        self._calls = own if whole else {**self._calls, **own}
        return calls

    def _named(self, call: Listed, taken: set[str]) -> Listed:
        """Name one call; two calls to one number get their ids in the order they began."""
        free = (key for key in self._calls if key not in taken)
        found = call.id or next((key for key in free if self._calls[key].uri == call.number), "")
        taken.add(found)
        known = self._calls.get(found)
        return call._replace(id=found, direction=call.direction or (known and known.direction))


def _place_of(stat: Stat, lines: list[Line]) -> int | None:
    """Return which line the current call is: by its id, else by its mark and its address."""
    for place, line in enumerate(lines):
        if line.call.id == stat.id:
            return place
    nameless = [place for place, line in enumerate(lines) if not line.call.id]
    same = [place for place in nameless if lines[place].call.number == stat.uri]
    marked = [place for place in same if lines[place].current]
    return next(iter([*marked, *same]), None)
