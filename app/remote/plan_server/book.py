"""The plan book of a company: read from its server, and changed there on a revision one saw."""

from app.domain.book import Book
from app.domain.problem import UsageProblem
from app.remote.plan_server import book_reading
from app.remote.plan_server.client import PlanServer, Tagged
from app.wire.base import Request
from app.wire.plan import PlanBook


def read_book(server: PlanServer, tag: str = "") -> Book | None:
    """Read the book; ``None`` when it still is the one of ``tag``."""
    found = server.read("/plan", tag)
    return None if found is None else _book(server, found)


def change_book(server: PlanServer, method: str, path: str, message: Request, *, tag: str) -> Book:
    """Send one change, made on the book of ``tag``; returns the book after it.

    Failure of kind STALE when somebody else changed it first; then nothing is changed.
    """
    return _book(server, server.send(method, path, message, tag=tag))


def _book(server: PlanServer, found: Tagged) -> Book:
    said = server.understand(PlanBook, found.body)
    try:
        return book_reading.book(said, found.tag, server.member)
    except UsageProblem:
        raise server.nonsense() from None
