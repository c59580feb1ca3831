"""First looks at unknown files, made without one."""

from dataclasses import replace

from app.actions.preview_mapping import FirstLook
from app.exchange.glimpse import Glimpse
from app.exchange.guess import guessed
from app.exchange.mapping import Mapping

HEADER = ("Wann", "Art", "Nebenstelle", "Ziel", "Dauer", "Status")
ROWS = (
    ("02.11.2026 15:04", "out", "101", "+14155550123", "61", "ANSWERED"),
    ("02.11.2026 16:04", "in", "101", "+14155550124", "0", "BUSY"),
)


def first_look(*kept: Mapping, sheets: tuple[str, ...] = ()) -> FirstLook:
    """The look at a table of six columns."""
    seen = Glimpse(HEADER, ROWS, separator=";")
    guess = replace(guessed(seen), name="anlage", made_for=HEADER)
    return FirstLook(seen, guess, kept, sheets)
