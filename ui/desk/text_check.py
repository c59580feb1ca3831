"""Text check, connected: a text counted while it is typed, beside what the plan has left.

The text stays in the field and is dropped with it: nothing is written, logged or pictured.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtGui import QGuiApplication
from typing_extensions import override

from app.domain.problem import Problem, UsageProblem
from app.wording.words import Words
from ui.background.lane import Lane
from ui.desk.books import Books
from ui.desk.pages import Pages
from ui.desk.told import Told
from ui.desk.typed_page import TypedPage
from ui.window.window import MainWindow

if TYPE_CHECKING:
    from app.domain.next_text import NextText
    from ui.text_check.page import TextCheckPage
    from ui.text_check.state import Checked

#: A text up to this long is counted in a few milliseconds, between two keys; longer ones wait.
_AT_ONCE = 2_000
_REST_MS, _TO_REST_MS = 120, 200


class TextCheck(TypedPage):
    """Serves the page "Text check"."""

    def __init__(
        self, window: MainWindow, words: Callable[[], Words], *, books: Books, lane: Lane
    ) -> None:
        super().__init__(window, words, books=books, lane=lane)
        self._page: TextCheckPage | None = None
        self._checked: Checked | None = None
        self._next: NextText | None = None
        self._rest = self._resting(_REST_MS, self._count_later)
        self._to_rest = self._resting(_TO_REST_MS, self._read)

    @property
    def page(self) -> "TextCheckPage":
        """The page, made when it is first wanted."""
        if self._page is None:
            made = self._page = self._window.text_page()
            made.typed.connect(self._on_typed)
            made.addressed.connect(self._on_addressed)
            made.replaced.connect(self._on_replaced)
            made.copied.connect(self._on_copied)
            made.refused.connect(self._on_refused)
            made.plan_asked.connect(self._window.plan_asked)
            self._show_words()
        return self._page

    def look_at(self, text: str) -> None:
        """Show a text's figures, with the page in front."""
        self.page.box.write(text)
        self._window.page_chosen.emit("text")

    def forget(self) -> None:
        """Drop what was typed, before the window is pictured for the next start."""
        if self._page is not None:
            self._page.forget()
            self._checked = None

    @override
    def show(self) -> None:
        """The page has come to the front."""
        self._show()
        super().show()

    def speak(self) -> None:
        """Show the page in another language."""
        if self._page is not None:
            self._show_words()
            self._show()

    def _on_typed(self) -> None:
        text = self.page.box.text
        self._asked += 1  # what is being counted is another text
        if len(text) <= _AT_ONCE:
            self._rest.stop()
            self._checked = _check(text) if text else None
            self._show()
        else:
            self._rest.start()

    def _on_refused(self) -> None:
        # Here because the page comes when it is first wanted.
        from ui.text_check.box import MOST

        words = self._words()
        most = words.number(MOST)
        self.page.show_refusal(
            words.say("That is longer than {n} characters and was not taken.", n=most)
        )

    def _count_later(self) -> None:
        asked, text = self._asked, self.page.box.text
        self._lane.run(
            lambda: _check(text), lambda found: self._on_checked(asked, found), self.failed.emit
        )

    def _on_checked(self, asked: int, checked: "Checked") -> None:
        if asked == self._asked:
            self._checked = checked
            self._show()

    def _on_addressed(self) -> None:
        self._to_rest.start()
        self._show()

    @override
    def _read(self) -> None:
        books, to = self._books, self.page.to
        self._lane.run(lambda: _look(books, to), self._on_next, self._on_problem)

    def _on_next(self, found: "NextText") -> None:
        self._next = found
        self.page.show_recipient("")
        self._show()

    def _on_problem(self, problem: Problem) -> None:
        if isinstance(problem, UsageProblem):
            self.page.show_recipient(self._words().problem(problem))
        else:
            self.failed.emit(problem)

    def _on_replaced(self, char: str) -> None:
        # Here because the page, and what it is made of, come when they are first wanted.
        from app.domain.cheaper import written_plain

        checked = self._checked
        if checked is None or checked.text != self.page.box.text:
            return
        self.page.box.write(written_plain(checked.text, checked.count.costly, char))
        self.page.box.setFocus()

    def _on_copied(self) -> None:
        QGuiApplication.clipboard().setText(self.page.box.text)

    def _show(self) -> None:
        # Here for the same reason.
        from ui.text_check.state import text_state, text_words

        page, words = self.page, self._words()
        if self._checked is None:
            page.show_empty(text_words(words).empty)
        else:
            page.show_state(text_state(words, self._checked, self._next, page.media))

    def _show_words(self) -> None:
        # Here for the same reason.
        from ui.text_check.state import text_words

        self.page.show_words(text_words(self._words()))


class Desk(Protocol):
    """The parts that are connected here."""

    text: TextCheck
    pages: Pages
    told: Told


def wire_text_check(desk: Desk) -> None:
    """Connect the page."""
    desk.pages.serve("text", desk.text)
    desk.text.failed.connect(desk.told.problem)


def _check(text: str) -> "Checked":
    # Here because nobody checks a text while the window opens.
    from app.actions.count_segments import check_text
    from ui.text_check.state import Checked

    return Checked(text, *check_text(text))


def _look(books: Books, to: str) -> "NextText":
    # Here because the action brings the database with it.
    from app.actions.look_at_texts import look_at_next_text

    return look_at_next_text(books.ledger(), books.now(), to)
