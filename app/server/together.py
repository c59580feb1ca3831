"""Many small writes to an SQLite file in one transaction, so that they wait for the disk once.

SQLite writes one transaction at a time, and each waits until the disk has it. Those that come while
another one waits are done together by a thread of their own; none is answered before the disk has
it, and one that fails is undone without the others.
"""

import asyncio
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import TypeVar, cast

from sqlalchemy import Connection

_Result = TypeVar("_Result")


@dataclass(slots=True)
class _Wish:
    """A write that somebody waits for, and how it went."""

    work: Callable[[Connection], object]
    loop: asyncio.AbstractEventLoop
    answer: "asyncio.Future[object]"
    result: object = None
    error: Exception | None = None

    def tell(self) -> None:
        """Let the one who waits go on, unless they gave up."""
        if self.answer.done():
            return
        if self.error is None:
            self.answer.set_result(self.result)
        else:
            self.answer.set_exception(self.error)


class Together:
    """Does writes as they come; ``writing`` opens a transaction."""

    def __init__(self, writing: Callable[[], AbstractContextManager[Connection]]) -> None:
        self._writing = writing
        self._wishes: SimpleQueue[_Wish | None] = SimpleQueue()
        self._thread: threading.Thread | None = None
        self._start = threading.Lock()

    async def write(self, work: Callable[[Connection], _Result]) -> _Result:
        """Do some work in a transaction, and return what it returned once it is on the disk."""
        loop = asyncio.get_running_loop()
        wish = _Wish(work, loop, loop.create_future())
        with self._start:
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="writes", daemon=True)
                self._thread.start()
        self._wishes.put(wish)
        return cast(_Result, await wish.answer)

    def close(self) -> None:
        """Do what was asked for so far, and end the thread."""
        with self._start:
            if self._thread is not None:
                self._wishes.put(None)
                self._thread.join()
                self._thread = None

    def _run(self) -> None:
        going = True
        while going:
            wishes, going = self._next()
            try:
                with self._writing() as connection:
                    for wish in wishes:
                        _fulfil(connection, wish)
            except Exception as error:  # noqa: BLE001 - told to each who waits
                for wish in wishes:
                    wish.error = error
            for wish in wishes:
                with suppress(RuntimeError):  # the server ended before, and nobody waits
                    wish.loop.call_soon_threadsafe(wish.tell)

    def _next(self) -> tuple[list[_Wish], bool]:
        """Wait for a wish, and take those that came with it; and whether more may come."""
        found: list[_Wish] = []
        wish = self._wishes.get()
        while wish is not None:
            found.append(wish)
            try:
                wish = self._wishes.get_nowait()
            except Empty:
                return found, True
        return found, False


def _fulfil(connection: Connection, wish: _Wish) -> None:
    # Past SQLAlchemy, for which a transaction inside another one costs more than the work.
    driver = connection.connection.cursor()
    driver.execute("SAVEPOINT one")
    try:
        wish.result = wish.work(connection)
    except Exception as error:  # noqa: BLE001 - told to the one who waits
        wish.error = error
        driver.execute("ROLLBACK TO one")
    driver.execute("RELEASE one")
    driver.close()
