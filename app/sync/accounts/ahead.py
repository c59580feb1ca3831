"""Fetching ahead: some pages are on their way while those before are being stored."""

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from threading import RLock
from typing import TypeVar

from app.remote.pages import Page

#: So many pages may lie ready: enough that neither side waits for a slow moment of the other.
_MOST_AHEAD = 4
Fetch = Callable[[str], Page]
_Answer = TypeVar("_Answer")


class Ahead:
    """Asks with one thread alone, as a peer is for one at a time, one page after the other."""

    def __init__(self, fetch: Fetch, pool: ThreadPoolExecutor) -> None:
        self._fetch = fetch
        self._pool = pool
        self._way: deque[Future[Page]] = deque()
        self._reached: str | None = None
        # The next page is set out for by whoever is first: the one that takes a page, or the
        # thread that just fetched one.
        self._turn = RLock()

    def pages(self, position: str) -> list[Page]:
        """Return the page after a position, and those behind it that are there already.

        None comes behind one that tells of deleted records: these are to be stored in order.
        """
        with self._turn:
            if position != self._reached:
                # The beginning; or somebody else read on, and what is on its way is not wanted.
                self.stop()
                self._set_out(position)
        found = [self._taken()]
        while len(found) < _MOST_AHEAD and _goes_on(found[-1]) and self._is_ready():
            found.append(self._taken())
        self._reached = found[-1].position
        return found

    def ask(self, question: Callable[[], _Answer]) -> _Answer:
        """Ask something else, once what is on its way has arrived."""
        return self._pool.submit(question).result()

    def stop(self) -> None:
        """Want nothing any more of what is on its way."""
        with self._turn:
            while self._way:
                self._way.pop().cancel()

    def _taken(self) -> Page:
        page = self._way[0].result()
        with self._turn:
            self._way.popleft()
            if not self._way and page.more:
                self._set_out(page.position)
            elif self._way:
                self._go_on(self._way[-1])
        return page

    def _is_ready(self) -> bool:
        with self._turn:
            first = self._way[0] if self._way else None
        # An error is for whoever asks next: what came before it is stored first.
        return first is not None and first.done() and first.exception() is None

    def _set_out(self, position: str) -> None:
        future = self._pool.submit(self._fetch, position)
        self._way.append(future)
        future.add_done_callback(self._go_on)

    def _go_on(self, last: Future[Page]) -> None:
        """Set out for the page behind the last one, if that is here and there is room."""
        with self._turn:
            is_last = bool(self._way) and self._way[-1] is last and len(self._way) < _MOST_AHEAD
            if is_last and last.done() and not last.cancelled() and last.exception() is None:
                page = last.result()
                if page.more:
                    self._set_out(page.position)


def _goes_on(page: Page) -> bool:
    return page.more and not page.gone and page.span is None


@contextmanager
def fetching_ahead(fetch: Fetch) -> Iterator[Ahead]:
    """Fetch ahead until the end of the block; nothing is under way after it."""
    with ThreadPoolExecutor(1, "pages") as pool:
        ahead = Ahead(fetch, pool)
        try:
            yield ahead
        finally:
            ahead.stop()


def joined(pages: list[Page]) -> Page:
    """Make one page of some that follow each other."""
    if len(pages) == 1:
        return pages[0]
    told = [page.settled for page in pages if page.settled is not None]
    return pages[-1]._replace(
        settled=[external_id for settled in told for external_id in settled] if told else None,
        facts=[fact for page in pages for fact in page.facts],
        read=sum(page.read for page in pages),
        refused=[refused for page in pages for refused in page.refused],
        unfinished=[external_id for page in pages for external_id in page.unfinished],
        whole=any(page.whole for page in pages),
    )
