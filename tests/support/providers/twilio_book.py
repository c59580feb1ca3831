"""What accounts have at the Twilio on loopback: calls in legs and messages that happen in time."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from email.utils import format_datetime
from functools import lru_cache
from typing import Any, Generic, TypeVar

from app.domain.event import Call, Direction, Fact, Leg, Source, Text
from app.domain.instant import DAY, SECOND, Instant, moment
from app.domain.merge import merged
from app.domain.money import Money, parse_amount
from app.domain.segments import count

NEVER = Instant(2**62)
LAST = "\x7f"
ALWAYS = Instant(0)


@dataclass(frozen=True, slots=True)
class Made:
    """A leg of a call; ``seconds`` 0 with another status than "completed" was not answered.

    ``priced``: from when on its price is told.
    """

    sid: str
    origin: str
    destination: str
    start: Instant
    seconds: int
    way: str = "outbound-api"
    status: str = "completed"
    parent: str = ""
    price: str = "-0.0140"
    priced: Instant = ALWAYS

    @property
    def is_answered(self) -> bool:
        """Tell whether anybody talked."""
        return self.status == "completed"

    @property
    def ended(self) -> Instant:
        """When it was over."""
        return Instant(self.start + self.seconds * SECOND)

    def is_over(self, now: Instant) -> bool:
        """Tell whether nobody talks any more."""
        return self.ended <= now

    def told(self, account: str, now: Instant) -> dict[str, Any]:
        """Write it as Twilio tells it now."""
        over, path = self.is_over(now), f"/2010-04-01/Accounts/{account}/Calls/{self.sid}"
        priced = over and self.is_answered and self.priced <= now
        return {
            "sid": self.sid, "account_sid": account, "parent_call_sid": self.parent or None,
            "from": self.origin, "to": self.destination,
            "from_formatted": self.origin, "to_formatted": self.destination,
            "status": self.status if over else "in-progress", "direction": self.way,
            "start_time": rfc_2822(self.start), "end_time": rfc_2822(self.ended) if over else None,
            "date_created": rfc_2822(self.start), "date_updated": rfc_2822(self.ended),
            "duration": str(self.seconds) if over else None,
            "price": self.price if priced else None, "price_unit": "USD",
            "answered_by": None, "api_version": "2010-04-01", "forwarded_from": None,
            "group_sid": None, "caller_name": None, "queue_time": "0", "trunk_sid": None,
            "phone_number_sid": None, "uri": f"{path}.json", "subresource_uris": {},
        }  # fmt: skip

    def fact(self, account: str, now: Instant) -> Fact | None:
        """Return what a ledger has of it now, ``None`` while it goes on."""
        if not self.is_over(now):
            return None
        price = _money(self.price) if self.is_answered and self.priced <= now else None
        leg = Leg(self.seconds * SECOND, self.origin, self.destination, self.sid, price)
        inbound = self.way == "inbound" and ":" not in self.origin
        own, far = (leg.destination, leg.origin) if inbound else (leg.origin, leg.destination)
        direction = Direction.INBOUND if inbound else Direction.OUTBOUND
        source, identity = Source("twilio", account), self.parent or self.sid
        return Call(source, identity, self.start, leg.talk_us, direction, own, far, legs=(leg,))


@dataclass(frozen=True, slots=True)
class Sent:
    """A message; ``start`` is when it was sent.

    ``counted``: from when on the segments are told, ``priced``: the price.
    """

    sid: str
    origin: str
    destination: str
    start: Instant
    body: str = "Hello"
    way: str = "outbound-api"
    status: str = "delivered"
    media: int = 0
    price: str = "-0.0079"
    counted: Instant = ALWAYS
    priced: Instant = ALWAYS

    @property
    def is_taken(self) -> bool:
        """Tell whether it was sent at all."""
        return self.status not in ("failed", "canceled", "queued", "accepted", "sending")

    def told(self, account: str, now: Instant) -> dict[str, Any]:
        """Write it as Twilio tells it now."""
        path = f"/2010-04-01/Accounts/{account}/Messages/{self.sid}"
        return {
            "sid": self.sid, "account_sid": account, "messaging_service_sid": None,
            "from": self.origin, "to": self.destination, "body": self.body,
            "status": self.status, "direction": self.way,
            "date_sent": rfc_2822(self.start), "date_created": rfc_2822(self.start),
            "date_updated": rfc_2822(self.start), "api_version": "2010-04-01",
            "num_segments": str(self.segments) if self.counted <= now else "0",
            "num_media": str(self.media), "error_code": None, "error_message": None,
            "price": self.price if self.is_taken and self.priced <= now else None,
            "price_unit": "USD", "uri": f"{path}.json", "subresource_uris": {},
        }  # fmt: skip

    def fact(self, account: str, now: Instant) -> Fact | None:
        """Return what a ledger has of it now, ``None`` for what was never sent."""
        if not self.is_taken:
            return None
        size, inbound = count(self.body), self.way == "inbound"
        ends = (self.destination, self.origin) if inbound else (self.origin, self.destination)
        return Text(
            Source("twilio", account), self.sid, self.start,
            Direction.INBOUND if inbound else Direction.OUTBOUND, *ends,
            counted=size.segments, reported=self.segments if self.counted <= now else None,
            encoding=size.encoding.value, units=size.units, characters=size.characters,
            media=self.media, price=_money(self.price) if self.priced <= now else None,
        )  # fmt: skip

    @property
    def segments(self) -> int:
        """How many segments it is billed as."""
        return 1 if self.media else count(self.body).segments


_Row = TypeVar("_Row", Made, Sent)


@dataclass
class Rows(Generic[_Row]):
    """Records of one kind, in the order of their starts; what has not begun yet is not listed."""

    by_sid: dict[str, _Row] = field(default_factory=dict)
    order: list[tuple[Instant, str]] = field(default_factory=list)
    #: Fields that a record has instead of its own, however odd: what a test wants answered.
    oddities: dict[str, dict[str, Any]] = field(default_factory=dict)

    def add(self, *rows: _Row) -> None:
        """Put records in, or in place of those with their SIDs."""
        for row in rows:
            self.remove(row.sid)
            self.by_sid[row.sid] = row
        self.order += [(row.start, row.sid) for row in rows]
        self.order.sort()

    def edit(self, sid: str, **changes: Any) -> None:
        """Change a record."""
        self.add(replace(self.by_sid[sid], **changes))

    def remove(self, sid: str) -> None:
        """Delete a record, if it is there."""
        old = self.by_sid.pop(sid, None)
        if old is not None:
            del self.order[bisect_left(self.order, (old.start, sid))]

    def newest_first(
        self, since: Instant, before: tuple[Instant, str], most: int
    ) -> list[tuple[Instant, str]]:
        """Return starts and SIDs from an instant on, which is included, before a place."""
        end = bisect_left(self.order, before)
        begin = max(bisect_left(self.order, (since, "")), end - most)
        return self.order[begin:end][::-1]

    def told(self, sid: str, account: str, now: Instant) -> dict[str, Any]:
        """Write a record as Twilio tells it now."""
        return {**self.by_sid[sid].told(account, now), **self.oddities.get(sid, {})}

    def facts(self, account: str, now: Instant) -> Iterator[Fact]:
        """Yield what a ledger has of each record now, parents before what they created."""
        rows = (self.by_sid[sid] for start, sid in self.order if start <= now)
        for row in sorted(rows, key=lambda row: bool(getattr(row, "parent", ""))):
            fact = row.fact(account, now)
            if fact is not None:
                yield fact


@dataclass
class Account:
    """An account; ``owner``: "" unless it is below another one; ``balance``: "" if it has none."""

    sid: str
    title: str
    owner: str = ""
    status: str = "active"
    balance: str = ""
    calls: Rows[Made] = field(default_factory=Rows)
    texts: Rows[Sent] = field(default_factory=Rows)

    def truth(self, now: Instant) -> dict[str, Fact]:
        """Return what a ledger that read everything has now, by the id of each entry."""
        found: dict[str, Fact] = {}
        for fact in (*self.calls.facts(self.sid, now), *self.texts.facts(self.sid, now)):
            known = found.get(fact.external_id)
            found[fact.external_id] = merged(known, fact) if known else fact
        return found


def rfc_2822(at: Instant) -> str:
    """Write an instant as Twilio does."""
    second = at // SECOND % 86_400
    clock = f"{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}"
    return f"{_day(at // DAY)} {clock} +0000"


@lru_cache(maxsize=4096)
def _day(number: int) -> str:
    return format_datetime(moment(Instant(number * DAY)))[:-15]


def _money(text: str) -> Money:
    return Money(abs(parse_amount(text)), "USD")
