"""Fetching ahead: one page is on its way while the one before is being stored."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import TypeVar

from app.remote.pages import Page

Fetch = Callable[[str], Page]
_Answer = TypeVar("_Answer")


class Ahead:
    """Asks with one thread alone, as a peer is for one at a time."""

    def __init__(self, fetch: Fetch, pool: ThreadPoolExecutor) -> None:
        self._fetch = fetch
        self._pool = pool
        self._next: tuple[str, Future[Page]] | None = None

    def page(self, position: str) -> Page:
        """Return the page after a position, and set out for the one after it."""
        page = self._arrived(position)
        if page.more:
            self._next = page.position, self._pool.submit(self._fetch, page.position)
        return page

    def ask(self, question: Callable[[], _Answer]) -> _Answer:
        """Ask something else, once what is on its way has arrived."""
        return self._pool.submit(question).result()

    def _arrived(self, position: str) -> Page:
        if self._next is not None:
            expected, future = self._next
            self._next = None
            if expected == position:
                return future.result()
            # Somebody else read on meanwhile: what was on its way is not wanted.
            future.exception()
        return self.ask(lambda: self._fetch(position))


@contextmanager
def fetching_ahead(fetch: Fetch) -> Iterator[Ahead]:
    """Fetch ahead until the end of the block; nothing is under way after it."""
    with ThreadPoolExecutor(1, "pages") as pool:
        yield Ahead(fetch, pool)
