"""Where a reading of a list stands, and what comes next: pure, and kept as JSON between rounds.

Newest first: the last 35 days, then ever older windows until one was empty, then all that is older
still. Later rounds read from the day before the last one on, and once a day a whole week, of which
what is missing may have been deleted. Days are those of UTC, by which the lists are asked.
"""

import json
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from app.domain.instant import Instant
from app.remote.pages import Span
from app.remote.twilio.dates import day_of, midnight

_FIRST_DAYS, _OLDER_DAYS, _WEEK = 34, 91, 7
#: Before this year Twilio kept no records.
_BEGINNING = "2008"
_DAY = timedelta(days=1)


class Reading(StrEnum):
    """Which reading is under way: NONE between two of them."""

    NONE = "none"
    FIRST = "first"
    LATEST = "latest"
    WEEK = "week"


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the readings of one list.

    ``day``: when the reading began, or the last one did. ``week``: when a week was last begun to be
    read. ``since`` and ``until``: the window's first day, and the one after its last; "" is open.
    ``query``: of the page to read next, "" for the window's first. ``pages`` and ``marked``: how
    many of the window were read, and one of them to be known again. ``empty``: nothing was on them.
    ``restarted``: when the window was last begun anew, in microseconds.
    """

    reading: Reading
    day: str
    week: str
    since: str = ""
    until: str = ""
    query: str = ""
    pages: int = 0
    marked: str = ""
    empty: bool = True
    restarted: int = 0

    @property
    def is_between(self) -> bool:
        """Tell whether no reading is under way."""
        return self.reading is Reading.NONE

    @property
    def begins_span(self) -> bool:
        """Tell whether the next page is the first of a week."""
        return self.reading is Reading.WEEK and not self.pages

    @property
    def span(self) -> Span | None:
        """The days of a week that were over when its reading began."""
        if self.reading is not Reading.WEEK:
            return None
        return Span(_midnight(self.since), _midnight(self.day))


def place_of(position: str, now: Instant) -> Place:
    """Return where a position stands, a reading begun if none was under way.

    What cannot be understood begins at the very beginning: reading twice changes nothing.
    """
    today = day_of(now)
    place = _read(position)
    if place is None or _was_ahead(place, today):
        return Place(Reading.FIRST, str(today), str(today), since=_before(today, _FIRST_DAYS))
    return _begun(place, today) if place.is_between else place


def after_page(place: Place, query: str, *, told: str, empty: bool) -> Place | None:
    """Return where to go on within a window, ``None`` where its pages come in circles.

    ``told``: what the page was, to know it again. The page that is remembered moves on at one, two,
    four ... pages, so that a circle of any length is found within three times its length.
    """
    if place.pages and told == place.marked:
        return None
    pages = place.pages + 1
    marked = told if pages & (pages - 1) == 0 else place.marked
    empty = empty and place.empty
    return replace(place, query=query, pages=pages, marked=marked, empty=empty)


def after_window(place: Place) -> Place:
    """Return where to go on after the last page of a window."""
    if place.reading is not Reading.FIRST or not place.since:
        return Place(Reading.NONE, place.day, place.week)
    older = "" if place.empty or place.since < _BEGINNING else _earlier(place.since)
    return Place(Reading.FIRST, place.day, place.week, since=older, until=place.since)


def restarted(place: Place, now: Instant) -> Place:
    """Return a window's first page, to be read anew."""
    return replace(place, query="", pages=0, marked="", empty=True, restarted=now)


def written(place: Place) -> str:
    """Write a place as a position."""
    return json.dumps({name: value for name, value in asdict(place).items() if value != ""})


def is_over(place: Place, now: Instant) -> bool:
    """Tell whether no more is to be read now: the first reading may have lasted for days."""
    return place.is_between and place.day >= str(day_of(now))


def _was_ahead(place: Place, today: date) -> bool:
    """Tell whether a clock was days ahead, so that nobody knows what was read when."""
    return place.is_between and date.fromisoformat(place.day) > today + _DAY


def _begun(place: Place, today: date) -> Place:
    overlap = min(date.fromisoformat(place.day), today) - _DAY
    if place.week == str(today):
        return Place(Reading.LATEST, str(today), place.week, since=str(overlap))
    since = min(overlap, today - _WEEK * _DAY)
    return Place(Reading.WEEK, str(today), str(today), since=str(since))


def _read(position: str) -> Place | None:
    try:
        found = Place(**json.loads(position))
        for day in (found.day, found.week, found.since or found.day, found.until or found.day):
            date.fromisoformat(day)
        pages, last = int(found.pages), int(found.restarted)
        return replace(found, reading=Reading(found.reading), pages=pages, restarted=last)
    except (ValueError, TypeError, RecursionError):
        return None


def _earlier(day: str) -> str:
    return _before(date.fromisoformat(day), _OLDER_DAYS)


def _before(day: date, days: int) -> str:
    return str(day - days * _DAY)


def _midnight(day: str) -> Instant:
    return midnight(date.fromisoformat(day))
