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
        self._wishes: SimpleQueue[_Wish] = SimpleQueue()
        self._bell: SimpleQueue[bool] = SimpleQueue()
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
        # Rung when the loop has been round, so that the wishes of all who are ready come together.
        loop.call_soon(self._bell.put, True)
        return cast(_Result, await wish.answer)

    def close(self) -> None:
        """Do what was asked for so far, and end the thread."""
        with self._start:
            if self._thread is not None:
                self._bell.put(False)
                self._thread.join()
                self._thread = None

    def _run(self) -> None:
        going = True
        while going:
            going = self._bell.get()
            if wishes := self._waiting():
                self._fulfil_all(wishes)
                _tell(wishes)

    def _waiting(self) -> list[_Wish]:
        found = []
        with suppress(Empty):
            while True:
                found.append(self._wishes.get_nowait())
        return found

    def _fulfil_all(self, wishes: list[_Wish]) -> None:
        try:
            with self._writing() as connection:
                for wish in wishes:
                    _fulfil(connection, wish)
        except Exception as error:  # noqa: BLE001 - told to each who waits
            for wish in wishes:
                wish.error = error


def _tell(wishes: list[_Wish]) -> None:
    """Let all who wait go on, waking each loop once."""
    for loop in {wish.loop for wish in wishes}:
        mine = [wish for wish in wishes if wish.loop is loop]
        with suppress(RuntimeError):  # the server ended before, and nobody waits
            loop.call_soon_threadsafe(_tell_each, mine)


def _tell_each(wishes: list[_Wish]) -> None:
    for wish in wishes:
        wish.tell()


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
