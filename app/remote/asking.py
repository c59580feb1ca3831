"""One provider asked with its key: at its pace, patiently, and understood or not at all."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Protocol
from urllib.parse import urlencode

from app.domain.connection import Waiting
from app.domain.failure import Failure, FailureKind
from app.domain.problem import mark
from app.remote.failures import nonsense
from app.remote.http import Answer, Peer
from app.remote.pages import Wait
from app.remote.patience import is_success, tries_of, wants_too_long
from app.remote.retry import asked_seconds, retry_seconds

_PACED = mark("{server} takes only so many questions at a time.")
Query = Mapping[str, str | int]


class Pace(Protocol):
    """How fast a provider may be asked; a pure account of what was asked, by a clock handed in."""

    def wait(self, path: str) -> float:
        """Return how many seconds to wait before the next question to a path, and count it."""
        ...

    def heard(self, path: str, answer: Answer) -> None:
        """Take note of what an answer says about the limits."""
        ...


class NoPace:
    """A provider that names no limit."""

    def wait(self, path: str) -> float:
        """Never wait."""
        return 0.0

    def heard(self, path: str, answer: Answer) -> None:
        """Take no note."""


@dataclass(frozen=True, slots=True)
class Asking:
    """Asks one provider; ``refusal`` says what an answer other than a success is.

    ``headers`` carry the key and go to this peer alone. ``jitter`` gives numbers from 0 to 1.
    """

    peer: Peer
    headers: Mapping[str, str] = field(repr=False)
    refusal: Callable[[Answer, str], Failure]
    wait: Wait
    pace: Pace
    jitter: Callable[[], float] = lambda: 0.0

    def get(self, path: str, query: Query | None = None) -> Any:
        """Return what a GET answers, out of JSON; Failure."""
        return self._asked("GET", path + (f"?{urlencode(query)}" if query else ""), None)

    def post(self, path: str, document: object) -> Any:
        """Return what a POST answers, out of JSON; only for searches, which change nothing."""
        return self._asked("POST", path, json.dumps(document).encode())

    def _asked(self, method: str, path: str, body: bytes | None) -> Any:
        for attempt in count(1):
            status = None
            try:
                answer = self._answer(method, path, body)
                status = answer.status
                return self._understood(answer)
            except Failure as failure:
                self._wait_again(failure, status, attempt)
        raise AssertionError

    def _answer(self, method: str, path: str, body: bytes | None) -> Answer:
        paced = self.pace.wait(path)
        if paced > 0:
            self.wait(Waiting(paced, self._paced()))
        answer = self.peer.ask(method, path, headers=self.headers, body=body)
        self.pace.heard(path, answer)
        return answer

    def _understood(self, answer: Answer) -> Any:
        if not is_success(answer.status):
            failure = self.refusal(answer, self.peer.name)
            # What the server says itself goes before what is usual with it.
            failure.wait_seconds = asked_seconds(answer.headers) or failure.wait_seconds
            raise failure
        try:
            return json.loads(answer.body)
        except (ValueError, RecursionError):
            raise nonsense(self.peer.name) from None

    def _wait_again(self, failure: Failure, status: int | None, attempt: int) -> None:
        """Wait until it can be asked again; raises the failure where that leads nowhere."""
        wait = retry_seconds(failure, attempt, jitter=self.jitter())
        if wait is None or wants_too_long(failure) or attempt >= tries_of(failure, status):
            raise failure
        self.wait(Waiting(wait, failure))

    def _paced(self) -> Failure:
        return Failure(_PACED, kind=FailureKind.BUSY, server=self.peer.name)
