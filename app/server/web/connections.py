"""A connection that is not kept open for somebody who never finishes asking."""

import asyncio
from typing import Any

from typing_extensions import override
from uvicorn.protocols.http.h11_impl import H11Protocol, RequestResponseCycle

#: How long the line and the headers of a request may take, seconds.
HEADER_SECONDS = 20.0
#: How often it is looked whether what was sent is being read, seconds.
READ_SECONDS = 20.0
#: Connections that are served at once; further ones are told that the server is busy.
MOST = 768
#: Connections that are open at once; many systems allow a process 1,024 files in all.
MOST_AT_ALL = 896
#: Where a request's state says that its connection is one too many.
CROWDED = "talktally_crowded"


class PatientConnection(H11Protocol):
    """Speaks HTTP; hangs up when headers take too long, or when answers are not read.

    The library watches only connections on which nothing of a next request came yet, and waits
    without end for whoever does not read.
    """

    header_seconds = HEADER_SECONDS
    read_seconds = READ_SECONDS
    most = MOST
    most_at_all = MOST_AT_ALL

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._hang_up: asyncio.TimerHandle | None = None
        self._look: asyncio.TimerHandle | None = None
        self._unread = 0

    @override
    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        if len(self.connections) > self.most_at_all:
            transport.abort()
            return
        if len(self.connections) > self.most:
            self.app_state = self.app_state | {CROWDED: True}
        self._wait()
        self._look = self.loop.call_later(self.read_seconds, self._look_whether_read)

    @override
    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_waiting()
        if self._look is not None:
            self._look.cancel()
        super().connection_lost(exc)

    @override
    def handle_events(self) -> None:
        super().handle_events()
        if self._answers():
            self._stop_waiting()

    @override
    def on_response_complete(self) -> None:
        self._wait()
        # What is unread from now on is another answer, which may be the larger one.
        self._unread = 0
        super().on_response_complete()

    def _answers(self) -> bool:
        cycle: RequestResponseCycle | None = self.cycle  # none before the first request
        return cycle is not None and not cycle.response_complete

    def _wait(self) -> None:
        self._stop_waiting()
        self._hang_up = self.loop.call_later(self.header_seconds, self._lose_patience)

    def _stop_waiting(self) -> None:
        if self._hang_up is not None:
            self._hang_up.cancel()
            self._hang_up = None

    def _lose_patience(self) -> None:
        if not self._answers() and not self.transport.is_closing():
            self.transport.close()

    def _look_whether_read(self) -> None:
        """End a connection of which nothing was read since the last look; closing would wait."""
        unread = self.transport.get_write_buffer_size()
        if unread and self._unread and unread >= self._unread:
            self.transport.abort()
            return
        self._unread = unread
        self._look = self.loop.call_later(self.read_seconds, self._look_whether_read)
