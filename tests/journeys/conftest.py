"""The real window on a real ledger, at a clock that the test holds."""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from typing_extensions import override

from app.assembly import Streams, Workplace, words_of
from app.domain.beat import Beat
from app.domain.instant import Instant
from app.machine.clock import Clock
from tests.support.console import Console
from tests.support.ledgers import NOW
from ui.desk.desk import Desk
from ui.opening import Opening

#: No program of the computer that runs the tests opens links of phone numbers here.
SURROUNDINGS = {"TZ": "Europe/Berlin", "LANG": "en_US.UTF-8", "XDG_DATA_DIRS": "/nowhere",
                "XDG_CONFIG_DIRS": "/nowhere"}  # fmt: skip
Open = Callable[[], Opening]
OpenOf = Callable[[Path], Opening]


@dataclass
class HandClock(Clock):
    """A clock that a test sets."""

    at: Instant = NOW

    @override
    def now(self) -> Instant:
        return self.at

    @override
    def beat(self) -> Beat:
        return Beat(self.at)


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "talktally"
    folder.mkdir()
    return folder


@pytest.fixture
def console(folder: Path) -> Console:
    """The command line on the window's folder, at the window's instant."""
    return Console(folder, {"TALKTALLY_NOW": "2026-11-21T13:05:00Z", "TZ": "Europe/Berlin"})


@pytest.fixture
def open_window(open_window_of: OpenOf, folder: Path) -> Open:
    """Opens the window as a start does, up to its page."""
    return lambda: open_window_of(folder)


@pytest.fixture
def open_window_of(qtbot: QtBot, qapp: QApplication, clock: HandClock) -> Iterator[OpenOf]:
    """Opens the window of a folder."""
    openings: list[Opening] = []
    streams = Streams(io.StringIO(), io.StringIO(), io.BytesIO())

    def open_(folder: Path) -> Opening:
        words = words_of(SURROUNDINGS)
        skip_first_steps(folder)
        opening = Opening(Workplace(folder, clock, words, streams, SURROUNDINGS))
        openings.append(opening)
        with qtbot.waitSignal(opening.staffed):
            opening.shell.show()
        return opening

    yield open_
    for opening in openings:
        opening.shell.close()
        opening.shell.deleteLater()


@pytest.fixture
def opened(qtbot: QtBot, open_window: Open) -> Desk:
    """The window's desk, with its first figures read."""
    desk = desk_of(open_window())
    if desk.figures.view is None:
        with qtbot.waitSignal(desk.figures.read):
            pass
    return desk


def skip_first_steps(folder: Path) -> None:
    """Take the first steps for done, unless a test keeps settings of its own."""
    settings = folder / "settings.json"
    if not settings.exists():
        settings.write_text('{"welcomed": true}', encoding="utf-8")


def desk_of(opening: Opening) -> Desk:
    """Return the desk of a window that answers."""
    assert opening.desk is not None
    return opening.desk
