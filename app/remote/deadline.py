"""Connections that end in time as a whole, however slowly the other side drips."""

import time
from collections.abc import Callable, Iterable
from ssl import SSLContext

import httpcore
from typing_extensions import override

_PIECE = 65_536


class Deadline:
    """When everything about one question has to be over; seconds of a clock that never jumps."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._until = 0.0

    def begin(self, seconds: float) -> None:
        """Begin anew."""
        self._until = self._clock() + seconds

    def within(self, seconds: float | None) -> float:
        """Return how long to wait now, at most; a timeout of httpcore once nothing is left."""
        left = self._until - self._clock()
        if left <= 0:
            message = "the time for the whole question is over"
            raise httpcore.ReadTimeout(message)
        return left if seconds is None else min(left, seconds)


class DeadlineStream(httpcore.NetworkStream):
    """A connection each of whose steps ends before the deadline."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    @override
    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.within(timeout))

    @override
    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        for start in range(0, len(buffer), _PIECE):
            piece = buffer[start : start + _PIECE]
            self._stream.write(piece, self._deadline.within(timeout))

    @override
    def close(self) -> None:
        self._stream.close()

    @override
    def start_tls(
        self,
        ssl_context: SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        left = self._deadline.within(timeout)
        stream = self._stream.start_tls(ssl_context, server_hostname, left)
        return DeadlineStream(stream, self._deadline)

    @override
    def get_extra_info(self, info: str) -> object:
        return self._stream.get_extra_info(info)


class DeadlineNetwork(httpcore.NetworkBackend):
    """Opens such connections."""

    def __init__(self, deadline: Deadline) -> None:
        self._network = httpcore.SyncBackend()
        self._deadline = deadline

    @override
    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        left = self._deadline.within(timeout)
        stream = self._network.connect_tcp(host, port, left, local_address, socket_options)
        return DeadlineStream(stream, self._deadline)

    @override
    def sleep(self, seconds: float) -> None:
        self._network.sleep(seconds)
