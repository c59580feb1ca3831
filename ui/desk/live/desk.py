"""Live calls on the desk: what softphones say reaches the ledger, then the figures."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.beat import LONGEST_SLEEP, Beat, slept
from app.domain.call_report import CallList, CallReport, Contact, SourceNews
from app.domain.following import UNASKED
from app.domain.open_call import last_seen
from app.domain.phone_choice import PhoneChoice
from app.domain.problem import Problem
from app.machine.settings import Settings
from ui.background.lane import Lane
from ui.desk.books import Books
from ui.desk.live import requests
from ui.desk.live.intake import Intake
from ui.desk.live.requests import Glance
from ui.desk.live.sources import Make, Sources, wanted_places
from ui.desk.preferences import Preferences

#: How often calls that go on are noted: after a crash no more than this is estimated.
_BEAT_MS = 15_000
#: How long after a start a softphone may take to answer before its calls are taken for over.
_REACHED_MS = 10_000


class LiveDesk(QObject):
    """Listens, stores, and looks after the calls that go on.

    ``stored``: the figures may have changed. ``shown``: what :attr:`sources` or :attr:`seen` say
    has changed. ``failed`` carries a Problem of what a person asked for.
    """

    stored = Signal()
    shown = Signal()
    failed = Signal(object)

    def __init__(
        self,
        preferences: Preferences,
        makes: Mapping[str, Make],
        parent: QObject,
        *,
        books: Books,
        lane: Lane,
        look: Callable[[], Beat],
    ) -> None:
        super().__init__(parent)
        self._preferences, self._books, self._lane, self._look = preferences, books, lane, look
        self.seen = Glance()
        self.intake = Intake(books, lane, self)
        self.sources = Sources(makes, look, self)
        self._began = self._held = self._closed = False
        #: Sources that had calls at the start and were not heard yet.
        self._unheard: set[str] = set()
        self._pulse = QTimer(self, interval=_BEAT_MS)
        self._pulse.timeout.connect(self.beat)
        self._last = look()
        self._deadline = QTimer(self, interval=_REACHED_MS, singleShot=True)
        self._deadline.timeout.connect(self.give_up)
        self.intake.stored.connect(self._on_stored)
        self.intake.troubled.connect(self.shown)
        self.sources.heard.connect(self._on_heard)
        self.sources.turned.connect(self._on_turned)
        preferences.watch(self._on_settings)

    @property
    def choice(self) -> PhoneChoice:
        """What is wanted."""
        return self._preferences.settings.phone

    def follow(self) -> None:
        """The figures were read: the ledger is there, and may have other calls."""
        if self._held:
            self._held = False
            self.intake.resume()
            self._renew()  # for the ledger may be another one
        self._glance()

    def hold(self) -> None:
        """The ledger is let go of: what is heard meanwhile waits for the next figures."""
        self._held = True
        self._pulse.stop()
        self.intake.hold()
        self.seen = Glance()  # the ledger that comes back may know of no call

    def close(self) -> None:
        """Listen no more, and send off what was heard until now."""
        self._closed = True
        self._pulse.stop()
        self._deadline.stop()
        self.sources.close()
        self.intake.close()

    def settle(self, entry: int, talk_us: int | None = None) -> None:
        """Keep an estimated end as right, or say how long the call was."""
        work = requests.settled(self._books, entry, talk_us)
        self._lane.run(work, lambda _: self._on_stored(), self.failed.emit)

    def beat(self) -> None:
        """Note which calls go on, and look whether the computer slept."""
        now, before = self._look(), self._last
        self._last = now
        if self.intake.is_free:  # else what waits would only grow
            self.intake.take(requests.heartbeat(now, self.sources.listening))
        if slept(before, now) > LONGEST_SLEEP:
            self._renew()

    def give_up(self) -> None:
        """Take calls for over whose softphone was not reached since the start."""
        for source in sorted(self._unheard):
            if source not in self.sources.listening:
                self._leave(source)
        self._unheard.clear()

    def _glance(self) -> None:
        self._lane.run(requests.glance(self._books), self._on_glance, self._on_unseen)

    def _on_glance(self, seen: Glance) -> None:
        if self._closed:
            return
        changed, self.seen = seen != self.seen, seen
        if not self._began:
            self._begin()
        if bool(seen.calls) != self._pulse.isActive() and not self._held:
            self._last = self._look()
            (self._pulse.start if seen.calls else self._pulse.stop)()
        if changed:
            self.shown.emit()

    def _on_unseen(self, _: Problem) -> None:
        """The figures tell of a ledger that cannot be read."""

    def _begin(self) -> None:
        """Find out what became of calls that were open when the program ended."""
        self._began = True
        if self.seen.calls:
            self.beat()
        for source in {call.source for call in self.seen.calls} - UNASKED:
            if source in wanted_places(self.choice):
                self.intake.take(requests.out_of_sight(source, self._last_of(source)))
                self._await(source)
            else:
                self._leave(source)
        self.sources.choose(self.choice)

    def _await(self, source: str) -> None:
        """Give a source some time to tell which of its calls go on."""
        if any(call.source == source for call in self.seen.calls):
            self._unheard.add(source)
            self._deadline.start()

    def _leave(self, source: str) -> None:
        """End the calls of a source that nobody can ask, when they were last known to go on."""
        if any(call.source == source for call in self.seen.calls):
            self.intake.take(requests.gone(source, self._last_of(source)))

    def _last_of(self, source: str) -> Beat:
        """Return when calls of a source that has some were last known to go on."""
        calls = (call for call in self.seen.calls if call.source == source)
        return max(map(last_seen, calls), key=lambda beat: beat.wall)

    def _renew(self) -> None:
        """Ask the softphone that can be asked for all its calls, unless another has its line."""
        news = self.sources.news.get("baresip")
        if news is not None and news.contact is not Contact.TAKEN:
            self._await("baresip")
            self.sources.take_back("baresip")

    def _on_heard(self, heard: CallReport | CallList) -> None:
        self._unheard.discard(heard.source)
        self.intake.take(requests.said(heard))

    def _on_turned(self, news: SourceNews) -> None:
        if news.gone:
            self.intake.take(requests.gone(news.source, news.at))
        elif news.contact in (Contact.LOST, Contact.TAKEN):
            self.intake.take(requests.out_of_sight(news.source, news.at))
        self.shown.emit()

    def _on_settings(self, _: Settings) -> None:
        if not self._began or self._closed:
            return
        before = {name: news.place for name, news in self.sources.news.items()}
        self.sources.choose(self.choice)
        for source in before.keys() - UNASKED:
            if source not in self.sources.news:
                self.intake.take(requests.gone(source, self._look()))
            elif self.sources.news[source].place != before[source]:
                self._await(source)

    def _on_stored(self) -> None:
        if self.intake.is_incomplete and self.intake.is_free:
            self.intake.is_incomplete = False
            self._renew()
        if not self._closed:
            self.stored.emit()
