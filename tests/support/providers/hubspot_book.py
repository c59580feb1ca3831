"""What an account has at the HubSpot on loopback: records that are edited, deleted, restored."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

CALLS, TEXTS = "calls", "communications"
Properties = Mapping[str, str | None]
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_DAY_MS = 86_400_000
_WAYS = ("OUTBOUND", "OUTBOUND", "INBOUND")
_STATES = ("COMPLETED", "COMPLETED", "COMPLETED", "NO_ANSWER", "BUSY")


@dataclass(frozen=True, slots=True)
class Stored:
    """A version of a record; stamps are milliseconds. ``shown``: as it was answered already."""

    id: int
    kind: str
    properties: Properties
    created: int
    changed: int
    archived: bool = False
    shown: dict[tuple[str, ...], dict[str, Any]] = field(default_factory=dict)

    def value(self, name: str) -> str | int | None:
        """Return what a filter compares: numbers and times as numbers."""
        if name == "hs_lastmodifieddate":
            return self.changed
        if name == "hs_object_id":
            return self.id
        said = self.properties.get(name)
        return ms(said) if name == "hs_timestamp" and said else said

    def told(self, names: tuple[str, ...]) -> dict[str, Any]:
        """Return the record with some of its properties, as HubSpot answers it."""
        found = self.shown.get(names)
        if found is None:
            found = self.shown[names] = {
                "id": str(self.id),
                "properties": self._properties(names),
                "createdAt": iso(self.created),
                "updatedAt": iso(self.changed),
                "archived": self.archived,
            }
        return found

    def _properties(self, names: tuple[str, ...]) -> dict[str, str | None]:
        housekeeping = {
            "hs_createdate": iso(self.created),
            "hs_lastmodifieddate": iso(self.changed),
            "hs_object_id": str(self.id),
        }
        return {**{name: self.properties.get(name) for name in names}, **housekeeping}


class Book:
    """The records; ``clock`` gives UNIX seconds.

    ``lag``: after how many seconds the search knows of a change.
    """

    def __init__(self, clock: Callable[[], float], lag: float = 0) -> None:
        self.clock = clock
        self.lag = lag
        self.records: dict[str, dict[int, Stored]] = {CALLS: {}, TEXTS: {}}
        self._indexed: dict[str, dict[int, Stored]] = {CALLS: {}, TEXTS: {}}
        self._pending: list[tuple[float, Stored]] = []
        self._sorted: dict[tuple[str, str], list[int]] = {}
        self._next = 9001
        self.fill_text = "Hello"

    def now(self) -> int:
        """Return the present stamp."""
        return int(self.clock() * 1000)

    def add(self, calls: int, *, days: int = 120, seed: int = 1) -> list[int]:
        """Put so many calls in, spread over the days before now; their owners are 101 to 104."""
        random, now = Random(seed), self.now()  # noqa: S311 - invented calls, the same each time
        return [self._any_call(random, now - int(random.random() * days * _DAY_MS) - 4_000_000)
                for _ in range(calls)]  # fmt: skip

    def call(self, *, changed: int | None = None, **said: str | None) -> int:
        """Put a call in: answered, outbound, a minute and a second, now, unless said otherwise."""
        usual = {
            "hs_timestamp": iso(self.now()),
            "hs_call_duration": "61000",
            "hs_call_direction": "OUTBOUND",
            "hs_call_status": "COMPLETED",
            "hs_call_from_number": "+12125550100",
            "hs_call_to_number": "+14165550123",
            "hubspot_owner_id": "101",
        }
        return self._put(CALLS, {**usual, **said}, changed)

    def text(self, *, changed: int | None = None, **said: str | None) -> int:
        """Put a logged text in."""
        usual = {
            "hs_timestamp": iso(self.now()),
            "hs_communication_channel_type": "SMS",
            "hs_communication_logged_from": "CRM",
            "hs_communication_body": self.fill_text,
            "hubspot_owner_id": "101",
        }
        return self._put(TEXTS, {**usual, **said}, changed)

    def edit(self, number: int, **said: str | None) -> None:
        """Change properties of a record."""
        old = self._of(number)
        self._store(
            replace(old, properties={**old.properties, **said}, changed=self.now(), shown={})
        )

    def touch(self, numbers: Iterable[int]) -> None:
        """Change records all at once, as a bulk update does: they share one stamp."""
        stamp = self.now()
        for number in numbers:
            self._store(replace(self._of(number), changed=stamp, shown={}))

    def archive(self, number: int) -> None:
        """Delete a record, which stays in the list of those that were deleted."""
        self._store(replace(self._of(number), archived=True, shown={}))

    def restore(self, number: int) -> None:
        """Bring a deleted record back."""
        self._store(replace(self._of(number), archived=False, changed=self.now(), shown={}))

    def listed(self, kind: str, *, archived: bool) -> list[Stored]:
        """Return what a list shows, by id."""
        return [each for _, each in sorted(self.records[kind].items())
                if each.archived is archived]  # fmt: skip

    def found(self, kind: str, key: str, fits: Callable[[Stored], bool]) -> list[int]:
        """Return the ids of what the search knows and what fits; ``key`` stands for ``fits``."""
        self._index()
        ids = self._sorted.get((kind, key))
        if ids is None:
            known = self._indexed[kind]
            ids = sorted(number for number, each in known.items() if fits(each))
            self._sorted[kind, key] = ids
        return ids

    def known(self, kind: str, number: int) -> Stored:
        """Return a record as the search knows it."""
        return self._indexed[kind][number]

    def _any_call(self, random: Random, start: int) -> int:
        status, length = random.choice(_STATES), random.randrange(500, 1_800_000)
        own, far = f"+1212555{random.randrange(100, 105):04}", f"+1416{random.randrange(10**7):07}"
        way = random.choice(_WAYS)
        app = random.random() < 0.05
        return self.call(
            changed=start + length,
            hs_timestamp=iso(start),
            hs_call_status=status,
            hs_call_duration=str(length) if status == "COMPLETED" else None,
            hs_call_direction=way,
            hs_call_from_number=own if way == "OUTBOUND" else far,
            hs_call_to_number=far if way == "OUTBOUND" else own,
            hubspot_owner_id=str(random.randrange(101, 105)),
            hs_call_app_id="4711" if app else None,
            hs_call_external_id=str(random.randrange(10**9)) if app else None,
        )

    def _put(self, kind: str, properties: Properties, changed: int | None) -> int:
        number, self._next = self._next, self._next + 1
        stamp = self.now() if changed is None else changed
        self._store(Stored(number, kind, properties, stamp, stamp))
        return number

    def _of(self, number: int) -> Stored:
        return self.records[CALLS].get(number) or self.records[TEXTS][number]

    def _store(self, version: Stored) -> None:
        self.records[version.kind][version.id] = version
        self._pending.append((self.clock() + self.lag, version))

    def _index(self) -> None:
        now = self.clock()
        due = bisect_right(self._pending, now, key=lambda each: each[0])
        for _, version in self._pending[:due]:
            self._sorted.clear()
            known = self._indexed[version.kind]
            known.pop(version.id, None)
            if not version.archived:
                known[version.id] = version
        del self._pending[:due]


def iso(stamp: int) -> str:
    """Write a stamp as HubSpot does."""
    return (_EPOCH + timedelta(milliseconds=stamp)).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"


def ms(written: str) -> int:
    """Read a time as a stamp, however it is written."""
    if written.isdecimal():
        return int(written)
    return (datetime.fromisoformat(written) - _EPOCH) // timedelta(milliseconds=1)
