"""What a live source tells, for tests to wait for."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from threading import Condition
from typing import TypeVar

from app.domain.beat import Beat
from app.domain.call_report import CallList, CallReport, Contact, Heard, SourceNews
from app.domain.instant import Instant
from app.machine.clock import Clock
from app.softphone.baresip.source import BaresipSource

_PATIENCE_SECONDS = 30
_SECOND = 1_000_000
_One = TypeVar("_One", bound=Heard)


def beat(seconds: float) -> Beat:
    """Look at the clocks of a computer that never sleeps, at a time in seconds since 1970."""
    at = Instant(round(seconds * _SECOND))
    return Beat(at, "boot-1", at, at)


class Hearing:
    """Everything a source told so far, in order; ``tell`` is what it is given."""

    def __init__(self) -> None:
        self.all: list[Heard] = []
        self._came = Condition()

    def tell(self, heard: Heard) -> None:
        with self._came:
            self.all.append(heard)
            self._came.notify_all()

    def wait(self, enough: Callable[["Hearing"], bool]) -> None:
        """Wait until it told enough."""
        with self._came:
            assert self._came.wait_for(lambda: enough(self), _PATIENCE_SECONDS), self.all

    def wait_for(self, contact: Contact, times: int = 1) -> SourceNews:
        """Wait until it stands so for the given time, and return how it was told."""
        self.wait(lambda hearing: hearing.contacts().count(contact) >= times)
        return [news for news in self.of(SourceNews) if news.contact is contact][times - 1]

    def wait_for_reports(self, count: int) -> list[CallReport]:
        self.wait(lambda hearing: len(hearing.of(CallReport)) >= count)
        return self.of(CallReport)

    def wait_for_lists(self, count: int) -> list[CallList]:
        self.wait(lambda hearing: len(hearing.of(CallList)) >= count)
        return self.of(CallList)

    def of(self, kind: type[_One]) -> list[_One]:
        return [each for each in self.all if isinstance(each, kind)]

    def contacts(self) -> list[Contact]:
        return [news.contact for news in self.of(SourceNews)]

    def in_order(self) -> bool:
        """Tell whether every stamp is as late as the one before, or later."""
        return all(one.at.wall <= other.at.wall for one, other in pairwise(self.all))


@contextmanager
def listening_to(place: str, hearing: Hearing) -> Iterator[BaresipSource]:
    """Listen to baresip for as long as a test wants."""
    source = BaresipSource(place, Clock().beat, hearing.tell)
    source.start()
    try:
        yield source
    finally:
        source.close()
