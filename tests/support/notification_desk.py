"""Where notices land in tests: a session bus of its own, and a server on it that tells all."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Any, NamedTuple

from tests.support.contracts import ROOT

ALL = ("body", "actions", "body-markup")


class Landed(NamedTuple):
    """A notice as the server got it; ``replaces``: the number it took the place of, or 0.

    ``side``: of its picture, px; ``shades``: how many values its bytes have.
    """

    number: int
    replaces: int
    title: str
    body: str
    actions: list[str]
    icon: str
    urgency: int
    side: int
    shades: int

    @property
    def keys(self) -> list[str]:
        """The keys of its actions."""
        return self.actions[::2]


class NotificationDesk:
    """A running server; ``shown`` and ``closed`` grow as the program asks."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.shown: list[Landed] = []
        self.closed: list[int] = []
        self._process = process
        assert process.stdout is not None
        assert process.stdout.readline() == '["ready"]\n'
        self._reader = Thread(target=self._read, name="landed")
        self._reader.start()

    def press(self, number: int, action: str = "default", token: str = "") -> None:
        """Press a notice as a person would, which puts it away."""
        if token:
            self.send("ActivationToken", "us", number, token)
        self.send("ActionInvoked", "us", number, action)
        self.put_away(number)

    def put_away(self, number: int) -> None:
        """Put a notice away."""
        self.send("NotificationClosed", "uu", number, 2)

    def present(self, *, begins: bool) -> None:
        """Hold notices back from now on, or no more."""
        self.send("PropertiesChanged", "sa{sv}as", begins)

    def send(self, member: str, signature: str, *body: Any) -> None:
        """Send a signal."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps([member, signature, body]) + "\n")
        self._process.stdin.flush()

    def stop(self) -> None:
        """Let it die without a word."""
        self._process.kill()
        self._process.wait()
        self._reader.join()

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            what, *words = json.loads(line)
            if what == "show":
                self.shown.append(Landed(*words))
            else:
                self.closed.append(words[0])


@contextmanager
def notification_desk(address: str, *abilities: str, says: str = "-") -> Iterator[NotificationDesk]:
    """Start a server on a bus.

    ``says``: "inhibited" or "free" of whether somebody presents, "-" when it does not know, "deaf"
    for one that never answers, "odd" for one whose numbers are words.
    """
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.support.notified", says, *abilities],
        env={**os.environ, "DBUS_SESSION_BUS_ADDRESS": address, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        desk = NotificationDesk(process)
        try:
            yield desk
        finally:
            desk.stop()


Start = Callable[..., NotificationDesk]
