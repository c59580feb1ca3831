"""Plans, seats, links, prices and people as a person states them; every statement is kept."""

import json
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from app.domain.catalogue import document_of
from app.domain.event import Method
from app.domain.instant import END, Instant
from app.domain.plan import Line
from app.domain.price import PriceRow
from app.domain.timeline import PlanEntry

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.ledger.ledger import Writing


def add_plan(writing: "Writing", entry: PlanEntry, recorded: Instant) -> int:
    """Put a plan in force; returns the row, to which a link may be tied."""
    document = json.dumps(document_of(entry.plan), ensure_ascii=False, sort_keys=True)
    return _insert(
        writing.connection,
        "INSERT INTO plan_entry (line, start_us, document, zone, anchor_day, recorded_us) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        (entry.plan.line.value, entry.start, document, entry.zone, entry.anchor_day, recorded),
    )


def add_seats(
    writing: "Writing",
    start: Instant,
    committed: int,
    additional: int,
    *,
    recorded: Instant,
    without_bundle: int = 0,
) -> None:
    """State how many seats there are from an instant on, and how many of them lack the bundle."""
    _insert(
        writing.connection,
        "INSERT INTO seats (start_us, committed, additional, without_bundle, recorded_us) "
        "VALUES (?, ?, ?, ?, ?)",
        (start, committed, additional, without_bundle, recorded),
    )


def add_annual_seats(
    writing: "Writing", start: Instant, until: date, seats: int, *, recorded: Instant
) -> None:
    """State seats paid until a last day; a later one for that day holds from its own start."""
    _insert(
        writing.connection,
        "INSERT INTO annual_seats (start_us, until, seats, recorded_us) VALUES (?, ?, ?, ?)",
        (start, until.isoformat(), seats, recorded),
    )


def add_link(
    writing: "Writing", person: int, start: Instant, entry_id: int | None, *, recorded: Instant
) -> None:
    """Mark a person as linked with Twilio Connect, from a plan entry's start on."""
    _insert(
        writing.connection,
        "INSERT INTO link (person_id, start_us, entry_id, recorded_us) VALUES (?, ?, ?, ?)",
        (person, start, entry_id, recorded),
    )


def end_link(writing: "Writing", person: int, end: Instant) -> bool:
    """Mark a person as linked no longer from an instant on; returns whether they were.

    A link that starts only then is forgotten.
    """
    connection = writing.connection
    ended = connection.exec_driver_sql(
        "UPDATE link SET end_us=? WHERE person_id=? AND origin=0 AND coalesce(end_us, ?) > ?",
        (end, person, END, end),
    ).rowcount
    connection.exec_driver_sql(
        "DELETE FROM link WHERE person_id=? AND origin=0 AND end_us <= coalesce("
        "  (SELECT start_us FROM plan_entry WHERE id = link.entry_id), start_us)",
        (person,),
    )
    return ended > 0


def add_prices(writing: "Writing", rows: Iterable[PriceRow]) -> int:
    """Keep the rows of a price sheet; a row of the same prefixes and date replaces the old one."""
    return keep_rows(writing, rows, "price")


def keep_rows(writing: "Writing", rows: Iterable[PriceRow], table: str) -> int:
    """Write rows of prices into one of the two tables that hold them; returns how many."""
    values = [
        (r.origin, r.destination, r.unit, r.rate.nano, r.rate.currency, r.valid_from) for r in rows
    ]
    if values:
        writing.connection.exec_driver_sql(
            f"INSERT OR REPLACE INTO {table} (origin, destination, unit, rate_nano, currency, "  # noqa: S608 - our own names
            "valid_us) VALUES (?, ?, ?, ?, ?, ?)",
            values,
        )
    return len(values)


def name_me(writing: "Writing", name: str) -> bool:
    """Say who "me" is; returns whether entries must be rated again for it.

    A name that records use for somebody else becomes me with all its entries; otherwise I go by
    that name from now on, and the name I had stays one of mine, because records write it.
    """
    people = writing.register.people
    known = people.id_of(name)
    if known == people.me:
        return False
    if known is not None and people.by_id[known].person_id != people.me:
        _become(writing, people.by_id[known].person_id)
        return True
    if known is not None or people.named_me():
        _swap_names(writing, people.add(writing.connection, name))
    else:
        writing.connection.exec_driver_sql(
            "UPDATE agent SET name=? WHERE id=?", (name.strip(), people.me)
        )
    return False


def _become(writing: "Writing", person: int) -> None:
    connection, people = writing.connection, writing.register.people
    connection.exec_driver_sql("UPDATE profile SET me_id=?", (person,))
    if not people.named_me():
        connection.exec_driver_sql(
            "UPDATE agent SET method=(SELECT method FROM agent WHERE id=?), "
            "phone=(SELECT phone FROM agent WHERE id=?) WHERE id=?",
            (people.me, people.me, person),
        )
        _hand_over(connection, people.me, person)


