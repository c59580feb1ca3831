"""Whose an entry is: names in records, aliases, own numbers, and who "me" is."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from app.domain.event import Method, Source
from app.domain.problem import UsageProblem, mark
from app.domain.rating import Habits
from app.ledger.driver import driver

if TYPE_CHECKING:
    from sqlalchemy import Connection


class Person(NamedTuple):
    """A name records use, and the person it stands for (another row where it is an alias)."""

    id: int
    name: str
    person_id: int
    method: str
    phone: str


class People:
    """The people of the ledger as one transaction sees them, with names found without case."""

    def __init__(self, connection: "Connection") -> None:
        rows = driver(connection).execute("SELECT id, name, person_id, method, phone FROM agent")
        self.by_id: dict[int, Person] = {row[0]: Person(*row) for row in rows}
        self._ids = {_folded(p.name): p.id for p in self.by_id.values() if p.name}
        self._persons: dict[int, int] = {p.id: p.person_id for p in self.by_id.values()}
        (me,) = driver(connection).execute("SELECT me_id FROM profile").fetchone()
        self.me = int(me)
        marked = driver(connection).execute(
            "SELECT provider, account FROM source WHERE past_allowance=1"
        )
        self.behind_connect = {Source(*row) for row in marked}
        owned = driver(connection).execute("SELECT number_id, person_id FROM own_number")
        self._owned: dict[int, int] = {row[0]: row[1] for row in owned}

    def id_of(self, name: str) -> int | None:
        """Return the row of a name, ``None`` for one not yet known."""
        return self._ids.get(_folded(name))

    def add(self, connection: "Connection", name: str) -> int:
        """Return the row of a name, made when it is new."""
        known = self.id_of(name)
        if known is not None:
            return known
        new = max(self.by_id) + 1
        connection.exec_driver_sql(
            "INSERT INTO agent (id, name, person_id) VALUES (?, ?, ?)", (new, name.strip(), new)
        )
        self.by_id[new] = Person(new, name.strip(), new, Method.BROWSER.value, "")
        self._ids[_folded(name)] = self._persons[new] = new
        return new

    def person(self, agent_id: int | None, own_number_id: int) -> int:
        """Return whose a fact is: the user it names, else the owner of its own number, else me."""
        if agent_id is not None:
            return self._persons[agent_id]
        return self._owned.get(own_number_id, self.me) if self._owned else self.me

    @property
    def owns_numbers(self) -> bool:
        """Tell whether anybody's own numbers are known."""
        return bool(self._owned)

    def owner(self, number_ids: Iterable[int]) -> int:
        """Return who owns the first of these numbers that anybody owns, else me."""
        owners = (self._owned.get(number_id) for number_id in number_ids)
        return next((owner for owner in owners if owner is not None), self.me)

    def named_me(self) -> bool:
        """Tell whether "me" has a name yet."""
        return bool(self.by_id[self.me].name)

    def not_yet_me(self) -> tuple[str, ...]:
        """Return the names among which mine is to be found, empty where that needs no question."""
        named = () if self.named_me() else self._named()
        return tuple(person.name for person in named) if len(named) > 1 else ()

    def _named(self) -> "list[Person]":
        """Return the people who have a name, in the order of their names."""
        return sorted(
            (p for p in self.by_id.values() if p.name and p.person_id == p.id),
            key=lambda p: p.name.casefold(),
        )

    def asked_for(self, agent: str | None, *, everybody: str) -> list[int]:
        """Return whose meters are meant: mine, one agent's, or everybody's with mine first.

        While "me" has no name and records name several people, nobody knows which one is meant, so
        all are. UsageProblem for an agent no record names.
        """
        named = self._named()
        if agent == everybody or (agent is None and named and not self.named_me()):
            return [self.me, *(p.id for p in named if p.id != self.me)]
        if agent is None or _folded(agent) == "me":
            return [self.me]
        known = self.id_of(agent)
        if known is None:
            raise UsageProblem(
                mark("No record names {agent}. Known are: {known}."),
                agent=agent,
                known=", ".join(p.name for p in named) or "me",
            )
        return [self._persons[known]]

    def label(self, person: int) -> str:
        """Return the name a person is shown by; ``me`` until it has one."""
        return self.by_id[person].name or "me"

    def habits(self) -> dict[int, Habits]:
        """Return what each person's settings add to a record."""
        return {p.id: Habits(Method(p.method), p.phone) for p in self.by_id.values()}


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()
