"""Numbers, sources and names by their row ids; each is looked up once and kept.

Kept ids are right only while their transaction stands: after a rollback a new register is needed.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from app.domain.event import Call, Fact, Source
from app.domain.numbers import Number, parse, tail_of
from app.ledger.people import People

if TYPE_CHECKING:
    from sqlalchemy import Connection

_CHUNK = 500


class Register:
    """Turns what records write into row ids, and adds what is new."""

    def __init__(self, connection: "Connection") -> None:
        self.people = People(connection)
        self.numbers: dict[str, tuple[int, Number]] = {}
        self._ids: dict[str, int] = {}
        self._sources: dict[Source, int] = {}

    def refresh_people(self, connection: "Connection") -> None:
        """Read the people again, after another process may have changed them."""
        self.people = People(connection)

    def learn(self, connection: "Connection", facts: Iterable[Fact]) -> None:
        """Make sure every number of these facts has a row."""
        numbers = self.numbers
        unknown = {raw for fact in facts for raw in (fact.own, fact.far) if raw not in numbers}
        if unknown:
            self._add_numbers(connection, {raw: parse(raw) for raw in unknown})

    def number(self, connection: "Connection", raw: str) -> tuple[int, Number]:
        """Return row id and parsed form of a number as a record writes it."""
        if raw not in self.numbers:
            self._add_numbers(connection, {raw: parse(raw)})
        return self.numbers[raw]

    def source(self, connection: "Connection", source: Source) -> int:
        """Return the row id of a source."""
        known = self._sources.get(source)
        if known is None:
            connection.exec_driver_sql(
                "INSERT OR IGNORE INTO source (provider, account) VALUES (?, ?)", tuple(source)
            )
            (known,) = connection.exec_driver_sql(
                "SELECT id FROM source WHERE provider=? AND account=?", tuple(source)
            ).one()
            self._sources[source] = known
        return known

    def agent(self, connection: "Connection", name: str) -> int | None:
        """Return the row id of the user a record names, ``None`` when it names none."""
        return self.people.add(connection, name) if name else None

    def whose(self, connection: "Connection", fact: Fact, agent_id: int | None, own_id: int) -> int:
        """Return the person a fact belongs to."""
        people = self.people
        if agent_id is None and people.owns_numbers and isinstance(fact, Call) and fact.legs:
            return people.owner(self.number(connection, end)[0] for end in own_ends(fact))
        return people.person(agent_id, own_id)

    def _add_numbers(self, connection: "Connection", parsed: dict[str, Number]) -> None:
        missing = sorted({n.text: n for n in parsed.values() if n.text not in self._ids}.items())
        for start in range(0, len(missing), _CHUNK):
            self._load(connection, [text for text, _ in missing[start : start + _CHUNK]])
        new = [number for text, number in missing if text not in self._ids]
        if new:
            self._insert(connection, new)
        for raw, number in parsed.items():
            self.numbers[raw] = (self._ids[number.text], number)

    def _load(self, connection: "Connection", texts: list[str]) -> None:
        marks = ",".join("?" * len(texts))
        self._ids.update(
            (text, found)
            for found, text in connection.exec_driver_sql(
                f"SELECT id, text FROM number WHERE text IN ({marks})",  # noqa: S608 - only marks
                tuple(texts),
            )
        )

    def _insert(self, connection: "Connection", new: list[Number]) -> None:
        (last,) = connection.exec_driver_sql("SELECT coalesce(max(id), 0) FROM number").one()
        rows = [
            (last + i, n.text, n.kind.value, n.region, tail_of(n.text))
            for i, n in enumerate(new, start=1)
        ]
        connection.exec_driver_sql("INSERT INTO number VALUES (?, ?, ?, ?, ?)", rows)
        self._ids.update((row[1], row[0]) for row in rows)


def own_ends(call: Call) -> tuple[str, ...]:
    """Return the numbers of a call that may be an agent's own: its side, and the first leg's."""
    if not call.legs:
        return (call.own,)
    root = call.legs[0]
    return tuple(end for end in (call.own, root.origin, root.destination) if end != call.far)
