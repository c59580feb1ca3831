"""The users of a provider: what their records are called here, and who they are."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from app.domain.accounts import Known
from app.domain.connection import RemotePerson
from app.domain.numbers import NumberClass, parse
from app.domain.problem import UsageProblem, mark
from app.ledger.company.outgoing import count_again
from app.ledger.connections.naming import named
from app.ledger.own_numbers import owned_numbers
from app.ledger.people import People
from app.ledger.plans import add_alias, add_own_number, name_me, stop_being_me

if TYPE_CHECKING:
    from sqlalchemy import Connection as Transaction

    from app.ledger.ledger import Writing

#: What a person may type for themselves; no record's user is called so.
_ME = frozenset({"", "me"})
_LONGEST = 100
_UNKNOWN = mark("{name} names no such person. Sync, then try again.")
_KEEP = """
    INSERT INTO connection_person VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET name = excluded.name, email = excluded.email,
        active = excluded.active, numbers = excluded.numbers
"""


def agents_of(connection: "Transaction", connection_id: int) -> dict[str, str]:
    """Return what the records of each user are called, by the provider's id of the user."""
    rows = connection.exec_driver_sql(
        "SELECT external_id, agent FROM connection_person WHERE connection_id=?", (connection_id,)
    )
    return {row[0]: row[1] for row in rows}


def keep_people(
    writing: "Writing", connection_id: int, people: Sequence[RemotePerson]
) -> dict[str, str]:
    """Keep the users that a provider tells; returns as :func:`agents_of` does.

    What a user's records are called is settled when the user is first seen. The only user of an
    account is me, as long as nobody is. Records that name a user by the id alone, because nobody
    had told the user yet, are that user's. Numbers that a provider newly tells of one user alone
    become that person's own, unless somebody has them.
    """
    transaction = writing.connection
    agents = agents_of(transaction, connection_id)
    before, active = _told_numbers(transaction, connection_id), _active(transaction, connection_id)
    new = [each for each in people if each.external_id not in agents]
    agents |= named(agents, new)
    rows = [
        (
            connection_id, each.external_id, agents[each.external_id], each.name, each.email,
            int(each.active), json.dumps(sorted(each.numbers)),
        )
        for each in people
    ]  # fmt: skip
    if rows:
        transaction.exec_driver_sql(_KEEP, rows)
    if _active(transaction, connection_id) != active:
        # Whether others read this account too decides whose its records without a name are.
        count_again(transaction)
    joined = [each for each in new if _join_id(writing, each.external_id, agents)]
    mine = _take_for_me(writing, agents)
    if _own(writing, agents, _new_numbers(people, before)) or mine or joined:
        writing.change_rules()
    return agents


def people_of(connection: "Transaction", people: People, connection_id: int) -> tuple[Known, ...]:
    """Return the users of a connection and who they are, in the order of their names."""
    rows = connection.exec_driver_sql(
        "SELECT external_id, agent, email, active FROM connection_person WHERE connection_id=?",
        (connection_id,),
    )
    found = [_known(people, *row) for row in rows]
    return tuple(sorted(found, key=lambda each: (each.agent.casefold(), each.external_id)))


def identify(writing: "Writing", connection_id: int, external_id: str, person: str) -> None:
    """Say who a user of a provider is: "" or "me", or else a person by name, made when new.

    Entries that belong to somebody else by that are rated again. UsageProblem for a user that the
    provider does not name, or a name that has another meaning.
    """
    transaction = writing.connection
    agent = agents_of(transaction, connection_id).get(external_id)
    if agent is None:
        row = transaction.exec_driver_sql(
            "SELECT name FROM connection WHERE id=?", (connection_id,)
        ).first()
        raise UsageProblem(_UNKNOWN, name=row[0] if row else "")
    before = _whose(writing, agent)
    if person.strip().casefold() in _ME:
        _be_me(writing, agent)
    else:
        _be_somebody(writing, agent, " ".join(person.split())[:_LONGEST])
    writing.register.refresh_people(transaction)
    if _whose(writing, agent) != before:
        writing.change_rules()


