"""Aircall's calls, read window by window: newest first, and oldest first inside a window.

So whatever comes in meanwhile stands at the end and moves nothing that was read already.
"""

from collections.abc import Mapping, Sequence

from app.domain.failure import Failure
from app.domain.instant import SECOND, Instant
from app.remote.aircall.convert import PART, Converted, converter, digits_of
from app.remote.aircall.failures import is_missing
from app.remote.aircall.lists import CEILING, Listed, every, listed
from app.remote.aircall.models import Number
from app.remote.aircall.place import Place, Window, after, must_begin, next_reading, place_of, split
from app.remote.asking import Asking, Query
from app.remote.failures import nonsense
from app.remote.pages import Page

_PATH = "/v1/calls"
#: How far around its start a call is looked for, in seconds.
_AROUND = 300


class Calls:
    """The calls of a company; asks once for its numbers, to tell which calls stay inside."""

    def __init__(self, asking: Asking, account: str, agents: Mapping[str, str]) -> None:
        self._asking = asking
        self._convert = converter(account, agents, self._is_own)
        self._own: frozenset[str] | None = None

    @property
    def name(self) -> str:
        """The one list that there is."""
        return PART

    def page(self, position: str, now: Instant) -> Page:
        """Read the page after a position; a window with too many calls is parted first."""
        seconds, last = now // SECOND, place_of(position)
        begins = must_begin(last, seconds)
        place = self._begun(next_reading(last, seconds)) if begins else last
        found = self._listed(place.windows[0], place.page, is_open=place.is_newest)
        if place.page == 1 and found.total is not None and found.total >= CEILING:
            parted = split(place, found.total, CEILING)
            if parted is not None:
                return Page((), parted.written(), more=True, total=place.total, begins=begins)
            place = place._replace(span=None)
        if begins and place.total is None:
            place = place._replace(total=found.total)
        later = after(place, seconds, more=found.more, counted=found.total)
        return self._page(found, later)._replace(begins=begins)

    def again(self, ids: Sequence[str], now: Instant) -> Page:
        """Read calls again that had not ended, one question for each."""
        records: list[object] = []
        gone: list[str] = []
        for each in ids:
            record = self._single(each)
            if record is None:
                gone.append(each)
            else:
                records.append(record)
        found = self._convert(records)
        return _page(found, len(records))._replace(gone=gone)

    def is_gone(self, external_id: str, start: Instant) -> bool:
        """Ask for the calls around a start; tells whether this one is not among them."""
        if not external_id.isdecimal():
            return False  # an id out of a file, which no answer here would have
        at, page = start // SECOND, 1
        while True:
            found = self._listed(Window(at - _AROUND, at + _AROUND), page)
            if external_id in map(_id_of, found.records):
                return False
            if not found.more:
                return True
            page += 1

    def _begun(self, place: Place) -> Place:
        """Ask how many calls a reading of several windows has, unless that is more than is told."""
        if len(place.windows) == 1:
            return place
        found = self._listed(Window(place.windows[-1].start, place.windows[0].end), 1)
        told = found.total is not None and found.total != CEILING
        return place._replace(total=found.total if told else None)

    def _listed(self, window: Window, page: int, *, is_open: bool = False) -> Listed:
        """Read a page of a window; an open one has no end, as our clock may be slow."""
        # Whether the bounds belong to it is not documented, so they are put a second further out.
        ends = {"from": window.start - 1} | ({} if is_open else {"to": window.end + 1})
        query: Query = {**ends, "order": "asc"}
        return listed(self._asking, _PATH, PART, query, page)

    def _page(self, found: Listed, later: Place) -> Page:
        more = bool(later.windows)
        return _page(self._convert(found.records), len(found.records))._replace(
            position=later.written(),
            more=more,
            total=later.total,
            span=None if more else later.instants,
            whole=later.whole,
        )

    def _single(self, external_id: str) -> object | None:
        try:
            told = self._asking.get(f"{_PATH}/{int(external_id)}")
        except Failure as failure:
            if is_missing(failure):
                return None
            raise
        record: object = told.get("call") if isinstance(told, dict) else None
        if _id_of(record) != external_id:
            raise nonsense(self._asking.peer.name)
        return record

    def _is_own(self, number: str) -> bool:
        if self._own is None:
            self._own = self._numbers()
        return digits_of(number) in self._own

    def _numbers(self) -> frozenset[str]:
        numbers = every(self._asking, "/v1/numbers", "numbers", Number)
        return frozenset(digits_of(number.digits or "") for number in numbers) - {""}


def _page(found: Converted, read: int) -> Page:
    return Page(found.calls, "", read=read, refused=found.refused, unfinished=found.unfinished)


def _id_of(record: object) -> str:
    return str(record.get("id")) if isinstance(record, dict) else ""
