"""baresip as a live source: one thread that seeks it, listens, and tells what it heard."""

import logging
import socket
from contextlib import ExitStack, suppress
from threading import Event, Thread

from app.domain.beat import Beat
from app.domain.call_report import Contact, SourceNews
from app.domain.problem import UsageProblem
from app.softphone.baresip.line import Bell, connected
from app.softphone.baresip.place import Place, read_place
from app.softphone.baresip.roster import Roster
from app.softphone.baresip.seeking import Next, Seeking
from app.softphone.baresip.visit import End, Visit
from app.softphone.source import FAULT, Look, Tell

log = logging.getLogger(__name__)


class BaresipSource:
    """Listens at a place such as "127.0.0.1:4444"; another computer's is refused.

    A lost line is sought again after 1 s, then 2, 4, 8 and 15 s. If nobody answers, the program
    has ended, and its calls ended with it when the line broke. If it answers, its list tells. A
    line that breaks twice within 30 s was taken by another program: it is left to it until
    :meth:`take_back`, and nobody can tell how the calls stand meanwhile, for the mere look would
    take the line from the other.
    """

    def __init__(self, place: str, look: Look, tell: Tell) -> None:
        self._place, self._look, self._tell = place, look, tell
        self._bell = Bell()
        self._closing, self._wanted = Event(), Event()
        # A daemon, so that a program that ends without closing does not wait for it.
        self._thread = Thread(target=self._run, name="baresip", daemon=True)
        self._seeking = Seeking(place)
        self._roster = Roster()
        self._told: tuple[Contact, str] | None = None

    def start(self) -> None:
        """Begin to seek it, on a thread of its own."""
        self._thread.start()

    def take_back(self) -> None:
        """Seek at once, or ask again for all calls where the line stands."""
        self._wanted.set()
        self._bell.ring()

    def close(self) -> None:
        """Listen no longer; the thread has ended when this returns."""
        self._closing.set()
        self._bell.ring()
        if self._thread.ident is not None:
            self._thread.join()
        self._bell.close()

    def _run(self) -> None:
        try:
            self._follow(read_place(self._place))
        except UsageProblem as problem:
            self._say(self._seeking.news(Contact.REFUSED, self._look(), problem.message))
        except Exception as fault:  # noqa: BLE001 - the end of the thread, of which the window must hear
            # Its kind alone, for its words might quote a number.
            log.error("Listening to baresip broke: %s", type(fault).__name__)  # noqa: TRY400 - as said above
            with suppress(Exception):
                self._say(self._seeking.news(Contact.REFUSED, self._look(), FAULT))

    def _follow(self, place: Place) -> None:
        self._say(self._seeking.news(Contact.SEEKING, self._look()))
        while not self._closing.is_set():
            following = self._seek(place)
            if following is None or self._closing.is_set():
                return
            self._say(following.news)
            self._pause(following.seconds)

    def _pause(self, seconds: int | None) -> None:
        """Wait before it is sought again: so long, or until a person wants it."""
        while not self._wanted.is_set() and not self._closing.is_set():
            self._bell.wait(seconds)
            if seconds is not None:
                break
        if self._wanted.is_set():
            self._wanted.clear()
            self._seeking.begin_anew()

    def _seek(self, place: Place) -> Next | None:
        """Connect, and listen for as long as that holds; ``None`` where it is to be closed."""
        with ExitStack() as stack:
            try:
                line = stack.enter_context(connected(place, self._bell))
            except OSError:
                # It hangs, or this computer has no socket left: no word of how its calls stand.
                return self._seeking.ended(End.SILENT, self._look())
            return self._seeking.unreached(self._look()) if line is None else self._listen(line)

    def _listen(self, line: socket.socket) -> Next | None:
        visit = Visit(line, self._look, self._tell, self._answers, self._roster)
        while not self._closing.is_set():
            end = visit.listen(self._bell)
            if end is not None:
                return self._seeking.ended(end, visit.at)
            if self._wanted.is_set():
                self._wanted.clear()
                visit.ask()
        return None

    def _answers(self, at: Beat, lists: bool) -> None:  # noqa: FBT001 - the only thing it says
        self._say(self._seeking.listening(at, lists=lists))

    def _say(self, news: SourceNews) -> None:
        """Tell how it stands, unless that was told already."""
        if self._told != (news.contact, news.reason):
            self._told = (news.contact, news.reason)
            self._tell(news)