def _join_id(writing: "Writing", external_id: str, agents: dict[str, str]) -> bool:
    """Let a user's id, as a name in records, stand for the user; tells whether it is one."""
    people, name = writing.register.people, agents[external_id]
    known = people.id_of(external_id)
    if known is None or name == external_id:
        return False
    person = people.by_id[known].person_id
    if person == known != people.me:
        row = people.add(writing.connection, name)
        add_alias(writing, people.by_id[row].person_id, external_id)
    elif people.id_of(name) is None:
        # Somebody said already who that is.
        add_alias(writing, person, name)
    writing.register.refresh_people(writing.connection)
    return True


def _take_for_me(writing: "Writing", agents: dict[str, str]) -> bool:
    """Be the only user of an account; tells whether entries may be somebody else's by that."""
    people = writing.register.people
    others = [each for each in people.by_id.values() if each.name]
    if len(agents) != 1 or people.named_me() or len(others) > 1:
        return False
    (agent,) = agents.values()
    if others and people.id_of(agent) != others[0].id:
        return False
    changed = name_me(writing, agent)
    writing.register.refresh_people(writing.connection)
    return changed


def _be_me(writing: "Writing", agent: str) -> None:
    people = writing.register.people
    known = people.id_of(agent)
    if known is not None and people.by_id[known].person_id == people.me:
        return
    if people.named_me():
        add_alias(writing, people.me, agent)
    else:
        name_me(writing, agent)


def _be_somebody(writing: "Writing", agent: str, name: str) -> None:
    people = writing.register.people
    alias = people.add(writing.connection, agent)
    others = any(p.person_id == people.me != p.id for p in people.by_id.values())
    # By my own name I mean myself, unless I am somebody else besides.
    if alias == people.me and (others or people.id_of(name) != alias):
        stop_being_me(writing)
        writing.register.refresh_people(writing.connection)
        people = writing.register.people
    target = people.add(writing.connection, name)
    person = target if target == alias else people.by_id[target].person_id
    add_alias(writing, person, agent)


def _whose(writing: "Writing", agent: str) -> tuple[int, bool] | None:
    people = writing.register.people
    known = people.id_of(agent)
    if known is None:
        return None
    person = people.by_id[known].person_id
    return person, person == people.me


def _active(transaction: "Transaction", connection_id: int) -> set[str]:
    rows = transaction.exec_driver_sql(
        "SELECT external_id FROM connection_person WHERE connection_id=? AND active=1",
        (connection_id,),
    )
    return {row[0] for row in rows}


def _told_numbers(transaction: "Transaction", connection_id: int) -> set[str]:
    rows = transaction.exec_driver_sql(
        "SELECT numbers FROM connection_person WHERE connection_id=? AND numbers <> ''",
        (connection_id,),
    )
    return {number for row in rows for number in json.loads(row[0])}


def _new_numbers(people: Iterable[RemotePerson], before: set[str]) -> dict[str, str]:
    """Return numbers told for the first time, of one user alone, with that user's id."""
    told = [(n, each.external_id) for each in people if each.active for n in set(each.numbers)]
    times = Counter(number for number, _ in told)
    return {n: external_id for n, external_id in told if times[n] == 1 and n not in before}


def _own(writing: "Writing", agents: dict[str, str], numbers: dict[str, str]) -> bool:
    """Let numbers be their users' own where nobody has them; tells whether any became so."""
    if not numbers:
        return False
    transaction = writing.connection
    owned = owned_numbers(transaction)
    free = {
        known.text: external_id
        for known, external_id in ((parse(n), e) for n, e in sorted(numbers.items()))
        if known.kind is NumberClass.KNOWN and known.text not in owned
    }
    for number, external_id in free.items():
        people = writing.register.people
        row = people.add(transaction, agents[external_id])
        add_own_number(writing, people.by_id[row].person_id, number)
    return bool(free)


def _known(people: People, external_id: str, agent: str, email: str, active: int) -> Known:
    row = people.id_of(agent)
    person = None if row is None else people.by_id[row].person_id
    shown = agent if person is None else people.label(person)
    return Known(external_id, agent, email, bool(active), shown, person == people.me)
