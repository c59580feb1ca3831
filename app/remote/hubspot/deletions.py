"""How deleted records are found: calls by HubSpot's list of them, texts by reading them again."""

from dataclasses import dataclass, replace
from typing import Any, Protocol

from app.domain.failure import Failure, FailureKind
from app.domain.instant import DAY, MINUTE, Instant
from app.remote.asking import Asking
from app.remote.hubspot.archived import archived
from app.remote.hubspot.position import (
    MILLISECOND,
    RECENT_MS,
    Position,
    Step,
    ended,
    window,
    written,
)
from app.remote.hubspot.search import BEGAN, Search
from app.remote.pages import Page, Span

_ARCHIVE_EVERY_US = 60 * MINUTE
_AGAIN_EVERY_US = DAY
Told = tuple[Page, list[Any]]


class Deletions(Protocol):
    """What comes at the end of a reading."""

    def is_due(self, place: Position) -> bool:
        """Tell whether there is something to ask in this reading."""
        ...

    def page(self, place: Position) -> Told:
        """Read the next page: what it says, and the records on it."""
        ...


@dataclass(frozen=True, slots=True)
class Archive:
    """The list of deleted records: each time while it is one page, else every hour."""

    asking: Asking
    path: str

    def is_due(self, place: Position) -> bool:
        """Tell whether the list is to be read, or read on."""
        since = place.began - place.looked
        return bool(place.after) or place.pages <= 1 or not 0 <= since < _ARCHIVE_EVERY_US

    def page(self, place: Position) -> Told:
        """Read the next page of the list."""
        page = place.pages + 1 if place.after else 1
        try:
            found = archived(self.asking, self.path, place.after, page)
        except Failure as failure:
            if place.after and failure.kind is FailureKind.REFUSED:
                # A place in the list that is not known any more: it is read anew in an hour.
                return _last(replace(place, pages=2, looked=place.began)), []
            raise
        looked = place.began if page > 1 else 0
        reached = replace(place, after=found.after, pages=page, looked=looked)
        if not found.after:
            return _last(reached)._replace(gone=found.ids), []
        return Page((), written(reached), more=True, gone=found.ids, whole=place.whole), []


@dataclass(frozen=True, slots=True)
class ReadAgain:
    """All records of the last weeks once more, every day: those that lack were deleted."""

    search: Search

    def is_due(self, place: Position) -> bool:
        """Tell whether they are to be read, or read on."""
        since = place.began - place.looked
        return place.step is Step.AGAIN or not 0 <= since < _AGAIN_EVERY_US

    def page(self, place: Position) -> Told:
        """Read the next page of them; the last one carries the span."""
        begins = place.step is not Step.AGAIN
        if begins:
            high = place.began // MILLISECOND
            place = window(place, high - RECENT_MS, high, Step.AGAIN)
        rows = self.search.beyond(place, BEGAN)
        reached = replace(place, last=rows.last, looked=place.began)
        if rows.more:
            page = Page((), written(reached), more=True, whole=place.whole)
        else:
            span = Span(Instant(place.low * MILLISECOND), Instant(place.high * MILLISECOND))
            page = _last(reached)._replace(span=span)
        return page._replace(begins=begins, read=len(rows.records)), rows.records


def _last(place: Position) -> Page:
    return Page((), written(ended(place)), whole=place.whole)
