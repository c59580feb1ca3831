"""One list of HubSpot, read window by window: what changed lately first, then back to the start."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.domain.instant import Instant
from app.remote.hubspot.convert import Convert, converted
from app.remote.hubspot.deletions import Deletions
from app.remote.hubspot.failures import LackingScope
from app.remote.hubspot.position import (
    Position,
    Step,
    again,
    begun,
    ended,
    position_of,
    window_read,
    written,
)
from app.remote.hubspot.search import Rows, Search
from app.remote.pages import Page


@dataclass(frozen=True, slots=True)
class Records:
    """A part of the account; ``deletions``: how those of its records are found.

    ``can_lack``: a key without the right to it reads nothing here, and that is no failure.
    """

    name: str
    search: Search
    convert: Convert
    deletions: Deletions
    can_lack: bool = False

    def page(self, position: str, now: Instant) -> Page:
        """Read the page after a position: of records, or of those that were deleted."""
        try:
            return self._page(position_of(position), now)
        except LackingScope:
            if self.can_lack:
                return Page((), position)
            raise

    def again(self, ids: Sequence[str], now: Instant) -> Page:
        """Read records again by their ids; what is not there any more is left out."""
        return self._told(list(self.search.by_ids(ids)), Page((), ""))

    def is_gone(self, external_id: str, start: Instant) -> bool:
        """Ask for one record; the search never finds one that was deleted."""
        return not any(self.search.by_ids([external_id]))

    def _page(self, place: Position, now: Instant) -> Page:
        if place.step is Step.IDLE:
            place = begun(place, *self.search.newest(now), now)
        if place.step is Step.SEARCH:
            return self._searched(place)
        if self.deletions.is_due(place):
            page, records = self.deletions.page(place)
            return self._told(records, page)
        return Page((), written(ended(place)), whole=place.whole)

    def _searched(self, place: Position) -> Page:
        rows = self.search.beyond(place)
        reached = _counted(place, rows)
        if not rows.more:
            reached = self._window_read(reached, rows)
        more = reached.step is Step.SEARCH or self.deletions.is_due(reached)
        page = Page(
            (),
            written(reached if more else ended(reached)),
            more=more,
            read=len(rows.records),
            total=reached.total,
            whole=reached.whole,
        )
        return self._told(rows.records, page)

    def _window_read(self, place: Position, rows: Rows) -> Position:
        """Go on, once every record that the window has now was seen.

        A window of a single page tells its count itself.
        """
        doubtful = place.counted != place.expected or place.expected > len(rows.records)
        if doubtful and place.counted < self.search.count(place):
            return again(place) or window_read(place)
        return window_read(place)

    def _told(self, records: list[object], page: Page) -> Page:
        facts, unfinished, refused = converted(records, self.convert, self.name)
        return page._replace(facts=facts, unfinished=unfinished, refused=refused)


def _counted(place: Position, rows: Rows) -> Position:
    return replace(
        place,
        last=rows.last,
        counted=place.counted + len(rows.records),
        expected=rows.total if place.expected < 0 else place.expected,
        total=place.total or rows.total,
    )
