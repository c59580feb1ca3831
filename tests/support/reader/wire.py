"""A wire to a message bus: one question, one answer, within a bounded time."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

_PATIENCE_SECONDS = 20.0
_BUS = ("org.freedesktop.DBus", "/org/freedesktop/DBus")


class NoAnswerError(Exception):
    """The other side refused, or what was asked about is gone."""


class Wire:
    """Asks and listens on one bus."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def ask(
        self, name: str, path: str, call: str, signature: str = "", *told: object
    ) -> tuple[Any, ...]:
        """Call a method by its interface and name; NoAnswerError where the other side refuses."""
        from jeepney import DBusAddress, MessageType, new_method_call

        interface, method = call.rsplit(".", 1)
        address = DBusAddress(path, name, interface)
        message = new_method_call(address, method, signature or None, told)
        reply = self._connection.send_and_get_reply(message, timeout=_PATIENCE_SECONDS)
        if reply.header.message_type is MessageType.error:
            raise NoAnswerError(f"{call} of {path}: {reply.body}")
        return tuple(reply.body)

    def wait_for(self, name: str) -> None:
        """Wait until a name has an owner on the bus."""
        from jeepney import MatchRule, message_bus

        rule = MatchRule(type="signal", member="NameOwnerChanged", path=message_bus.object_path)
        rule.add_arg_condition(0, name)
        with self._connection.filter(rule) as signals:
            self._connection.send_and_get_reply(message_bus.AddMatch(rule))
            there = self.ask(*_BUS, f"{_BUS[0]}.NameHasOwner", "s", name)[0]
            while not there:
                heard = self._connection.recv_until_filtered(signals, timeout=_PATIENCE_SECONDS)
                there = bool(heard.body[2])

    def listen(self, interface: str, member: str) -> "Heard":
        """Start to collect the signals of a name."""
        from jeepney import MatchRule, message_bus

        rule = MatchRule(type="signal", interface=interface, member=member)
        self._connection.send_and_get_reply(message_bus.AddMatch(rule))
        return Heard(self._connection, rule)


class Heard:
    """Signals of one kind, as they come in."""

    def __init__(self, connection: Any, rule: Any) -> None:
        self._connection = connection
        self._filter = connection.filter(rule, bufsize=500)
        self._queue = self._filter.__enter__()

    def next(self) -> tuple[Any, ...]:
        """Wait for the next one."""
        message = self._connection.recv_until_filtered(self._queue, timeout=_PATIENCE_SECONDS)
        return tuple(message.body)


@contextmanager
def wired(address: str) -> Iterator[Wire]:
    """Connect to a bus."""
    blocking = pytest.importorskip("jeepney.io.blocking", reason="D-Bus is for Linux alone")
    with blocking.open_dbus_connection(address) as connection:
        yield Wire(connection)
