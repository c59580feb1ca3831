"""Aircall on loopback: keys, pages, the ceiling of a list, and 120 questions a minute."""

from base64 import b64decode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from app.domain.event import Call
from tests.support.providers.aircall_book import Book
from tests.support.providers.place import Asked, Told

CEILING = 10_000
_USUAL_PAGE, _LARGEST_PAGE = 20, 50
_MISSING = Told(404, {"error": "Not Found", "troubleshoot": "Check the path"})


@dataclass
class Aircall:
    """The API of one company; ``clock`` gives UNIX seconds.

    ``limit``: questions a minute, ``None`` for as many as one likes. ``headers_always``: whether
    every answer tells of the limit, or only refusals. ``reset_unit``: how many there are in a
    second. ``old``: there is no second version of the users yet. ``capped``: the number of matches
    is never told beyond the ceiling.
    """

    book: Book
    clock: Callable[[], float]
    keys: dict[str, str] = field(default_factory=lambda: {"key-id": "key-token"})
    limit: int | None = None
    headers_always: bool = True
    reset_unit: int = 1
    old: bool = False
    capped: bool = False
    minute: int = 0
    used: int = 0

    def answer(self, asked: Asked) -> Told:
        """Answer a request."""
        refusal = self._refused(asked)
        if refusal is not None:
            return refusal
        told = self._told(asked)
        return told if not self.headers_always else Told(*told[:2], self._limits())

    def revoke(self, user: str = "key-id") -> None:
        """Take a key back."""
        del self.keys[user]

    def truth(self) -> dict[str, Call]:
        """Return what a ledger that read everything has, by the id of each call."""
        return self.book.truth(self.book.company, int(self.clock()))

    def ask_elsewhere(self, questions: int) -> None:
        """Let another program of the company ask, which uses up the same limit."""
        self._count(questions)

    def _refused(self, asked: Asked) -> Told | None:
        if "authorization" not in asked.headers:
            return Told(401, {"error": "Unauthorized", "troubleshoot": "Send an API key"})
        if not self._lets_in(asked.headers["authorization"]):
            return Told(403, {"error": "Forbidden", "troubleshoot": "Check the API key"})
        self._count(1)
        if self.limit is not None and self.used > self.limit:
            return Told(429, {"error": "Too Many Requests"}, self._limits())
        return None

    def _lets_in(self, header: str) -> bool:
        scheme, _, pair = header.partition(" ")
        user, _, word = b64decode(pair).decode().partition(":")
        return scheme == "Basic" and bool(word) and self.keys.get(user) == word

    def _count(self, questions: int) -> None:
        minute = int(self.clock()) // 60
        self.used = questions + (self.used if minute == self.minute else 0)
        self.minute = minute

    def _limits(self) -> Mapping[str, str]:
        if self.limit is None:
            return {}
        return {
            "X-AircallApi-Limit": str(self.limit),
            "X-AircallApi-Remaining": str(max(0, self.limit - self.used)),
            "X-AircallApi-Reset": str((self.minute + 1) * 60 * self.reset_unit),
        }

    def _told(self, asked: Asked) -> Told:
        if asked.method != "GET":
            return Told(405, {"error": "Method Not Allowed"})
        version, _, rest = asked.path.removeprefix("/").partition("/")
        if rest == "users":
            known = version == "v1" or (version == "v2" and not self.old)
            return self._users(asked, version) if known else _MISSING
        return self._first_version(asked, rest) if version == "v1" else _MISSING

    def _first_version(self, asked: Asked, rest: str) -> Told:
        if rest.startswith("calls/"):
            return self._call(rest.removeprefix("calls/"))
        answers: dict[str, Callable[[], Told]] = {
            "ping": lambda: Told(200, {"ping": "pong"}),
            "company": lambda: Told(200, {"company": self._company()}),
            "numbers": lambda: self._page(asked, "numbers", list(self.book.lines), self._line),
            "calls": lambda: self._calls(asked),
        }
        return answers.get(rest, lambda: _MISSING)()

    def _company(self) -> dict[str, Any]:
        book = self.book
        counts = {"users_count": len(book.users), "numbers_count": len(book.lines)}
        return {"name": book.company, **counts}

    def _users(self, asked: Asked, version: str) -> Told:
        def user(user_id: int) -> Any:
            told = self.book.user_told(user_id)
            lines = self.book.users[user_id].numbers
            numbers = {"numbers": [self.book.line_told(line) for line in lines]}
            return told if version == "v2" else {**(told or {}), **numbers}

        return self._page(asked, "users", list(self.book.users), user)

    def _line(self, line_id: int) -> Any:
        users = [user.id for user in self.book.users.values() if line_id in user.numbers]
        return {
            **self.book.line_told(line_id),
            "users": [self.book.user_told(user) for user in users],
        }

    def _calls(self, asked: Asked) -> Told:
        now, query = int(self.clock()), asked.query
        try:
            start, end = int(query.get("from", 0)), int(query.get("to", now))
        except ValueError:
            return _bad("from and to are UNIX timestamps")
        found = self.book.between(start, end, now)
        if query.get("order", "asc") not in ("asc", "desc"):
            return _bad("order is asc or desc")
        ordered = found if query.get("order", "asc") == "asc" else found[::-1]
        return self._page(asked, "calls", ordered, lambda pair: self.book.told(pair[1], now))

    def _call(self, number: str) -> Told:
        now = int(self.clock())
        call = self.book.calls.get(int(number)) if number.isdecimal() else None
        if call is None or call.created > now:
            return _MISSING
        return Told(200, {"call": self.book.told(call.id, now)})

    def _page(
        self, asked: Asked, key: str, found: Sequence[Any], tell: Callable[[Any], Any]
    ) -> Told:
        try:
            page = int(asked.query.get("page", 1))
            most = int(asked.query.get("per_page", _USUAL_PAGE))
        except ValueError:
            return _bad("page and per_page are numbers")
        if page < 1 or not 1 <= most <= _LARGEST_PAGE:
            return _bad("page or per_page is out of range")
        reachable = min(len(found), CEILING)
        shown = [tell(each) for each in found[:reachable][(page - 1) * most : page * most]]
        total = reachable if self.capped else len(found)
        links = [page - 1 if page > 1 else None, page + 1 if page * most < reachable else None]
        before, after = (_link(asked, most, number) for number in links)
        meta: dict[str, Any] = {
            "count": len(shown),
            "total": total,
            "current_page": page,
            "per_page": most,
        }
        meta |= {"next_page_link": after, "previous_page_link": before}
        return Told(200, {"meta": meta, key: shown})


def _link(asked: Asked, most: int, page: int | None) -> str | None:
    if page is None:
        return None
    query = urlencode({**asked.query, "page": page, "per_page": most})
    return f"https://api.aircall.io{asked.path}?{query}"


def _bad(why: str) -> Told:
    return Told(400, {"error": "Bad Request", "troubleshoot": why})
