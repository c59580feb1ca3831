"""A connection that is not kept open for somebody who never finishes asking."""

import asyncio
from typing import Any

from typing_extensions import override
from uvicorn.protocols.http.h11_impl import H11Protocol, RequestResponseCycle

#: How long the line and the headers of a request may take, seconds.
HEADER_SECONDS = 20.0


class PatientConnection(H11Protocol):
    """Speaks HTTP; hangs up when the headers of a request take too long.

    The library watches only connections on which nothing of a next request came yet.
    """

    header_seconds = HEADER_SECONDS

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._hang_up: asyncio.TimerHandle | None = None

    @override
    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._wait()

    @override
    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_waiting()
        super().connection_lost(exc)

    @override
    def handle_events(self) -> None:
        super().handle_events()
        if self._answers():
            self._stop_waiting()

    @override
    def on_response_complete(self) -> None:
        self._wait()
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
