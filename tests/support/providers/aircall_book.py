"""What a company has at the Aircall on loopback: users, numbers, and calls that happen in time."""

from bisect import bisect_left, bisect_right, insort
from dataclasses import dataclass, field, replace
from typing import Any

from app.domain.event import Call, Direction, Source
from app.domain.instant import SECOND, Instant

HISTORY = 183 * 86_400


@dataclass(frozen=True, slots=True)
class User:
    """A user; ``numbers``: which lines they may use."""

    id: int
    name: str
    email: str
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A number of the company, as Aircall writes it."""

    id: int
    digits: str
    country: str = "US"
    name: str = "Sales"


@dataclass(frozen=True, slots=True)
class Made:
    """A call; all times are UNIX seconds, ``answered`` is ``None`` when nobody did."""

    id: int
    started: int
    ended: int
    answered: int | None
    outbound: bool
    far: str
    line: int
    user: int | None
    created: int
    transferred_to: int | None = None
    assigned_to: int | None = None


@dataclass
class Book:
    """The records of a company; a call is listed once it was made, and ends when its time comes."""

    company: str = "Example GmbH"
    users: dict[int, User] = field(default_factory=dict)
    lines: dict[int, Line] = field(default_factory=dict)
    calls: dict[int, Made] = field(default_factory=dict)
    order: list[tuple[int, int]] = field(default_factory=list)
    #: Fields that a call has instead of its own, however odd: what a test wants to be answered.
    oddities: dict[int, dict[str, Any]] = field(default_factory=dict)

    def add(self, call: Made) -> Made:
        """Put a call in, or in place of the one with its id."""
        self.remove(call.id)
        self.calls[call.id] = call
        insort(self.order, (call.created, call.id))
        return call

    def edit(self, call_id: int, **changes: Any) -> Made:
        """Change a call."""
        return self.add(replace(self.calls[call_id], **changes))

    def remove(self, call_id: int) -> None:
        """Delete a call, if it is there."""
        old = self.calls.pop(call_id, None)
        if old is not None:
            del self.order[bisect_left(self.order, (old.created, old.id))]

    def between(self, start: int, end: int, now: int) -> list[tuple[int, int]]:
        """List what was made from a second to another one, oldest first."""
        first = bisect_left(self.order, (max(start, now - HISTORY), 0))
        return self.order[first : bisect_right(self.order, (min(end, now), 2**63))]

    def told(self, call_id: int, now: int) -> dict[str, Any]:
        """Write a call as Aircall tells it now."""
        call = self.calls[call_id]
        answered = call.answered if call.answered is not None and call.answered <= now else None
        ended = call.ended if call.ended <= now else None
        status = "done" if ended else "answered" if answered else "initial"
        return {
            "id": call.id,
            "sid": f"CA{call.id:032x}",
            "direct_link": f"https://api.aircall.io/v1/calls/{call.id}",
            "direction": "outbound" if call.outbound else "inbound",
            "status": status,
            "missed_call_reason": None if answered or call.outbound else "agents_did_not_answer",
            "started_at": call.started,
            "answered_at": answered,
            "ended_at": ended,
            "duration": (ended or now) - call.started,
            "raw_digits": call.far,
            **dict.fromkeys(("voicemail", "recording", "asset", "contact", "transferred_by")),
            "archived": False,
            "cost": "0.00",
            "user": self.user_told(call.user),
            "number": self.line_told(call.line),
            "assigned_to": self.user_told(call.assigned_to),
            "transferred_to": self.user_told(call.transferred_to),
            "comments": [],
            "tags": [],
            "teams": [],
            **self.oddities.get(call_id, {}),
        }

    def user_told(self, user_id: int | None) -> dict[str, Any] | None:
        """Write a user as lists and calls have them."""
        user = self.users.get(user_id or 0)
        return None if user is None else {
            "id": user.id,
            "direct_link": f"https://api.aircall.io/v2/users/{user.id}",
            "name": user.name, "email": user.email,
            "available": True, "availability_status": "available",
            "created_at": "2024-01-01T00:00:00.000Z",
            "time_zone": "America/New_York", "language": "en-US", "wrap_up_time": 0,
        }  # fmt: skip

    def line_told(self, line_id: int) -> dict[str, Any]:
        """Write a number as calls have it."""
        line = self.lines[line_id]
        return {
            "id": line.id,
            "direct_link": f"https://api.aircall.io/v1/numbers/{line.id}",
            "name": line.name,
            "digits": line.digits,
            "country": line.country,
            "created_at": "2024-01-01T00:00:00.000Z",
            "time_zone": "America/New_York",
            "availability_status": "open",
            "live_recording_activated": False,
            "priority": None,
        }

    def truth(self, account: str, now: int) -> dict[str, Call]:
        """Return what a ledger that read everything has, by the id of each call."""
        return {
            str(call.id): self._fact(call, account)
            for call in self.calls.values()
            if now - HISTORY <= call.created and call.ended <= now
        }

    def _fact(self, call: Made, account: str) -> Call:
        whose = call.user or call.transferred_to or (call.assigned_to if call.answered else None)
        far = _plain(call.far)
        inside = far in {_plain(line.digits) for line in self.lines.values()}
        return Call(
            Source("aircall", account),
            str(call.id),
            Instant(call.started * SECOND),
            0 if call.answered is None else (call.ended - call.answered) * SECOND,
            Direction.OUTBOUND if call.outbound else Direction.INBOUND,
            _plain(self.lines[call.line].digits),
            far,
            agent=self.users[whose].name if whose else "",
            counts_toward="none" if inside else "",
            call_id=f"CA{call.id:032x}",
        )


def _plain(number: str) -> str:
    return number.replace(" ", "").replace("-", "")
