"""The session bus, as far as one thread asks it: a question, its answer, and what is heard."""

import struct
from collections import deque
from time import monotonic
from typing import Any

from jeepney import HeaderFields, MatchRule, Message, MessageType, message_bus
from jeepney.io.blocking import open_dbus_connection

#: What goes wrong with a bus or with whoever is on it: gone, silent, or speaking nonsense.
TROUBLE = (OSError, LookupError, RuntimeError, StopIteration, ValueError, TypeError, struct.error)


class RefusedError(RuntimeError):
    """The answer was an error, often that nobody of that name is there."""


class Bus:
    """One connection; every method but ``close`` may raise one of :data:`TROUBLE`.

    ``patience``: how long an answer may take, seconds.
    """

    def __init__(self, *, patience: float) -> None:
        self._connection = open_dbus_connection("SESSION")
        self._patience = patience
        self._heard: deque[Message] = deque()

    def fileno(self) -> int:
        """Return what is readable once something is to be heard."""
        return int(self._connection.sock.fileno())

    def listen(self, rule: MatchRule) -> None:
        """Hear signals from now on."""
        self.ask(message_bus.AddMatch(rule))

    def ask(self, message: Message) -> tuple[Any, ...]:
        """Return the answer to a question; what is heard meanwhile is kept."""
        serial = next(self._connection.outgoing_serial)
        end = monotonic() + self._patience
        self._connection.send(message, serial=serial)
        while True:
            heard = self._connection.receive(timeout=max(0.0, end - monotonic()))
            if heard.header.fields.get(HeaderFields.reply_serial) != serial:
                self._heard.append(heard)
            elif heard.header.message_type is MessageType.error:
                raise RefusedError(str(heard.header.fields.get(HeaderFields.error_name)))
            else:
                return tuple(heard.body)

    def heard(self) -> list[tuple[str, tuple[Any, ...]]]:
        """Return the signals since last asked: the member and what it carries."""
        while (message := self._next()) is not None:
            self._heard.append(message)
        found = [
            (message.header.fields.get(HeaderFields.member, ""), tuple(message.body))
            for message in self._heard
            if message.header.message_type is MessageType.signal
        ]
        self._heard.clear()
        return found

    def close(self) -> None:
        """Leave the bus."""
        self._connection.close()

    def _next(self) -> Message | None:
        try:
            return self._connection.receive(timeout=0)
        except TimeoutError:
            return None
