"""The real window on a real ledger, at a clock that the test holds."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.instant import Instant
from tests.support.console import Console
from tests.support.ledgers import NOW
from ui.desk.preferences import Preferences
from ui.start import Opened, open_window


@dataclass
class HandClock:
    """A clock that a test sets."""

    at: Instant = NOW

    def now(self) -> Instant:
        return self.at


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "talktally"


@pytest.fixture
def console(folder: Path) -> Console:
    """The command line on the window's folder, at the window's instant."""
    return Console(folder, {"TALKTALLY_NOW": "2026-11-21T13:05:00Z", "TZ": "Europe/Berlin"})


@pytest.fixture
def opened(qtbot: QtBot, qapp: QApplication, folder: Path, clock: HandClock) -> Iterator[Opened]:
    """The window as a start gives it, with its first figures read."""
    folder.mkdir(parents=True, exist_ok=True)
    preferences = Preferences(folder, {"TZ": "Europe/Berlin", "LANG": "en_US.UTF-8"})
    opened = open_window(qapp, preferences, clock.now)
    with qtbot.waitSignal(opened.desk.figures.read, timeout=20_000):
        opened.window.show()
    yield opened
    opened.window.close()
    opened.window.deleteLater()
