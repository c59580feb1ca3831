"""Facts to rows and back; a fact read back writes its numbers as the ledger keeps them (E.164)."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from app.domain.event import Call, Direction, Fact, Leg, Method, Source, Text
from app.domain.instant import Instant
from app.domain.money import Money
from app.ledger.register import Register

if TYPE_CHECKING:
    from sqlalchemy import Connection

CALL, TEXT = 0, 1
_OUTBOUND, _INBOUND = Direction.OUTBOUND, Direction.INBOUND
_CHUNK = 500

_COMMON = (
    "id", "kind", "source_id", "external_id", "start_us", "talk_us", "inbound", "own_id", "far_id",
    "agent_id", "counts_toward", "name", "note", "import_id", "tags",
)  # fmt: skip
_OF_CALLS = ("method", "app_id", "call_id")
_PRICE = ("price_nano", "currency")
_OF_TEXTS = (
    "counted", "reported", "encoding", "units", "characters", "media", "far_region",
)  # fmt: skip


def _insert(columns: Sequence[str]) -> str:
    marks = ", ".join("?" * len(columns))
    return f"INSERT INTO fact ({', '.join(columns)}) VALUES ({marks})"  # noqa: S608 - our own names


# Only the columns that a kind of fact fills: sqlite3 takes four times as long over a NULL as over a
# number or a text, and for the same reason what a record leaves open is kept as "" or 0.
INSERT_CALL, INSERT_TEXT = _insert(_COMMON + _OF_CALLS), _insert(_COMMON + _OF_TEXTS + _PRICE)
INSERT_PRICED_CALL = _insert(_COMMON + _OF_CALLS + _PRICE)
INSERT_LEG = "INSERT INTO leg VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
_SELECT_FACTS = """
    SELECT f.id, f.kind, s.provider, s.account, f.external_id, f.start_us, f.talk_us, f.inbound,
           own.text, far.text, f.method, a.name, f.app_id, f.counts_toward, f.name, f.note,
           f.counted, f.reported, f.encoding, f.units, f.characters, f.media, f.far_region,
           f.price_nano, f.currency, f.tags, f.call_id
    FROM fact f JOIN source s ON s.id = f.source_id
    JOIN number own ON own.id = f.own_id JOIN number far ON far.id = f.far_id
    LEFT JOIN agent a ON a.id = f.agent_id
"""
Row = tuple[Any, ...]


def normal(fact: Fact, register: Register, connection: "Connection") -> Fact:
    """Write a fact's numbers and names as the ledger keeps them, so that two can be compared."""
    numbers = register.numbers
    agent = register.agent(connection, fact.agent)
    fact = fact._replace(
        own=numbers[fact.own][1].text,
        far=numbers[fact.far][1].text,
        agent=register.people.by_id[agent].name if agent else "",
    )
    return with_normal_legs(fact, register, connection)


def with_normal_legs(fact: Fact, register: Register, connection: "Connection") -> Fact:
    """Write the ends of reported legs as the ledger keeps numbers."""
    if not isinstance(fact, Call) or not fact.legs:
        return fact
    legs = tuple([_normal_leg(leg, register, connection) for leg in fact.legs])
    return fact if legs == fact.legs else fact._replace(legs=legs)


def _normal_leg(leg: Leg, register: Register, connection: "Connection") -> Leg:
    known = register.numbers
    _, origin = known.get(leg.origin) or register.number(connection, leg.origin)
    _, destination = known.get(leg.destination) or register.number(connection, leg.destination)
    if origin.text == leg.origin and destination.text == leg.destination:
        return leg
    return leg._replace(origin=origin.text, destination=destination.text)


def call_row(fact_id: int, call: Call, ids: Sequence[int], import_id: int | None) -> Row:
    """Return the row of a call; ``ids`` are those of source, own number, far number and agent.

    A call with a price of its own has a longer row, for ``INSERT_PRICED_CALL``.
    """
    source, own, far, agent = ids
    method = call.method
    price = _price_row(call.price) if call.price else ()
    return (
        fact_id, CALL, source, call.external_id, call.start, call.talk_us,
        1 if call.direction is _INBOUND else 0, own, far, agent,
        call.counts_toward, call.name, call.note, import_id, call.tags,
        method.value if method else "", call.app_id, call.call_id, *price,
    )  # fmt: skip


def text_row(fact_id: int, text: Text, ids: Sequence[int], import_id: int | None) -> Row:
    """Return the row of a text; ``ids`` are those of source, own number, far number and agent."""
    source, own, far, agent = ids
    return (
        fact_id, TEXT, source, text.external_id, text.start, 0,
        1 if text.direction is _INBOUND else 0, own, far, agent,
        text.counts_toward, text.name, text.note, import_id, text.tags,
        text.counted, text.reported, text.encoding, text.units, text.characters, text.media,
        text.far_region, *_price_row(text.price),
    )  # fmt: skip


def leg_rows(fact_id: int, legs: Iterable[Leg]) -> list[Row]:
    """Return the rows of a call's reported legs."""
    rows = []
    for n, leg in enumerate(legs):
        ends = (leg.origin, leg.destination, leg.external_id)
        rows.append((fact_id, n, leg.talk_us, *ends, *_price_row(leg.price)))
    return rows


def _price_row(price: Money | None) -> tuple[int, str]:
    return (price.nano, price.currency) if price else (0, "")


def facts_by_id(connection: "Connection", ids: Sequence[int]) -> dict[int, Fact]:
    """Read facts with their legs."""
    facts: dict[int, Fact] = {}
    for start in range(0, len(ids), _CHUNK):
        facts.update(_facts_where(connection, ids[start : start + _CHUNK]))
    return facts


def _facts_where(connection: "Connection", ids: Sequence[int]) -> dict[int, Fact]:
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
    price = Money.from_nano(row[23], row[24]) if row[24] else None
    if row[1] == CALL:
        method = Method(row[10]) if row[10] else None
        return Call(
            source, row[4], start, row[6], direction, row[8], row[9], method, row[11] or "", legs,
            row[12] or "", row[13] or "", row[14] or "", row[15] or "", row[25] or "",
            row[26] or "", price,
        )  # fmt: skip
    return Text(
        source, row[4], start, direction, row[8], row[9], row[11] or "", row[16], row[17],
        row[18] or "", row[19] or 0, row[20] or 0, row[21] or 0, row[22] or "", price,
        row[13] or "", row[14] or "", row[15] or "", row[25] or "",
    )  # fmt: skip
