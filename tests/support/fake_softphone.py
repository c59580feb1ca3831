"""A softphone that is only its control line: it has calls, says so, and keeps one client.

For what a window does with calls; what the line itself may say is :mod:`control_line`'s.
"""

import json
import socket
from collections.abc import Callable
from contextlib import suppress
from threading import Lock, Thread
from typing import IO

from tests.support.control_line import EMPTY, ONE_ACCOUNT, event, frame

_ACCOUNT = "sip:agent@127.0.0.1:5170"


class FakeSoftphone:
    """Stands at ``place``; ``calls`` are its established calls, numbers by id."""

    def __init__(self) -> None:
        self.calls: dict[str, str] = {}
        self._lock = Lock()
        self._client: socket.socket | None = None
        self._threads: list[Thread] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.place = f"127.0.0.1:{self._listener.getsockname()[1]}"
        self._spawn(self._accept, self._listener)

    def ring(self, call_id: str, number: str) -> None:
        self._say(event("CALL_RINGING", call_id, _uri(number)))

    def answer(self, call_id: str, number: str) -> None:
        self.calls[call_id] = number
        self._say(event("CALL_ESTABLISHED", call_id, _uri(number)))

    def hang_up(self, call_id: str) -> None:
        self._say(event("CALL_CLOSED", call_id, _uri(self.calls.pop(call_id, ""))))

    def die(self) -> None:
        """End as a killed program does: no word, and nobody listens any more."""
        with suppress(OSError):  # a thread that waits for clients would keep it open
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self.drop()
        while self._threads:
            self._threads.pop().join()

    def drop(self) -> None:
        """Hang up on the client, as when another one connects."""
        with self._lock:
            client, self._client = self._client, None
        if client is not None:
            with suppress(OSError):
                client.shutdown(socket.SHUT_RDWR)

    def is_heard(self) -> bool:
        return self._client is not None

    def _accept(self, listener: socket.socket) -> None:
        with suppress(OSError):
            while True:
                client, _ = listener.accept()
                self.drop()
                with self._lock:
                    self._client = client
                self._spawn(self._serve, client)

    def _serve(self, client: socket.socket) -> None:
        with client, suppress(OSError), client.makefile("rb") as stream:
            while length := _length(stream):
                asked = json.loads(stream.read(length + 1)[:-1])
                told = self._listed() if asked["command"] == "listcalls" else ONE_ACCOUNT
                client.sendall(frame(response=True, ok=True, data=told, token=asked["token"]))
            with self._lock:
                if self._client is client:
                    self._client = None

    def _listed(self) -> str:
        if not self.calls:
            return EMPTY
        lines = [f"\nUser-Agent: {_ACCOUNT}\n--- Active calls ({len(self.calls)}) ---"]
        for place, (call_id, number) in enumerate(self.calls.items(), 1):
            lines.append(f"> [line {place}, id {call_id}]  0:00:05  ESTABLISHED  {_uri(number)}")
        return "\n".join(lines) + "\n"

    def _say(self, said: bytes) -> None:
        with self._lock:
            if self._client is not None:
                self._client.sendall(said)

    def _spawn(self, work: Callable[[socket.socket], None], given: socket.socket) -> None:
        thread = Thread(target=work, args=(given,), name="fake softphone")
        self._threads.append(thread)
        thread.start()


def _uri(number: str) -> str:
    return f"sip:{number}@127.0.0.1:5180;transport=udp"


def _length(stream: IO[bytes]) -> int:
    digits = b""
    while (byte := stream.read(1)) not in (b":", b""):
        digits += byte
    return int(digits or b"0")
