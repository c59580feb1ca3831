"""A notification server for tests: says what it was asked, and does what the test tells it.

Run as a program of its own, because the library for D-Bus is there on Linux alone. Lines of JSON
go both ways: out, each question as it comes; in, signals to send, such as
["ActionInvoked", "us", [1, "default"]].
"""

import json
import os
import sys
from itertools import count
from select import select
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    message_bus,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.io.blocking import open_dbus_connection

_NAME = "org.freedesktop.Notifications"
_PATH = "/org/freedesktop/Notifications"
_PROPERTIES = "org.freedesktop.DBus.Properties"


class Desk:
    """The server; ``abilities`` and ``inhibited`` are what it says of itself.

    ``deaf``: it answers nothing. ``odd``: the number of a notice is a word.
    """

    def __init__(
        self, abilities: list[str], *, inhibited: bool | None, deaf: bool, odd: bool
    ) -> None:
        self._connection = open_dbus_connection("SESSION")
        self._abilities, self._inhibited, self._deaf = abilities, inhibited, deaf
        self._odd = odd
        self._numbers = count(1)
        self._to_tell: list[tuple[object, ...]] = []
        self._connection.send_and_get_reply(message_bus.RequestName(_NAME))

    def serve(self) -> None:
        """Answer until standard input ends."""
        tell("ready")
        while True:
            ready, _, _ = select([self._connection.sock, sys.stdin], [], [])
            if sys.stdin in ready:
                # Not by the lines of Python's own buffer, which would hold some back.
                written = os.read(sys.stdin.fileno(), 65_536)
                if not written:
                    return
                for line in written.splitlines():
                    self._send(*json.loads(line))
            if self._connection.sock in ready:
                self._answer_all()

    def _send(self, member: str, signature: str, body: list[Any]) -> None:
        interface = _PROPERTIES if member == "PropertiesChanged" else _NAME
        if member == "PropertiesChanged":
            body = [_NAME, {"Inhibited": ("b", body[0])}, []]
        address = DBusAddress(_PATH, interface=interface)
        self._connection.send(new_signal(address, member, signature, tuple(body)))

    def _answer_all(self) -> None:
        while True:
            try:
                message = self._connection.receive(timeout=0)
            except TimeoutError:
                return
            if message.header.message_type is MessageType.method_call and not self._deaf:
                self._connection.send(self._answer(message))
                # Only now, so that who hears of it may kill this server.
                for words in self._to_tell:
                    tell(*words)
                self._to_tell.clear()

    def _answer(self, message: Message) -> Message:
        match message.header.fields[HeaderFields.member], message.body:
            case "GetCapabilities", _:
                return new_method_return(message, "as", (self._abilities,))
            case "Notify", (_, replaces, icon, title, body, actions, hints, _):
                number = replaces or next(self._numbers)
                side, *_, pixels = hints["image-data"][1]
                told = (title, body, actions, icon, hints["urgency"][1], side, len(set(pixels)))
                self._to_tell.append(("show", number, replaces, *told))
                kind, answer = ("s", f"number {number}") if self._odd else ("u", number)
                return new_method_return(message, kind, (answer,))
            case "CloseNotification", (number,):
                self._to_tell.append(("close", number))
                self._send("NotificationClosed", "uu", [number, 3])
                return new_method_return(message)
            case "Get", _ if self._inhibited is not None:
                return new_method_return(message, "v", (("b", self._inhibited),))
        return new_error(message, "org.freedesktop.DBus.Error.UnknownProperty")


def tell(*words: object) -> None:
    """Say something to the test."""
    sys.stdout.write(f"{json.dumps(words)}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    said, *abilities = sys.argv[1:]
    known = None if said in ("-", "deaf", "odd") else said == "inhibited"
    Desk(abilities, inhibited=known, deaf=said == "deaf", odd=said == "odd").serve()
