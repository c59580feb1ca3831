"""Handing numbers over from the window: who dials, and links that come back from there."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.hand_over import HandedOver, came_back, is_soon
from app.domain.problem import Problem
from ui.background.lane import Lane
from ui.desk.books import Books
from ui.desk.preferences import Preferences

if TYPE_CHECKING:
    from app.actions.hand_over import Dialler
    from app.domain.dialling import Verdict
    from app.domain.to_dial import ToDial
    from app.machine.detached import Detached
    from ui.dial.calling import CallOffer, Told


class Calling(QObject):
    """Knows who dials; ``known`` comes with another name, ``failed`` carries a Problem."""

    known = Signal()
    failed = Signal(object)

    def __init__(
        self, parent: QObject, preferences: Preferences, *, books: Books, lane: Lane
    ) -> None:
        super().__init__(parent)
        self._preferences, self._books, self._lane = preferences, books, lane
        self._starter: Detached | None = None
        self._last: HandedOver | None = None
        #: Who dials, "" for nobody or before that was looked up.
        self.dialler = ""

    @property
    def goes_at_once(self) -> bool:
        """Whether a clicked number of an included call is handed over without a question now.

        Not right after another one: programs that give links to each other would do so for ever.
        """
        soon = is_soon(self._last, self._books.beat())
        return self._preferences.settings.phone.at_once and not soon

    def look_up(self, wanted: "ToDial") -> None:
        """Look who would dial a number; it may depend on its link."""
        environ, choice = self._preferences.environ, self._preferences.settings.phone.dialler

        def work() -> "Dialler":
            # Here because most pages dial nothing.
            from app.actions.hand_over import who_dials

            return who_dials(environ, choice, wanted.scheme)

        self._lane.run(work, self._on_dialler, self.failed.emit)

    def is_back(self, wanted: "ToDial", *, sent_back: bool) -> bool:
        """Tell whether a link is the one that was handed over a moment ago.

        ``sent_back``: the program that dials opened it, perhaps in other words.
        """
        now = self._books.beat()
        return came_back(self._last, wanted, now) or (sent_back and is_soon(self._last, now))

    def told_back(self) -> "Told":
        """Say that a link came back."""
        # Here because the page, and what it is made of, come when they are first wanted.
        from ui.dial.calling import sent_back

        return sent_back(self._preferences.words, self.dialler)

    def offer(self, verdict: "Verdict | None", *, looked: bool) -> "CallOffer":
        """Offer to call, once there is something that was ``looked`` at."""
        # Here for the same reason.
        from ui.dial.calling import CallOffer, call_offer

        return call_offer(self._preferences.words, self.dialler, verdict) if looked else CallOffer()

    def hand_over(self, wanted: "ToDial", *, asked: bool) -> "Told":
        """Let the program that dials have a number; returns how that went.

        On the main thread: a number of an emergency waits for nothing that is under way.
        """
        # Here for the same reason.
        from ui.dial.calling import handed_over, not_handed_over

        words = self._preferences.words
        # Before it starts, for it may send the link back at once.
        last, self._last = self._last, HandedOver(wanted.number, self._books.beat())
        try:
            return handed_over(words, self._start(wanted), asked=asked)
        except Problem as problem:
            self._last = last
            return not_handed_over(words.problem(problem))

    def _start(self, wanted: "ToDial") -> str:
        # Here because nothing is dialled while the window opens.
        from app.actions.hand_over import hand_over
        from app.machine.detached import Detached

        if self._starter is None:
            self._starter = Detached()
        preferences = self._preferences
        choice = preferences.settings.phone.dialler
        return hand_over(preferences.environ, choice, wanted, self._starter)

    def _on_dialler(self, found: "Dialler") -> None:
        if found.name != self.dialler:
            self.dialler = found.name
            self.known.emit()
