"""Twilio on loopback: accounts and their keys, lists in pages, usage, balance and prices."""

import re
from base64 import b64decode
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode

from app.domain.event import Fact
from app.domain.instant import DAY, Instant, instant
from tests.support.providers.place import Asked, Told
from tests.support.providers.twilio_book import LAST, Account, Made, Rows, Sent
from tests.support.providers.twilio_usage import usage_records

_LARGEST_PAGE, _USUAL_PAGE = 1000, 50
_LISTS = (("calls", "StartTime"), ("messages", "DateSent"))
_path = re.compile(r"/2010-04-01/Accounts/(AC[0-9a-fA-F]{32})(?:/(.+))?\.json").fullmatch
_pricing = re.compile(r"/(v2/Voice|v1/Messaging)/Countries/([A-Z]{2})").fullmatch
Query = Mapping[str, str]
#: What each kind of key may ask for; an API key never opens what lies below its account.
ALL = frozenset({"account", "calls", "texts", "usage", "balance", "prices"})
STANDARD = ALL - {"account"}


@dataclass(frozen=True, slots=True)
class Opens:
    """A key: its word, the account it is of, and what it may ask for."""

    word: str
    account: str
    rights: frozenset[str] = ALL


@dataclass
class Twilio:
    """Twilio as a whole; ``clock`` gives the present instant.

    ``keys`` by the user they are sent with: an account's SID with its auth token, or an API key's.
    ``page_size``: the most on a page, whatever is asked for. ``voice`` and ``messaging``: what is
    answered about prices toward a region.
    """

    clock: Callable[[], Instant]
    accounts: dict[str, Account] = field(default_factory=dict)
    keys: dict[str, Opens] = field(default_factory=dict)
    page_size: int = _LARGEST_PAGE
    voice: dict[str, Any] = field(default_factory=dict)
    messaging: dict[str, Any] = field(default_factory=dict)
    tokens: dict[str, tuple[Instant, str]] = field(default_factory=dict)

    def answer(self, asked: Asked) -> Told:
        """Answer a request."""
        opens = self._opens(asked.headers.get("authorization", ""))
        if opens is None:
            return _SHUT
        return self._told(opens, asked) if asked.method == "GET" else _READ_ONLY

    def revoke(self, user: str) -> None:
        """Take a key away."""
        del self.keys[user]

    def forget_pages(self) -> None:
        """Let no page be gone on with any more."""
        self.tokens.clear()

    def truth(self) -> dict[str, Fact]:
        """Return what a ledger that read every account has now, by the id of each entry."""
        accounts = [account.truth(self.clock()) for account in self.accounts.values()]
        return {identity: fact for facts in accounts for identity, fact in facts.items()}

    def _told(self, opens: Opens, asked: Asked) -> Told:
        if price := _pricing(asked.path):
            return self._prices(opens, price[1], price[2])
        if asked.path == "/2010-04-01/Accounts.json":
            return self._accounts(opens, asked)
        found = _path(asked.path)
        if found is None or found[1] not in self.accounts:
            return _MISSING
        return self._of_account(opens, self.accounts[found[1]], found[2] or "", asked)

    def _opens(self, header: str) -> Opens | None:
        scheme, _, pair = header.partition(" ")
        user, _, word = b64decode(pair).decode().partition(":")
        opens = self.keys.get(user)
        right = scheme == "Basic" and opens is not None and opens.word == word
        return opens if right else None

    def _may(self, opens: Opens, account: Account, right: str) -> bool:
        is_token = self.keys.get(opens.account) == opens
        below = is_token and account.owner == opens.account
        own = account.sid == opens.account
        # A suspended account gives nothing out but that it is suspended.
        active = account.status == "active" or right == "account"
        return right in opens.rights and active and (own or below)

    def _of_account(self, opens: Opens, account: Account, rest: str, asked: Asked) -> Told:
        what, _, sid = rest.partition("/")
        answers: dict[str, tuple[str, Callable[[], Told]]] = {
            "": ("account", lambda: Told(body=told_account(account))),
            "Calls": ("calls", lambda: self._records(account, account.calls, sid, asked)),
            "Messages": ("texts", lambda: self._records(account, account.texts, sid, asked)),
            "Usage": ("usage", lambda: self._usage(account, asked)),
            "Balance": ("balance", lambda: self._balance(account)),
        }
        if what not in answers:
            return _MISSING
        right, answer = answers[what]
        return answer() if self._may(opens, account, right) else _SHUT

    def _usage(self, account: Account, asked: Asked) -> Told:
        counted = [account]
        if asked.query.get("IncludeSubaccounts", "true") == "true":
            counted += [each for each in self.accounts.values() if each.owner == account.sid]
        return _short(asked, "usage_records", usage_records(counted, self.clock()))

    def _records(self, account: Account, rows: Rows[Any], sid: str, asked: Asked) -> Told:
        now = self.clock()
        if not sid:
            return self._list(account, rows, asked, now)
        row: Made | Sent | None = rows.by_sid.get(sid)
        if row is None or row.start > now:
            return _MISSING
        return Told(body=rows.told(sid, account.sid, now))

    def _list(self, account: Account, rows: Rows[Any], asked: Asked, now: Instant) -> Told:
        key, dated = _LISTS[rows is account.texts]
        try:
            since, before = _window(asked.query, dated, now)
            size = min(_size(asked.query), self.page_size)
        except ValueError:
            return refusal(400, 20001, "Invalid parameter")
        if token := asked.query.get("PageToken"):
            if token not in self.tokens:
                return refusal(400, 20007, "Unknown page token")
            before = min(before, self.tokens[token])
        found = rows.newest_first(since, before, size + 1)
        page = [rows.told(sid, account.sid, now) for _, sid in found[:size]]
        link = self._link(asked, found[size - 1]) if len(found) > size else None
        return Told(body=_paged(asked, key, page, link))

    def _link(self, asked: Asked, last: tuple[Instant, str]) -> str:
        token = f"PA{last[1]}"
        self.tokens[token] = last
        page = int(asked.query.get("Page", "0")) + 1
        query = {**asked.query, "Page": str(page), "PageToken": token}
        return f"{asked.path}?{urlencode(query)}"

    def _accounts(self, opens: Opens, asked: Asked) -> Told:
        if "account" not in opens.rights:
            return _SHUT
        mine = (opens.account,)
        found = [a for a in self.accounts.values() if a.sid in mine or a.owner in mine]
        return _short(asked, "accounts", list(map(told_account, found)))

    def _balance(self, account: Account) -> Told:
        if not account.balance:
            return _MISSING
        return Told(
            body={"account_sid": account.sid, "balance": account.balance, "currency": "USD"}
        )

    def _prices(self, opens: Opens, kind: str, region: str) -> Told:
        if "prices" not in opens.rights:
            return _SHUT
        known = self.voice if kind == "v2/Voice" else self.messaging
        if region not in known:
            return _MISSING
        url = f"https://pricing.twilio.com/{kind}/Countries/{region}"
        return Told(body={"iso_country": region, "url": url, **known[region]})