def _swap_names(writing: "Writing", alias: int) -> None:
    """Show me by an alias; my row stays me, and every fact goes on naming whom it named."""
    connection, people = writing.connection, writing.register.people
    me, names = people.me, {each: people.by_id[each].name for each in (people.me, alias)}
    for row, name in ((alias, "\0"), (me, names[alias]), (alias, names[me])):
        connection.exec_driver_sql("UPDATE agent SET name=? WHERE id=?", (name, row))
    connection.exec_driver_sql("UPDATE agent SET person_id=? WHERE id=?", (me, alias))
    connection.exec_driver_sql(
        "UPDATE fact SET agent_id = ? - agent_id WHERE agent_id IN (?, ?)", (me + alias, me, alias)
    )


def stop_being_me(writing: "Writing") -> None:
    """Let the name I go by be somebody else: I am another one of my names then, or have none."""
    connection, people = writing.connection, writing.register.people
    me = people.me
    mine = sorted(p.id for p in people.by_id.values() if p.person_id == me and p.id != me)
    nameless = next((p.id for p in people.by_id.values() if not p.name), max(people.by_id) + 1)
    new = mine[0] if mine else nameless
    connection.exec_driver_sql(
        "INSERT OR IGNORE INTO agent (id, name, person_id) VALUES (?, '', ?)", (new, new)
    )
    connection.exec_driver_sql(
        "UPDATE agent SET person_id=? WHERE id=? OR (person_id=? AND id<>?)", (new, new, me, me)
    )
    connection.exec_driver_sql(
        "UPDATE agent SET method=(SELECT method FROM agent WHERE id=?), "
        "phone=(SELECT phone FROM agent WHERE id=?) WHERE id=?",
        (me, me, new),
    )
    _hand_over(connection, me, new)
    connection.exec_driver_sql("UPDATE profile SET me_id=?", (new,))


def _hand_over(connection: "Connection", person: int, to: int) -> None:
    """Let what was said about one person hold for another."""
    for table in ("own_number", "link", "open_call", "licence"):
        connection.exec_driver_sql(
            f"UPDATE OR REPLACE {table} SET person_id=? WHERE person_id=?",  # noqa: S608 - our own names
            (to, person),
        )


def set_habits(
    writing: "Writing", person: int, *, method: Method | None, phone: str | None
) -> None:
    """Set a person's usual method and own phone; ``None`` leaves one as it is."""
    writing.connection.exec_driver_sql(
        "UPDATE agent SET method=coalesce(?, method), phone=coalesce(?, phone) WHERE id=?",
        (method.value if method else None, phone, person),
    )


def add_alias(writing: "Writing", person: int, name: str) -> None:
    """Let a name that records use stand for a person, with what was said about that name."""
    connection, people = writing.connection, writing.register.people
    alias = people.add(connection, name)
    if people.by_id[alias].person_id == alias:
        _hand_over(connection, alias, person)
    connection.exec_driver_sql(
        "UPDATE agent SET person_id=? WHERE id=? OR person_id=?", (person, alias, alias)
    )


def part_alias(writing: "Writing", person: int, name: str) -> bool:
    """Let a name stand for a person of its own again; returns whether it stood for this one.

    Its entries go with it. The name that a person goes by is no alias, and stays.
    """
    people = writing.register.people
    alias = people.id_of(name)
    if alias is None or alias == person or people.by_id[alias].person_id != person:
        return False
    writing.connection.exec_driver_sql("UPDATE agent SET person_id=id WHERE id=?", (alias,))
    writing.register.refresh_people(writing.connection)
    return True


def add_own_number(writing: "Writing", person: int, number: str) -> None:
    """Say that a number is a person's own."""
    number_id, _ = writing.register.number(writing.connection, number)
    writing.connection.exec_driver_sql(
        "INSERT OR REPLACE INTO own_number (number_id, person_id) VALUES (?, ?)",
        (number_id, person),
    )


def set_behind_connect(writing: "Writing", provider: str, account: str) -> None:
    """Mark an account as the one behind Twilio Connect: its calls are past the allowance."""
    writing.connection.exec_driver_sql(
        "INSERT INTO source (provider, account, past_allowance) VALUES (?, ?, 1) "
        "ON CONFLICT DO UPDATE SET past_allowance=1",
        (provider, account),
    )


def unset_behind_connect(writing: "Writing", provider: str, account: str) -> None:
    """Take the mark from an account: its calls draw from the allowance like all others."""
    writing.connection.exec_driver_sql(
        "UPDATE source SET past_allowance=0 WHERE provider=? AND account=?", (provider, account)
    )


def plan_starts(connection: "Connection", line: Line) -> list[Instant]:
    """Return when the plans of a line start, as entered here."""
    rows = connection.exec_driver_sql(
        "SELECT start_us FROM plan_entry WHERE line=? AND origin=0 ORDER BY start_us",
        (line.value,),
    )
    return [Instant(row[0]) for row in rows]


def _insert(connection: "Connection", statement: str, values: tuple[object, ...]) -> int:
    return int(connection.exec_driver_sql(statement, values).lastrowid)
