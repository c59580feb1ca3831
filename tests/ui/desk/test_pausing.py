"""A pause holds until its end, survives a start, and ends by itself."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.domain.instant import DAY, MINUTE, Instant, iso
from app.machine.settings import NEVER
from tests.support.ledgers import NOW
from ui.desk.pausing import Pausing
from ui.desk.preferences import Preferences

_SURROUNDINGS = {"TZ": "Europe/Berlin", "LANG": "en_US.UTF-8"}


class Clock:
    """A clock that a test sets."""

    at = NOW

    def now(self) -> Instant:
        return self.at


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def parent(qtbot: QtBot) -> Iterator[QObject]:
    parent = QObject()
    yield parent
    parent.deleteLater()


@pytest.fixture
def pausing(tmp_path: Path, clock: Clock, parent: QObject) -> Iterator[Pausing]:
    made = _pausing(tmp_path, clock, parent)
    yield made
    made.resume()


def _pausing(folder: Path, clock: Clock, parent: QObject) -> Pausing:
    return Pausing(Preferences(folder, _SURROUNDINGS), clock.now, parent)


def test_a_pause_of_an_hour_ends_after_an_hour(pausing: Pausing) -> None:
    pausing.pause_for_an_hour()
    assert pausing.paused(Instant(NOW + 60 * MINUTE - 1))
    assert not pausing.paused(Instant(NOW + 60 * MINUTE))


def test_tomorrow_begins_at_midnight_of_this_computer(pausing: Pausing) -> None:
    pausing.pause_until_tomorrow()
    assert iso(pausing.until) == "2026-11-21T23:00:00Z"


def test_a_pause_survives_a_start(
    pausing: Pausing, tmp_path: Path, clock: Clock, parent: QObject
) -> None:
    pausing.pause_for_an_hour()
    again = _pausing(tmp_path, clock, parent)
    assert again.until == pausing.until
    again.resume()


def test_its_end_is_told_once(pausing: Pausing, clock: Clock, qtbot: QtBot) -> None:
    pausing.pause_for_an_hour()
    clock.at = Instant(NOW + 61 * MINUTE)
    with qtbot.waitSignal(pausing.changed, timeout=0):
        pausing.look()
    assert pausing.until == NEVER
    with qtbot.assertNotEmitted(pausing.changed):
        pausing.look()


def test_who_resumes_is_paused_no_more(pausing: Pausing, qtbot: QtBot) -> None:
    pausing.pause_for_an_hour()
    with qtbot.waitSignal(pausing.changed, timeout=0):
        pausing.resume()
    assert not pausing.is_paused()


def test_a_pause_written_by_a_wrong_clock_holds_nothing(pausing: Pausing) -> None:
    pausing.pause(Instant(NOW + 3 * DAY))
    assert not pausing.is_paused()
