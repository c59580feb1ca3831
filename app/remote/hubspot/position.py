"""Where a reading stands: what is read for good, and the window that is being read."""

import json
from dataclasses import asdict, dataclass, replace
from enum import StrEnum

from app.domain.instant import DAY, MINUTE, SECOND, Instant

MILLISECOND = SECOND // 1000
#: What is read first, so that the present cycle is right after the first pages.
RECENT_MS = 35 * DAY // MILLISECOND
#: New versions of records are found some moments late; 5 to 30 seconds were seen.
OVERLAP_MS = 5 * MINUTE // MILLISECOND
_TRIES = 3


class Step(StrEnum):
    """What comes next.

    IDLE: the beginning of the next reading. DELETED: whatever tells of deleted records. AGAIN: some
    records once more, which tells it, too.
    """

    IDLE = ""
    SEARCH = "search"
    DELETED = "deleted"
    AGAIN = "again"


@dataclass(frozen=True, slots=True)
class Position:
    """Stamps are milliseconds since 1970 of HubSpot's clock, when a record was changed last.

    ``newest``: up to this stamp everything was read, in a reading that began at ``seen`` by our
    clock; ``settled``: again since, when nothing could be late any more. ``whole``: the first
    reading came to its end.

    Of the reading under way: ``began``, by our clock, ``top``, the newest stamp it will have read,
    ``total`` records in all, ``older``: a window with those is still to come. Of its window, from
    ``low`` to ``high``: everything up to the id ``last``, ``counted`` of ``expected`` records, in
    the try that ``tries`` counts from 0.

    ``after``: where the list of deleted records goes on. ``pages``: how many it had, ``looked``:
    when it was read, 0 for one that is short enough to be read each time.
    """

    newest: int = -1
    seen: int = 0
    settled: bool = False
    whole: bool = False
    step: Step = Step.IDLE
    began: int = 0
    top: int = -1
    total: int = 0
    older: bool = False
    low: int = 0
    high: int = 0
    last: int = 0
    counted: int = 0
    expected: int = -1
    tries: int = 0
    after: str = ""
    pages: int = 0
    looked: int = 0


_NEUTRAL = Position()


def position_of(written: str) -> Position:
    """Read a position; what cannot be read, as of another version, begins anew."""
    try:
        found = json.loads(written or "{}")
        read = Position(**{**found, "step": Step(found.get("step", Step.IDLE))})
    except (ValueError, TypeError, AttributeError, RecursionError):
        return _NEUTRAL
    usual = asdict(_NEUTRAL)
    is_sound = all(type(each) is type(usual[name]) for name, each in asdict(read).items())
    return read if is_sound else _NEUTRAL


def written(position: Position) -> str:
    """Write a position, without what is as usual."""
    usual = asdict(_NEUTRAL)
    said = {name: each for name, each in asdict(position).items() if each != usual[name]}
    return json.dumps(said, sort_keys=True) if said else ""


def begun(position: Position, newest: int, total: int, now: Instant) -> Position:
    """Begin a reading of an account whose newest stamp is ``newest``, -1 where it has no records.

    The first one begins with what is recent. Later ones go back by an overlap, until it was read
    when nothing could be late any more. A newest stamp ahead of our clock hides no change between
    the two: then they go back from our clock.
    """
    start = replace(position, began=now, top=max(newest, position.newest), total=0, older=False)
    if newest < 0 or (position.settled and newest <= position.newest):
        return _read(start)
    if position.newest < 0:
        low = max(newest - RECENT_MS, 0)
        return window(replace(start, total=total, older=low > 0), low, newest)
    sure = min(position.newest, position.seen // MILLISECOND)
    low = position.newest + 1 if position.settled else sure - OVERLAP_MS
    return window(start, max(low, 0), start.top)


def window(position: Position, low: int, high: int, step: Step = Step.SEARCH) -> Position:
    """Begin a window."""
    return replace(position, step=step, low=low, high=high, last=0, counted=0, expected=-1, tries=0)


def again(position: Position) -> Position | None:
    """Begin the window once more, ``None`` when that was done often enough."""
    if position.tries + 1 >= _TRIES:
        return None
    return replace(position, last=0, counted=0, expected=-1, tries=position.tries + 1)


def window_read(position: Position) -> Position:
    """Go on after a window: to the one before it, or to the archived records."""
    if position.older:
        return window(replace(position, older=False), 0, position.low - 1)
    return _settled(_read(position))


def ended(position: Position) -> Position:
    """End a reading: of what was under way nothing stays."""
    kept = (position.newest, position.seen, position.settled, position.whole)
    return Position(*kept, pages=position.pages, looked=position.looked)


def _read(position: Position) -> Position:
    """Go on to the deleted records; none that was read is deleted in the first reading."""
    looked = position.looked if position.whole else position.began
    return replace(position, step=Step.DELETED, whole=True, looked=looked)


def _settled(position: Position) -> Position:
    if position.top > position.newest:
        return replace(position, newest=position.top, seen=position.began, settled=False)
    since = max(position.seen, position.newest * MILLISECOND)
    late = position.began - since >= OVERLAP_MS * MILLISECOND
    return replace(position, settled=position.settled or late)