def refusal(status: int, code: int, message: str) -> Told:
    """Refuse as Twilio does."""
    more = f"https://www.twilio.com/docs/errors/{code}"
    body = {"code": code, "message": message, "more_info": more, "status": status}
    return Told(status, body)


_SHUT = refusal(401, 20003, "Authenticate")
_READ_ONLY = refusal(405, 20004, "Method not allowed")
_MISSING = refusal(404, 20404, "Not found")


def told_account(account: Account) -> dict[str, Any]:
    """Write an account as Twilio tells it, its auth token included."""
    created = "Mon, 01 Jan 2024 00:00:00 +0000"
    return {
        "sid": account.sid, "friendly_name": account.title, "status": account.status,
        "type": "Full", "owner_account_sid": account.owner or account.sid,
        "auth_token": "0" * 32, "date_created": created, "date_updated": created,
        "uri": f"/2010-04-01/Accounts/{account.sid}.json", "subresource_uris": {},
    }  # fmt: skip


def _short(asked: Asked, key: str, records: list[dict[str, Any]]) -> Told:
    """Answer a page of a list that is made anew each time."""
    page, size = int(asked.query.get("Page", "0")), _size(asked.query)
    rest = records[page * size :]
    query = {**asked.query, "Page": page + 1, "PageToken": f"PT{page + 1}"}
    link = f"{asked.path}?{urlencode(query)}" if len(rest) > size else None
    return Told(body=_paged(asked, key, rest[:size], link))


def _paged(
    asked: Asked, key: str, records: list[dict[str, Any]], link: str | None
) -> dict[str, Any]:
    page, size = int(asked.query.get("Page", "0")), _size(asked.query)
    uri = f"{asked.path}?{urlencode(asked.query)}" if asked.query else asked.path
    return {
        key: records, "page": page, "page_size": size, "start": page * size,
        "end": page * size + max(len(records) - 1, 0), "uri": uri, "next_page_uri": link,
        "previous_page_uri": None, "first_page_uri": uri,
    }  # fmt: skip


def _size(query: Query) -> int:
    size = int(query.get("PageSize", _USUAL_PAGE))
    if not 1 <= size <= _LARGEST_PAGE:
        raise ValueError(size)
    return size


def _window(query: Query, name: str, now: Instant) -> tuple[Instant, tuple[Instant, str]]:
    """Return from when on, and before which place: up to the midnight of a day, and until now."""
    since = _day(query.get(f"{name}>", "1990-01-01"))
    until = _day(query[f"{name}<"]) if f"{name}<" in query else now
    if name in query:
        since, until = _day(query[name]), Instant(_day(query[name]) + DAY - 1)
    return since, (min(until, now), LAST)


def _day(text: str) -> Instant:
    """Read a day, or its midnight; a time within a day is not asked for."""
    day = text.removesuffix("T00:00:00Z")
    return instant(datetime.strptime(day, "%Y-%m-%d").replace(tzinfo=UTC))
