"""Which softphones are listened to, and what becomes of one that cannot go on."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.domain.beat import Beat
from app.domain.call_report import Contact, SourceNews
from app.domain.instant import Instant
from app.domain.phone_choice import PhoneChoice
from app.softphone.source import Tell
from ui.desk.live.sources import Sources

NOW = Beat(Instant(0))


class Once:
    """A source that tells how it stands and does nothing more, whoever asks it."""

    def __init__(self, contact: Contact, place: str, tell: Tell) -> None:
        self._news, self._tell = SourceNews("hook", contact, NOW, place), tell

    def start(self) -> None:
        self._tell(self._news)

    def take_back(self) -> None:
        """Its thread has ended."""

    def close(self) -> None:
        """There is nothing left to close."""


@pytest.fixture
def parent() -> QObject:
    return QObject()


@pytest.fixture
def sources(qtbot: QtBot, parent: QObject) -> Iterator[Sources]:
    left = iter((Contact.REFUSED, Contact.LISTENING))
    made = Sources({"hook": lambda place, tell: Once(next(left), place, tell)}, lambda: NOW, parent)
    yield made
    made.close()


def test_one_that_was_refused_and_hears_nobody_is_begun_anew(
    qtbot: QtBot, sources: Sources
) -> None:
    sources.choose(PhoneChoice(hook=True))
    qtbot.waitUntil(lambda: sources.news["hook"].contact is Contact.REFUSED)
    sources.take_back("hook")
    qtbot.waitUntil(lambda: sources.listening == {"hook"})


def test_one_that_is_not_wanted_is_not_begun(sources: Sources) -> None:
    sources.take_back("hook")
    assert sources.news == {}
