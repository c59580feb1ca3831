"""A lane: one worker thread that does one thing after another, and brings each home.

The receiver of a finished piece of work is always a method of a QObject on the main thread: the
lane itself. (A lambda or a plain object's method would run on the worker.)
"""

import logging
from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Signal

from app.domain.problem import Problem

log = logging.getLogger(__name__)


class Job(NamedTuple):
    """Work for the worker, and what the main thread does with its result or its problem."""

    work: Callable[[], Any]
    done: Callable[[Any], None]
    failed: Callable[[Problem], None]
    broken: Callable[[], None]


def _ignore(*_: object) -> None:
    """Nobody waits for this."""


class Lane(QObject):
    """Runs jobs in the order they come; ``close`` waits for the one under way.

    A lane with ``patience_seconds`` is for work that may hang, such as a server that does not
    answer: ``close`` leaves it alone after so long, and the program can end without it.
    """

    #: A job, and its result or its error.
    _came_home = Signal(object, object)
    #: A fault of the program itself, already in the log: what was being done broke.
    broke = Signal(object)

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        name: str = "ledger-lane",
        patience_seconds: float | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._patience = patience_seconds
        self._thread = Thread(target=self._work, name=name, daemon=patience_seconds is not None)
        self._open = True
        self._came_home.connect(self._on_home)
        self._thread.start()

    def run(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[Problem], None],
        broken: Callable[[], None] = _ignore,
    ) -> None:
        """Do ``work`` on the worker, then ``done`` or ``failed`` on the main thread.

        ``broken`` lets whoever waits go on where the program itself was at fault; :attr:`broke`
        tells of the fault.
        """
        if self._open:
            self._jobs.put(Job(work, done, failed, broken))

    def close(self, last: Callable[[], None] = lambda: None) -> None:
        """Do ``last`` on the worker after what was asked before, and wait for it."""
        if not self._open:
            return
        self._open = False
        self._jobs.put(Job(last, _ignore, _ignore, _ignore))
        self._jobs.put(None)
        self._thread.join(self._patience)

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            try:
                result = job.work()
            except Exception as error:  # noqa: BLE001 - the one place where work comes home
                result = error
            # Of a lane that was closed nobody waits, and the window may be gone by now.
            if self._open:
                self._came_home.emit(job, result)

    def _on_home(self, job: Job, result: object) -> None:
        if not self._open:
            return
        if isinstance(result, Problem):
            job.failed(result)
        elif isinstance(result, Exception):
            log.error("work in the background broke", exc_info=result)
            job.broken()
            self.broke.emit(result)
        else:
            job.done(result)
