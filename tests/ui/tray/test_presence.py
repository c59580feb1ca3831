"""Whether there is a tray: told when one comes, when it stays away, and after a restart."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.tray.presence import Presence


class Panel:
    """A panel that a test starts and ends."""

    is_there = False


@pytest.fixture
def panel() -> Panel:
    return Panel()


@pytest.fixture
def presence(qtbot: QtBot, panel: Panel) -> Iterator[Presence]:
    parent = QObject()
    made = Presence(parent, lambda: panel.is_there)
    made.start()
    yield made
    made.stop()
    parent.deleteLater()


def test_a_tray_that_comes_late_is_told(presence: Presence, panel: Panel, qtbot: QtBot) -> None:
    assert not presence.is_there
    panel.is_there = True
    with qtbot.waitSignal(presence.came, timeout=0):
        presence.look()
    assert presence.is_there


def test_two_minutes_without_one_are_told_once(presence: Presence, qtbot: QtBot) -> None:
    told: list[bool] = []
    presence.missed.connect(lambda: told.append(True))
    for _ in range(100):
        presence.look()
    assert told == [True]


def test_later_it_is_looked_for_once_a_minute(presence: Presence) -> None:
    intervals = []
    for _ in range(30):
        presence.look()
        intervals.append(presence.interval_ms)
    assert (intervals[0], intervals[-1]) == (5_000, 60_000)


def test_a_restart_is_no_loss(presence: Presence, panel: Panel, qtbot: QtBot) -> None:
    panel.is_there = True
    presence.look()
    with qtbot.assertNotEmitted(presence.lost):
        panel.is_there = False
        presence.look()
    with qtbot.waitSignal(presence.came, timeout=0):
        panel.is_there = True
        presence.look()
