"""A desktop for notices: its bus, and the server that a test starts on it."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.support.notification_desk import Start, notification_desk
from tests.support.session_bus import session_bus


@pytest.fixture
def bus(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a bus that programs find."""
    with session_bus(home / "run") as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield address


@pytest.fixture
def start_desk(bus: str) -> Iterator[Start]:
    """Starts a notification server with these abilities."""
    with ExitStack() as stack:
        yield lambda *abilities, says="-": stack.enter_context(
            notification_desk(bus, *abilities, says=says)
        )
