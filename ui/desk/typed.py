"""The pages on which something is typed that the ledger does not keep: a number, a text."""

from typing import Protocol

from ui.background.lane import Lane
from ui.desk import dial_wiring, text_check
from ui.desk.books import Books
from ui.desk.dial import Dial
from ui.desk.preferences import Preferences
from ui.desk.text_check import TextCheck
from ui.window.window import MainWindow


class Desk(dial_wiring.Desk, text_check.Desk, Protocol):
    """The parts that are connected here."""


def typed_pages(
    window: MainWindow, preferences: Preferences, *, books: Books, lane: Lane
) -> tuple[Dial, TextCheck]:
    """Make the desks of "Before you dial" and "Text check"."""
    return (
        Dial(window, preferences, books=books, lane=lane),
        TextCheck(window, lambda: preferences.words, books=books, lane=lane),
    )


def wire_typed(desk: Desk) -> None:
    """Connect both pages."""
    dial_wiring.wire_dial(desk)
    text_check.wire_text_check(desk)
