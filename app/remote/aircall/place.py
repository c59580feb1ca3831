"""Where a reading of Aircall's calls stands: which windows of time are left, and on which page.

All times are UNIX seconds, as Aircall's own filters are.
"""

import json
from itertools import chain, pairwise
from typing import NamedTuple

from app.domain.instant import SECOND, Instant
from app.remote.aircall.lists import PER_PAGE
from app.remote.pages import Span

HOUR = 3_600
DAY = 24 * HOUR
#: Read first, so that the present cycle's figures are right early.
NEAR = 35 * DAY
#: Aircall keeps six months; a little more is asked for.
FAR = 190 * DAY
#: Read again for what was edited or deleted: the last days every day, the last cycle every week.
RECENT, OFTEN = 3 * DAY, DAY
CYCLE, SELDOM = NEAR, 7 * DAY
_FEWEST_PIECES, _MOST_PIECES = 2, 64


class Window(NamedTuple):
    """From ``start`` to ``end``, both in it: windows share a second where they meet."""

    start: int
    end: int


class Place(NamedTuple):
    """Where to go on; without ``windows`` the next page begins another reading.

    ``page``: of the first window. ``counted``: how many calls that window had on its former page.
    ``began``: when this reading did, up to which everything will have been read. ``looked``: when
    the last days were last read again, ``combed``: when the last cycle was. ``span``: whose
    deletions this reading will tell. ``whole``: a reading from the very beginning has ended.
    ``total``: calls of this reading, ``None`` unknown.
    """

    windows: tuple[Window, ...] = ()
    page: int = 1
    counted: int | None = None
    began: int = 0
    looked: int = 0
    combed: int = 0
    span: Window | None = None
    whole: bool = False
    total: int | None = None

    @property
    def instants(self) -> Span | None:
        """The span in instants."""
        if self.span is None:
            return None
        return Span(Instant(self.span.start * SECOND), Instant(self.span.end * SECOND))

    @property
    def is_newest(self) -> bool:
        """Tell whether the first window is the one that ends with the reading's own beginning."""
        return self.windows[0].end == self.began

    def written(self) -> str:
        """Write it as JSON."""
        return json.dumps(self._asdict(), separators=(",", ":"))


def place_of(position: str) -> Place:
    """Read a position; "", and one that another version wrote otherwise, is the very beginning."""
    try:
        told = json.loads(position)
        windows = tuple(Window(*window) for window in told.pop("windows"))
        span = told.pop("span")
        place = Place(windows=windows, span=Window(*span) if span else None, **told)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return Place()
    numbers = (*chain(*windows, place.span or ()), place.page, place.began, place.looked)
    unsure = (place.counted, place.total)
    is_sound = {*map(type, (*numbers, place.combed))} == {int} and type(place.whole) is bool
    return place if is_sound and {int, type(None)}.issuperset(map(type, unsure)) else Place()


def next_reading(last: Place, now: int) -> Place:
    """Begin a reading: everything at first, then the last hour, and now and then more again."""
    if not last.whole:
        return Place(_backwards(now - FAR, now), began=now, looked=now, combed=now)
    back = _back(last, now)
    start = max(min(last.began - HOUR, now - back), now - FAR)
    return Place(
        _backwards(start, now),
        began=now,
        looked=now if back >= RECENT else last.looked,
        combed=now if back >= CYCLE else last.combed,
        # Aircall makes a record not exactly when its call begins, so the span is the narrower.
        span=Window(start + HOUR, now - HOUR) if back >= RECENT else None,
        whole=True,
    )


def must_begin(last: Place, now: int) -> bool:
    """Tell whether the next page is the first one of a reading."""
    return not last.windows or _is_ahead(last, now)


def split(place: Place, counted: int, most: int) -> Place | None:
    """Part the first window into shorter ones, newest first; ``None`` if that cannot be.

    ``counted``: how many calls it has as far as Aircall says, ``most``: how many it gives.
    """
    (start, end), *others = place.windows
    pieces = min(2 * counted // most, _MOST_PIECES, end - start)
    if pieces < _FEWEST_PIECES:
        return None
    cuts = [start + (end - start) * cut // pieces for cut in range(pieces + 1)]
    shorter = [Window(*ends) for ends in pairwise(cuts)]
    return place._replace(windows=(*reversed(shorter), *others), page=1, counted=None)


def after(place: Place, now: int, *, more: bool, counted: int | None) -> Place:
    """Return where to go on after a page; ``counted``: the calls of its window, as it told."""
    lost = 0 if None in (counted, place.counted) else (place.counted or 0) - (counted or 0)
    if lost > 0:
        # Calls were deleted meanwhile, and what came behind them moved to pages read before.
        return place._replace(page=max(1, place.page - -(-lost // PER_PAGE)), counted=counted)
    if more:
        return place._replace(page=place.page + 1, counted=counted)
    left = place._replace(windows=place.windows[1:], page=1, counted=None)
    if not left.windows:
        return left._replace(whole=True)
    return _caught_up(left, now)


def _is_ahead(place: Place, now: int) -> bool:
    """Tell whether a clock was ahead for a while, which says nothing about what was truly read."""
    return place.began > now + HOUR


def _back(last: Place, now: int) -> int:
    """Return how far to go back, at least."""
    if _is_ahead(last, now) or now - last.combed >= SELDOM:
        return CYCLE
    return RECENT if now - last.looked >= OFTEN else HOUR


def _caught_up(place: Place, now: int) -> Place:
    """Put what came during a long reading, or while it lay interrupted, before what is older."""
    if now - place.began <= HOUR:
        return place
    newest = Window(max(place.began - HOUR, now - FAR), now)
    return place._replace(windows=(newest, *place.windows), began=now)


def _backwards(start: int, end: int) -> tuple[Window, ...]:
    """Cover a time by windows, newest first."""
    ends = range(end, start, -NEAR)
    return tuple(Window(max(start, each - NEAR), each) for each in ends)
