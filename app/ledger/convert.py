"""Facts to rows and back; a fact read back writes its numbers as the ledger keeps them (E.164)."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection

from app.domain.event import Call, Direction, Fact, Leg, Method, Source, Text
from app.domain.instant import Instant
from app.domain.money import Money
from app.ledger.register import Register

CALL, TEXT = 0, 1
_OUTBOUND, _INBOUND = Direction.OUTBOUND, Direction.INBOUND
_CHUNK = 500

FACT_COLUMNS = (
    "id", "kind", "source_id", "external_id", "start_us", "talk_us", "inbound", "own_id", "far_id",
    "agent_id", "method", "app_id", "counts_toward", "name", "note", "counted", "reported",
    "encoding", "units", "characters", "media", "far_region", "price_nano", "currency", "import_id",
)  # fmt: skip
INSERT_FACT = (
    f"INSERT INTO fact ({', '.join(FACT_COLUMNS)}) "  # noqa: S608 - our own column names
    f"VALUES ({', '.join('?' * len(FACT_COLUMNS))})"
)
_SELECT_FACTS = """
    SELECT f.id, f.kind, s.provider, s.account, f.external_id, f.start_us, f.talk_us, f.inbound,
           own.text, far.text, f.method, a.name, f.app_id, f.counts_toward, f.name, f.note,
           f.counted, f.reported, f.encoding, f.units, f.characters, f.media, f.far_region,
           f.price_nano, f.currency
    FROM fact f JOIN source s ON s.id = f.source_id
    JOIN number own ON own.id = f.own_id JOIN number far ON far.id = f.far_id
    LEFT JOIN agent a ON a.id = f.agent_id
"""
Row = tuple[Any, ...]


def normal(fact: Fact, register: Register, connection: Connection) -> Fact:
    """Write a fact's numbers and names as the ledger keeps them, so that two can be compared."""
    numbers = register.numbers
    agent = register.agent(connection, fact.agent)
    fact = fact._replace(
        own=numbers[fact.own][1].text,
        far=numbers[fact.far][1].text,
        agent=register.people.by_id[agent].name if agent else "",
    )
    if isinstance(fact, Call) and fact.legs:
        return fact._replace(legs=normal_legs(fact.legs, register, connection))
    return fact


def normal_legs(legs: Iterable[Leg], register: Register, connection: Connection) -> tuple[Leg, ...]:
    """Write the ends of reported legs as the ledger keeps numbers."""
    number = register.number
    return tuple(
        leg._replace(
            origin=number(connection, leg.origin)[1].text,
            destination=number(connection, leg.destination)[1].text,
        )
        for leg in legs
    )


def call_row(fact_id: int, call: Call, ids: Sequence[int | None], import_id: int | None) -> Row:
    """Return the row of a call; ``ids`` are those of source, own number, far number and agent."""
    source, own, far, agent = ids
    return (
        fact_id, CALL, source, call.external_id, call.start, call.talk_us,
        1 if call.direction is _INBOUND else 0, own, far, agent,
        call.method.value if call.method else None, call.app_id or None,
        call.counts_toward or None, call.name or None, call.note or None,
        None, None, None, None, None, None, None, None, None, import_id,
    )  # fmt: skip


def text_row(fact_id: int, text: Text, ids: Sequence[int | None], import_id: int | None) -> Row:
    """Return the row of a text; ``ids`` are those of source, own number, far number and agent."""
    source, own, far, agent = ids
    price = text.price
    return (
        fact_id, TEXT, source, text.external_id, text.start, 0,
        1 if text.direction is _INBOUND else 0, own, far, agent, None, None,
        text.counts_toward or None, text.name or None, text.note or None,
        text.counted, text.reported, text.encoding or None, text.units, text.characters,
        text.media, text.far_region or None,
        price.nano if price else None, price.currency if price else None, import_id,
    )  # fmt: skip


def leg_rows(fact_id: int, legs: Iterable[Leg]) -> list[Row]:
    """Return the rows of a call's reported legs."""
    return [
        (fact_id, n, leg.talk_us, leg.origin, leg.destination, leg.external_id)
        + ((leg.price.nano, leg.price.currency) if leg.price else (None, None))
        for n, leg in enumerate(legs)
    ]


def facts_by_id(connection: Connection, ids: Sequence[int]) -> dict[int, Fact]:
    """Read facts with their legs."""
    facts: dict[int, Fact] = {}
    for start in range(0, len(ids), _CHUNK):
        facts.update(_facts_where(connection, ids[start : start + _CHUNK]))
    return facts


def _facts_where(connection: Connection, ids: Sequence[int]) -> dict[int, Fact]:
    marks = ",".join("?" * len(ids))
    chosen = f"WHERE f.id IN ({marks})"
    rows = connection.exec_driver_sql(_SELECT_FACTS + chosen, tuple(ids)).all()
    legs: dict[int, list[Leg]] = {}
    for fact_id, talk, origin, destination, external, nano, currency in connection.exec_driver_sql(
        "SELECT fact_id, talk_us, origin, destination, external_id, price_nano, currency "  # noqa: S608
        f"FROM leg WHERE fact_id IN ({marks}) ORDER BY fact_id, position",
        tuple(ids),
    ):
        price = Money.from_nano(nano, currency) if currency else None
        legs.setdefault(fact_id, []).append(Leg(talk, origin, destination, external, price))
    return {row[0]: _fact(row, tuple(legs.get(row[0], ()))) for row in rows}


def _fact(row: Row, legs: tuple[Leg, ...]) -> Fact:
    source, start = Source(row[2], row[3]), Instant(row[5])
    direction = _INBOUND if row[7] else _OUTBOUND
    if row[1] == CALL:
        method = Method(row[10]) if row[10] else None
        return Call(
            source, row[4], start, row[6], direction, row[8], row[9], method, row[11] or "", legs,
            row[12] or "", row[13] or "", row[14] or "", row[15] or "",
        )  # fmt: skip
    price = Money.from_nano(row[23], row[24]) if row[24] else None
    return Text(
        source, row[4], start, direction, row[8], row[9], row[11] or "", row[16], row[17],
        row[18] or "", row[19] or 0, row[20] or 0, row[21] or 0, row[22] or "", price,
        row[13] or "", row[14] or "", row[15] or "",
    )  # fmt: skip
