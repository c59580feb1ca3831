"""Before you dial, connected: what is known of a number, and handing it to the phone app."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from typing_extensions import override

from app.domain.problem import Problem, UsageProblem
from ui.background.lane import Lane
from ui.desk import dial_requests as requests
from ui.desk.books import Books
from ui.desk.calling import Calling
from ui.desk.preferences import Preferences
from ui.desk.typed_page import TypedPage
from ui.window.window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.number_card import RecentNumber
    from app.domain.to_dial import ToDial
    from ui.dial.page import DialPage
    from ui.dial.state import Found

#: After the last key so long, the number is looked at.
_REST_MS = 180


class Dial(TypedPage):
    """Serves the page "Before you dial".

    ``started`` carries a :class:`ui.live.start.StartedCall`, ``receipt_asked`` an entry's id;
    ``dialler_asked``: who dials is to be chosen.
    """

    started = Signal(object)
    receipt_asked = Signal(str)
    dialler_asked = Signal()

    def __init__(
        self,
        window: MainWindow,
        preferences: Preferences,
        *,
        books: Books,
        lane: Lane,
    ) -> None:
        super().__init__(window, lambda: preferences.words, books=books, lane=lane)
        self._preferences = preferences
        self._page: DialPage | None = None
        self._offered: tuple[RecentNumber, ...] = ()
        #: What a clicked link says, until something else is typed; what the card is of.
        self._came: ToDial | None = None
        self._looked = ""
        self._found: Found | None = None
        #: Whether a card that comes is handed over without another word.
        self._goes_on: Callable[[Found], bool] | None = None
        self.calling = Calling(self, preferences, books=books, lane=lane)
        self.calling.known.connect(self._show_offer)
        self.calling.failed.connect(self.failed)
        self._rest = self._resting(_REST_MS, self._look)
        preferences.watch(lambda _: self._look_up())

    @property
    def page(self) -> "DialPage":
        """The page, made when it is first wanted."""
        if self._page is None:
            made = self._page = self._window.dial_page()
            made.typed.connect(self._on_typed)
            made.entered.connect(self._look)
            made.call_asked.connect(self._on_call)
            made.dialler_asked.connect(self.dialler_asked)
            made.copied.connect(_copy)
            made.started.connect(self.started)
            made.receipt_asked.connect(self.receipt_asked)
            made.plan_asked.connect(self._window.plan_asked)
            self._show_words()
        return self._page

    def look_at(self, written: str) -> None:
        """Show what is known of a number as somebody wrote it, with the page in front."""
        self._bring(written.strip())
        self._look()

    def call(self, written: str) -> None:
        """Look at a number that is to be called, and hand it over unless it would be dear."""
        # Here because the page, and what it is made of, come when they are first wanted.
        from app.domain.dialling import Verdict

        self._bring(written.strip())
        self._goes_on = lambda found: found.card.first.verdict is Verdict.INCLUDED
        self._look()

    def arrive(self, link: str, *, sent_back: bool = False) -> None:
        """Show a clicked link, and hand it over where that needs no question.

        ``sent_back``: it comes from a program that was given a number to dial.
        """
        # Here because a window that is only opened looks at no number.
        from app.domain.link import number_of_link
        from app.domain.to_dial import to_dial

        wanted = to_dial(link)
        self._bring(number_of_link(link) or link.strip())
        self._came = wanted
        if wanted is not None and self.calling.is_back(wanted, sent_back=sent_back):
            self.page.show_told(self.calling.told_back())
        elif wanted is not None and wanted.short:
            # Nobody is to wait for the police.
            self.page.show_told(self.calling.hand_over(wanted, asked=True))
        elif not sent_back and self.calling.goes_at_once:
            own = self._preferences.settings.warnings
            self._goes_on = lambda found: requests.needs_no_question(found, own)
        self._look()

    def forget(self) -> None:
        """Drop what was typed, before the window is pictured for the next start."""
        if self._page is not None:
            self._page.write("")

    def speak(self) -> None:
        """Show the page in another language."""
        if self._page is not None:
            self._show_words()
            self._read()

    def _bring(self, written: str) -> None:
        self.page.write("")  # so that what came with it before is dropped
        self.page.write(written)
        self._window.page_chosen.emit("dial")

    @property
    def _wanted(self) -> "ToDial | None":
        """What would be handed over now."""
        # Here for the same reason.
        from app.domain.to_dial import to_dial

        return self._came or to_dial(self.page.written)

    def _on_typed(self, written: str) -> None:
        self._asked += 1  # what is under way is of another number
        self._came = self._goes_on = None
        self._show_told()
        if written.strip():
            self._rest.start()
        else:
            self._rest.stop()
            self._show_empty()

    def _on_call(self) -> None:
        """Hand over what was looked at; what was not is looked at first."""
        wanted = self._wanted
        if wanted is None or (self._looked != self.page.written.strip() and not wanted.short):
            self._look()
        else:
            self.page.show_told(self.calling.hand_over(wanted, asked=True))

    @override
    def _read(self) -> None:
        """Read everything anew: the numbers to offer, and the card that is shown."""
        if not self._front:
            return
        books = self._books
        self._lane.run(lambda: requests.offers(books), self._on_offers, self.failed.emit)
        if self.page.written.strip():
            self._look()
        else:
            self._show_empty()

    def _look(self) -> None:
        written = self.page.written.strip()
        self._rest.stop()
        if not written:
            return
        self._asked += 1
        self._look_up()
        asked, books, words = self._asked, self._books, self._words()
        self._lane.run(
            lambda: requests.look_at(books, written, words.language.code),
            lambda found: self._on_found(asked, found),
            lambda problem: self._on_problem(asked, problem),
        )

    def _look_up(self) -> None:
        if self._page is not None and (wanted := self._wanted) is not None:
            self.calling.look_up(wanted)

    def _on_found(self, asked: int, found: "Found") -> None:
        if asked != self._asked:
            return
        # Here for the same reason.
        from ui.dial.state import dial_card

        self._looked, self._found = self.page.written.strip(), found
        self.page.show_card(dial_card(self._words(), found))
        self._show_offer()
        goes_on, self._goes_on = self._goes_on, None
        wanted = self._wanted
        if goes_on is not None and wanted is not None and goes_on(found):
            self.page.show_told(self.calling.hand_over(wanted, asked=False))

    def _on_problem(self, asked: int, problem: Problem) -> None:
        if asked != self._asked:
            return
        self._goes_on = None
        self._looked, self._found = self.page.written.strip(), None
        if isinstance(problem, UsageProblem):
            self.page.show_sentence(self._words().problem(problem))
        else:
            self.failed.emit(problem)
        self._show_offer()

    def _on_offers(self, numbers: "tuple[RecentNumber, ...]") -> None:
        if numbers != self._offered:
            self._offered = numbers
            self._show_offers()

    def _show_offers(self) -> None:
        # Here for the same reason.
        from ui.dial.state import offers

        self.page.show_offers(offers(self._words(), self._offered))

    def _show_offer(self) -> None:
        looked = self._wanted is not None and bool(self._looked)
        verdict = self._found.card.first.verdict if self._found else None
        self.page.show_offer(self.calling.offer(verdict, looked=looked))

    def _show_told(self) -> None:
        # Here for the same reason.
        from ui.dial.calling import Told

        self.page.show_told(Told())

    def _show_words(self) -> None:
        # Here for the same reason.
        from ui.dial.state import dial_words

        self.page.show_words(dial_words(self._words()))
        self._show_offers()

    def _show_empty(self) -> None:
        # Here for the same reason.
        from ui.dial.state import dial_words

        self._looked, self._found = "", None
        self.page.show_sentence(dial_words(self._words()).empty)
        self._show_offer()


def _copy(number: str) -> None:
    QGuiApplication.clipboard().setText(number)
