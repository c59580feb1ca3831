"""When baresip is sought again, and what its coming and going is taken for: rules without a line.

A program that takes the line from us means it; taking it back at once would end in a fight that
neither wins, for the newest connection is the one that baresip keeps.
"""

from typing import NamedTuple

from app.domain.beat import Beat, between
from app.domain.call_report import Contact, SourceNews
from app.domain.problem import mark
from app.softphone.baresip.message import SOURCE
from app.softphone.baresip.visit import End

_PAUSES_SECONDS = (1, 2, 4, 8, 15)
_FIGHT_US = 30_000_000

# Sentences without gaps, for they travel as the reason of a SourceNews.
SILENT = mark("Something answers at this address, but it does not say which calls there are.")
STRANGER = mark("What answers at this address is not baresip.")
NO_LIST = mark(
    "baresip does not say which calls it has. Let it load its module menu.so, so that a call is "
    "found again after a break."
)


class Next(NamedTuple):
    """What to tell, and after how many seconds to seek again; ``None``: when a person wants it."""

    news: SourceNews
    seconds: int | None


class Seeking:
    """How the softphone at one place stands."""

    def __init__(self, place: str) -> None:
        self._place = place
        self._tries = 0
        self._heard = False
        self._lost: Beat | None = None
        self._broke: Beat | None = None

    def news(
        self, contact: Contact, at: Beat, reason: str = "", *, gone: bool = False
    ) -> SourceNews:
        """Return how it stands since a moment."""
        return SourceNews(SOURCE, contact, at, self._place, reason, gone)

    def listening(self, at: Beat, *, lists: bool) -> SourceNews:
        """Take in that it answers, and whether it says which calls it has."""
        self._tries, self._lost, self._heard = 0, None, True
        return self.news(Contact.LISTENING, at, "" if lists else NO_LIST)

    def unreached(self, at: Beat) -> Next:
        """Take in that nobody answers; if it was just lost, its program ended back then."""
        lost, self._lost = self._lost, None
        return self._next(self.news(Contact.ABSENT, lost or at, gone=lost is not None))

    def ended(self, end: End, at: Beat) -> Next:
        """Take in that a connection ended."""
        if end is End.LEFT:
            self.begin_anew()
            self._lost = None
            return self._next(self.news(Contact.ABSENT, at, gone=True))
        # One that was never heard and hangs up at once is no softphone whose line was taken.
        if end is End.BROKEN or (end is End.UNANSWERED and self._heard):
            return self._broken(at)
        if end is End.SILENT:
            return self._next(self.news(Contact.ABSENT, at, SILENT))
        return self._next(self.news(Contact.REFUSED, at, STRANGER))

    def begin_anew(self) -> None:
        """Forget how often it was tried: a person wants it, or another run of it may begin."""
        self._tries = 0
        self._broke = None

    def _broken(self, at: Beat) -> Next:
        before, self._broke = self._broke, at
        # Nothing was heard since the first of several breaks.
        self._lost = self._lost or at
        self._tries = 0
        if before is not None and between(before, at) < _FIGHT_US:
            self.begin_anew()
            return Next(self.news(Contact.TAKEN, at), None)
        return self._next(self.news(Contact.LOST, at))

    def _next(self, news: SourceNews) -> Next:
        seconds = _PAUSES_SECONDS[min(self._tries, len(_PAUSES_SECONDS) - 1)]
        self._tries += 1
        return Next(news, seconds)
