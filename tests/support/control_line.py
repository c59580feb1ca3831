"""A stand-in for baresip's control line: real sockets, and whatever a test wants them to say."""

import json
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from select import select
from typing import Any

PATIENCE_SECONDS = 30
EMPTY = "--- Active calls (0) ---"
ONE_ACCOUNT = "--- User Agents (1) ---"


def frame(**message: Any) -> bytes:
    """Frame a message as baresip does."""
    payload = json.dumps(message).encode()
    return b"%d:%b," % (len(payload), payload)


def event(kind: str, call_id: str = "", uri: str = "sip:+15550100@pbx", **more: Any) -> bytes:
    """Frame an event of an outgoing call."""
    fields = {"event": True, "class": "call", "type": kind, "direction": "outgoing", **more}
    return frame(**fields, peeruri=uri, id=call_id)


class Caller:
    """One connection to the stand-in, as it sees it."""

    def __init__(self, line: socket.socket) -> None:
        self._line = line
        self._rest = b""
        line.settimeout(PATIENCE_SECONDS)

    def asked(self) -> str:
        """Wait for a command, and return its word."""
        while b"," not in self._rest or not self._rest.endswith(b"},"):
            piece = self._line.recv(65536)
            assert piece, "the other end hung up"
            self._rest += piece
        message, self._rest = self._rest, b""
        return str(json.loads(message.partition(b":")[2][:-1])["command"])

    def say(self, what: bytes) -> None:
        """Send bytes; the other end may have hung up."""
        with suppress(OSError):
            self._line.sendall(what)

    def answer(self, text: str, *, ok: bool = True) -> None:
        """Wait for a command, and answer it."""
        self.say(frame(response=True, ok=ok, data=text, token=self.asked()))

    def welcome(self, calls: str = EMPTY) -> None:
        """Answer what is asked first by somebody who has one account and no call, unless told."""
        self.answer(calls)
        self.answer(ONE_ACCOUNT)

    def hung_up(self) -> bool:
        """Wait until the other end hangs up."""
        with suppress(ConnectionError):
            while self._line.recv(65536):
                pass
        return True

    def hang_up(self) -> None:
        """End the connection."""
        self._line.close()


class ControlLine:
    """Listens on a free port of this computer; every connection is kept until it is closed."""

    def __init__(self, port: int = 0) -> None:
        self._listener = socket.create_server(("127.0.0.1", port))
        self._listener.settimeout(PATIENCE_SECONDS)
        self.port = int(self._listener.getsockname()[1])
        self.place = f"127.0.0.1:{self.port}"
        self._callers: list[Caller] = []

    def caller(self) -> Caller:
        """Wait for somebody to connect."""
        line, _ = self._listener.accept()
        self._callers.append(Caller(line))
        return self._callers[-1]

    def quiet(self, seconds: float) -> bool:
        """Tell whether nobody connects for so long."""
        return not select([self._listener], [], [], seconds)[0]

    def close(self) -> None:
        """Listen no longer, and hang up."""
        self._listener.close()
        for caller in self._callers:
            caller.hang_up()


@contextmanager
def control_line(port: int = 0) -> Iterator[ControlLine]:
    """Be baresip for as long as a test wants."""
    line = ControlLine(port)
    try:
        yield line
    finally:
        line.close()
