"""The pages on which something is typed that the ledger does not keep: a number, a text."""

from collections.abc import Callable
from typing import Protocol

from app.wording.words import Words
from ui.background.lane import Lane
from ui.desk import dial, text_check
from ui.desk.books import Books
from ui.desk.dial import Dial
from ui.desk.text_check import TextCheck
from ui.window.window import MainWindow


class Desk(dial.Desk, text_check.Desk, Protocol):
    """The parts that are connected here."""


def typed_pages(
    window: MainWindow, words: Callable[[], Words], *, books: Books, lane: Lane
) -> tuple[Dial, TextCheck]:
    """Make the desks of "Before you dial" and "Text check"."""
    return (
        Dial(window, words, books=books, lane=lane),
        TextCheck(window, words, books=books, lane=lane),
    )


def wire_typed(desk: Desk) -> None:
    """Connect both pages."""
    dial.wire_dial(desk)
    text_check.wire_text_check(desk)
