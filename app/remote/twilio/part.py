"""The calls or the messages of one account, page by page."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import NamedTuple

from app.domain.accounts import RefusedRecord
from app.domain.event import Fact
from app.domain.failure import Failure
from app.domain.instant import MINUTE, Instant
from app.domain.unreadable import UnreadableRecord
from app.remote.pages import Page
from app.remote.refused import refused
from app.remote.twilio import calls, messages
from app.remote.twilio.failures import in_circles, is_missing, is_stale_page
from app.remote.twilio.lists import PAGE_SIZE, Listed, Lists
from app.remote.twilio.places import (
    Place,
    after_page,
    after_window,
    is_over,
    place_of,
    restarted,
    written,
)
from app.remote.twilio.record import Record, Taken, check_record, is_sid, sid_of

_RESTARTS_APART = 60 * MINUTE


class Kind(NamedTuple):
    """What calls and messages differ in: paths, keys, the field that windows go by.

    ``page_size``: so many that a page stays far below the most that is read of an answer, also
    when every body is 1,600 characters long and written as escapes.
    """

    what: str
    path: str
    key: str
    dated: str
    page_size: int
    taken: Callable[[Record, str], Taken]


CALLS = Kind("calls", "Calls", "calls", "StartTime", PAGE_SIZE, calls.taken)
TEXTS = Kind("texts", "Messages", "messages", "DateSent", PAGE_SIZE // 2, messages.taken)


class _Found(NamedTuple):
    facts: list[Fact]
    settled: list[str]
    unfinished: list[str]
    refused: list[RefusedRecord]


@dataclass(frozen=True, slots=True)
class TwilioPart:
    """One list of one account, as :class:`app.remote.pages.Part`.

    ``refusal`` says what it means that the key does not open the list.
    """

    name: str
    account: str
    kind: Kind
    lists: Lists
    refusal: Callable[[Failure], Failure]

    def page(self, position: str, now: Instant) -> Page:
        """Read the page after a position; Failure."""
        place = place_of(position, now)
        try:
            listed = self._with_ids(place)
        except Failure as failure:
            if not self._may_restart(place, failure, now):
                raise self.refusal(failure) from None
            place = restarted(place, now)
            listed = self._with_ids(place)
        return self._page(place, listed, now)

    def again(self, ids: Sequence[str], now: Instant) -> Page:
        """Read records again by their ids; Failure."""
        found, gone = [], []
        for sid in filter(is_sid, ids):
            try:
                found.append(self.lists.one(self._path_of(sid)))
            except Failure as failure:
                if not is_missing(failure):
                    raise self.refusal(failure) from None
                gone.append(sid)
        return self._taken(found, map(sid_of, found))._replace(gone=gone)

    def is_gone(self, external_id: str, start: Instant) -> bool:
        """Ask for one record; what has no SID of Twilio's was never there to be deleted."""
        if not is_sid(external_id):
            return False
        try:
            self.lists.one(self._path_of(external_id))
        except Failure as failure:
            if is_missing(failure):
                return True
            raise self.refusal(failure) from None
        return False

    def _with_ids(self, place: Place) -> Listed:
        """Read a page, once more where ids are missing: nothing else brings such records back."""
        listed = self._listed(place)
        return listed if all(map(sid_of, listed.records)) else self._listed(place)

    def _listed(self, place: Place) -> Listed:
        if place.query:
            return self.lists.next(self._path, self.kind.key, place.query)
        query: dict[str, str | int] = {"PageSize": self.kind.page_size}
        if place.since:
            query[f"{self.kind.dated}>"] = _midnight(place.since)
        if place.until:
            # Up to its midnight: the next window begins with the same instant.
            query[f"{self.kind.dated}<"] = _midnight(place.until)
        return self.lists.first(self._path, self.kind.key, query)

    def _may_restart(self, place: Place, failure: Failure, now: Instant) -> bool:
        """Tell whether a page's place is forgotten; not twice an hour, or it would never end."""
        apart = abs(now - place.restarted) >= _RESTARTS_APART
        return bool(place.query) and is_stale_page(failure) and apart

    def _page(self, place: Place, listed: Listed, now: Instant) -> Page:
        records, sids = listed.records, list(map(sid_of, listed.records))
        on = after_page(place, listed.query, told=_told(sids), empty=not records)
        if on is None:
            raise in_circles(self.lists.server)
        page = self._taken(records, sids)._replace(begins=place.begins_span)
        if listed.query:
            return page._replace(position=written(on), more=True)
        after = after_window(on)
        return page._replace(
            position=written(after),
            more=not is_over(after, now),
            span=place.span,
            whole=after.is_between,
        )

    def _taken(self, records: Sequence[object], sids: Iterable[str]) -> Page:
        found = _Found([], [], [], [])
        for record, sid in zip(records, sids, strict=True):
            try:
                fact, final = self.kind.taken(check_record(record, sid), self.account)
            except UnreadableRecord as trouble:
                found.refused.append(refused(self.name, sid, trouble))
                # Read again, for damage on the way heals.
                fact, final = None, False
            if fact is not None:
                found.facts.append(fact)
            if sid:
                (found.settled if final else found.unfinished).append(sid)
        facts, settled, unfinished, odd = found
        page = Page(facts, "", read=len(records), refused=odd, unfinished=unfinished)
        # A leg is known by a SID of its own, while its fact has that of the call.
        return page._replace(settled=settled)

    @property
    def _path(self) -> str:
        return f"/2010-04-01/Accounts/{self.account}/{self.kind.path}.json"

    def _path_of(self, sid: str) -> str:
        return f"/2010-04-01/Accounts/{self.account}/{self.kind.path}/{sid}.json"


def _midnight(day: str) -> str:
    """Write a day as Twilio's files and libraries do; its pages speak of whole days alone.

    Read either way, nothing between two windows is left out.
    """
    return f"{day}T00:00:00Z"


def _told(sids: Sequence[str]) -> str:
    """Return what a page can be known by again: the same records in the same order."""
    return blake2b("".join(sids).encode(), digest_size=8).hexdigest()
