"""Before you dial, connected: what is known of a number, read while it is typed."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from app.domain.problem import Problem, UsageProblem
from app.wording.words import Words
from ui.background.lane import Lane
from ui.desk.books import Books
from ui.desk.overview import OverviewWishes
from ui.desk.pages import Pages
from ui.desk.receipts import Receipts
from ui.desk.told import Told
from ui.window.window import MainWindow

if TYPE_CHECKING:
    from app.domain.number_card import RecentNumber
    from ui.dial.page import DialPage
    from ui.dial.state import Found
    from ui.live.start import StartedCall

#: After the last key so long, the number is looked at.
_REST_MS = 180
#: What others write is read again at most so often.
_AGAIN_MS = 700


class Dial(QObject):
    """Serves the page "Before you dial".

    ``failed`` carries a Problem of the ledger, ``started`` a :class:`ui.live.start.StartedCall`,
    ``receipt_asked`` an entry's id.
    """

    failed = Signal(object)
    started = Signal(object)
    receipt_asked = Signal(str)

    def __init__(
        self, window: MainWindow, words: Callable[[], Words], *, books: Books, lane: Lane
    ) -> None:
        super().__init__(window)
        self._window, self._words = window, words
        self._books, self._lane = books, lane
        self._page: DialPage | None = None
        self._asked = 0
        self._front = False
        self._offered: tuple[RecentNumber, ...] = ()
        self._rest = QTimer(self, interval=_REST_MS, singleShot=True)
        self._rest.timeout.connect(self._look)
        self._again = QTimer(self, interval=_AGAIN_MS, singleShot=True)
        self._again.timeout.connect(self._renew)

    @property
    def page(self) -> "DialPage":
        """The page, made when it is first wanted."""
        if self._page is None:
            made = self._page = self._window.dial_page()
            made.typed.connect(self._on_typed)
            made.entered.connect(self._look)
            made.copied.connect(_copy)
            made.started.connect(self.started)
            made.receipt_asked.connect(self.receipt_asked)
            made.plan_asked.connect(self._window.plan_asked)
            self._show_words()
        return self._page

    def look_at(self, written: str) -> None:
        """Show what is known of a number as somebody wrote it, with the page in front."""
        self.page.write(written.strip())
        self._window.page_chosen.emit("dial")
        self._look()

    def forget(self) -> None:
        """Drop what was typed, before the window is pictured for the next start."""
        if self._page is not None:
            self._page.write("")

    def show(self) -> None:
        """The page has come to the front."""
        self._front = bool(self.page)
        self._renew()

    def hide(self) -> None:
        """Another page is in front."""
        self._front = False

    def follow(self) -> None:
        """Somebody may have written, or a minute began."""
        if self._front and not self._again.isActive():
            self._again.start()

    def renew(self) -> None:
        """Entries or plans were changed from this window."""
        self.follow()

    def speak(self) -> None:
        """Show the page in another language."""
        if self._page is not None:
            self._show_words()
            self._renew()

    def close(self) -> None:
        """Read no more."""
        self._rest.stop()
        self._again.stop()
        self._asked += 1

    def _on_typed(self, written: str) -> None:
        self._asked += 1  # what is under way is of another number
        if written.strip():
            self._rest.start()
        else:
            self._rest.stop()
            self._show_empty()

    def _renew(self) -> None:
        """Read everything anew: the numbers to offer, and the card that is shown."""
        if not self._front:
            return
        books = self._books
        self._lane.run(lambda: _offers(books), self._on_offers, self.failed.emit)
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
        asked, books, words = self._asked, self._books, self._words()
        self._lane.run(
            lambda: _look_at(books, written, words.language.code),
            lambda found: self._on_found(asked, found),
            lambda problem: self._on_problem(asked, problem),
        )

    def _on_found(self, asked: int, found: "Found") -> None:
        if asked != self._asked:
            return
        # Here because the page, and what it is made of, come when they are first wanted.
        from ui.dial.state import dial_card

        self.page.show_card(dial_card(self._words(), found))

    def _on_problem(self, asked: int, problem: Problem) -> None:
        if asked != self._asked:
            return
        if isinstance(problem, UsageProblem):
            self.page.show_sentence(self._words().problem(problem))
        else:
            self.failed.emit(problem)

    def _on_offers(self, numbers: "tuple[RecentNumber, ...]") -> None:
        if numbers != self._offered:
            self._offered = numbers
            self._show_offers()

    def _show_offers(self) -> None:
        # Here for the same reason.
        from ui.dial.state import offers

        self.page.show_offers(offers(self._words(), self._offered))

    def _show_words(self) -> None:
        # Here for the same reason.
        from ui.dial.state import dial_words

        self.page.show_words(dial_words(self._words()))
        self._show_offers()

    def _show_empty(self) -> None:
        # Here for the same reason.
        from ui.dial.state import dial_words

        self.page.show_sentence(dial_words(self._words()).empty)


class Desk(Protocol):
    """The parts that are connected here."""

    dial: Dial
    pages: Pages
    receipts: Receipts
    told: Told
    wishes: OverviewWishes


def wire_dial(desk: Desk) -> None:
    """Connect the page: a call that is under way is followed on the overview."""
    desk.pages.serve("dial", desk.dial)
    desk.dial.failed.connect(desk.told.problem)
    desk.dial.receipt_asked.connect(desk.receipts.open)
    desk.dial.started.connect(lambda started: _start(desk, started))


def _start(desk: Desk, started: "StartedCall") -> None:
    desk.wishes.start_call(started)
    desk.pages.go_to("overview")


def _copy(number: str) -> None:
    QGuiApplication.clipboard().setText(number)


def _offers(books: Books) -> "tuple[RecentNumber, ...]":
    # Here because the actions bring the database with them.
    from app.actions.look_at_number import numbers_to_offer

    return numbers_to_offer(books.ledger(), books.now())


def _look_at(books: Books, written: str, language: str) -> "Found":
    # Here for the same reason; the tables of places are for this alone.
    from app.actions.look_at_number import look_at_number
    from app.domain.places import local_time, town_of, zones_of
    from ui.dial.state import Found

    now = books.now()
    card = look_at_number(books.ledger(), written, now)
    number = card.first.number
    return Found(card, town_of(number, language), local_time(zones_of(number), now), now)
