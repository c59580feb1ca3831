"""An invented company at Aircall, its calls made from a seed, all numbers being 555-01xx."""

from random import Random
from typing import Any

from app.domain.connection import Waiting
from tests.support.providers.aircall import Aircall
from tests.support.providers.aircall_book import Book, Line, Made, User

DAY = 86_400
#: Sunday, 22 November 2026, 12:00 UTC.
NOON = 1_795_348_800
ADA, BEN = 456, 457
_WITHHELD, _HANDED_ON, _INSIDE = 0.02, 0.95, 0.98
_FAR = ("+1 415-555-01", "+1 416-555-01", "+44 20 7946 01")


class Hands:
    """A clock whose hands are moved by hand, in UNIX seconds; waiting moves them."""

    def __init__(self, now: float = NOON) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now

    def pass_by(self, waiting: Waiting) -> None:
        """Let the time of a wait pass at once."""
        self.now += waiting.seconds


def company() -> Book:
    """Return a company with three lines and two users, and no calls yet."""
    book = Book()
    for line, digits in ((1, "+1 212-555-0100"), (2, "+1 212-555-0101"), (3, "+1 416-555-0102")):
        book.lines[line] = Line(line, digits, "CA" if line == 3 else "US")
    book.users[ADA] = User(ADA, "Ada Agent", "ada@example.com", (1, 3))
    book.users[BEN] = User(BEN, "Ben Agent", "ben@example.com", (2, 3))
    return book


def call(number: int, started: int, **changes: Any) -> Made:
    """Return a call of Ada to a number in California that took two minutes and five seconds."""
    usual: dict[str, Any] = {
        "id": number,
        "started": started,
        "answered": started + 10,
        "ended": started + 135,
        "outbound": True,
        "far": "+1 415-555-0123",
        "line": 1,
        "user": ADA,
        "created": started,
    }
    return Made(**{**usual, **changes})


def filled(book: Book, count: int, *, until: int = NOON, days: int = 180, seed: int = 1) -> Book:
    """Add calls of every kind, spread over the days before an instant."""
    chance = Random(seed)  # noqa: S311 - the same company each time, and nothing of it is hidden
    for number in range(100_000, 100_000 + count):
        book.add(_invented(chance, number, until - chance.randrange(days * DAY)))
    return book


def served(book: Book, hands: Hands | None = None, **settings: Any) -> Aircall:
    """Put a company behind an API."""
    return Aircall(book, hands or Hands(), **settings)


def _invented(chance: Random, number: int, started: int) -> Made:
    answered = started + chance.randrange(2, 30) if chance.random() < 0.8 else None
    outbound = chance.random() < 0.7
    user = None if answered is None and not outbound else chance.choice((ADA, BEN))
    odd = chance.random()
    far = f"{chance.choice(_FAR)}{chance.randrange(100):02}"
    if odd < _WITHHELD and not outbound:
        far = "anonymous"
    elif odd > _INSIDE:
        far = "+1 212-555-0101"
    return call(
        number,
        started,
        answered=answered,
        ended=(answered or started) + chance.randrange(1, 1_500),
        outbound=outbound,
        far=far,
        line=chance.choice((1, 2, 3)),
        user=user,
        # Aircall makes a record about when the call begins, not exactly then.
        created=started + chance.choice((-1, 0, 0, 0, 1, 2)),
        transferred_to=BEN if odd > _HANDED_ON else None,
    )
