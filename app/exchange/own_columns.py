"""The columns of our own exports: every field of a fact, and how each is written and read back."""

import json
from collections.abc import Mapping

from app.domain.durations import duration
from app.domain.event import Call, Direction, Fact, Leg, Method, Source, Text
from app.domain.instant import SECOND, Instant, iso
from app.domain.money import Money
from app.domain.plain_name import plain
from app.domain.problem import mark
from app.domain.receipt import Receipt
from app.domain.record_values import count, price
from app.domain.tags import tidy_tags
from app.domain.unreadable import UnreadableRecord
from app.exchange.dates import When
from app.exchange.record import Remarked
from app.exchange.remarks import remark_values, remarks_of

CALL, TEXT = "call", "text"
#: What a fact is made of again when the file is read.
FACT_COLUMNS = (
    *("kind", "provider", "account", "id", "start", "direction", "own", "far", "agent"),
    *("seconds", "method", "legs", "app_id"),
    *("counted", "reported", "encoding", "units", "characters", "media", "far_region"),
    *("price", "currency", "counts_toward", "name", "note", "tags", "call_id"),
    *("same_as", "apart_from"),
)
#: Whether the agent is me, so that another ledger knows it too.
MINE = "mine"
#: Whether its account is the one behind Twilio Connect, which a person said of it.
BEHIND_CONNECT = "behind_connect"
_YES, _NO = "yes", "no"
_MINE = {_YES: True, _NO: False}
#: What was worked out from it; reading ignores these, for the rules make them again.
DERIVED_COLUMNS = ("entry", "person", "quantity", "unit", "outcome", "reason")
READ_COLUMNS = (*FACT_COLUMNS, MINE, BEHIND_CONNECT)
COLUMNS = READ_COLUMNS + DERIVED_COLUMNS

_NOT_A_KIND = mark("“{value}” is neither a call nor a text")
_NOT_LEGS = mark("The legs of this call cannot be read")


def values(receipt: Receipt) -> dict[str, str | list[dict[str, str]]]:
    """Write an entry as texts by column, leaving out what it has not; legs stay a list."""
    fact = receipt.fact
    kind = _call_values(fact) if isinstance(fact, Call) else _text_values(fact)
    said = remark_values(receipt.others)
    found = {**_common_values(fact), **kind, **said, **_derived_values(receipt)}
    return {name: found[name] for name in COLUMNS if found.get(name)}


def fact_of(cells: Mapping[str, str], when: When) -> Remarked:
    """Make the fact again; UnreadableRecord where a value is not what it has to be."""
    if cells["kind"] not in {CALL, TEXT}:
        raise UnreadableRecord(_NOT_A_KIND, cells["kind"])
    make = _call if cells["kind"] == CALL else _text
    fact = make(cells, when(cells["start"]), _direction(cells["direction"]))
    remarks = remarks_of(cells["same_as"], cells["apart_from"])
    return Remarked(fact, remarks, _MINE.get(cells[MINE]), cells[BEHIND_CONNECT] == _YES)


def _call(cells: Mapping[str, str], start: Instant, direction: Direction) -> Call:
    return Call(
        source=Source(cells["provider"], cells["account"]),
        external_id=cells["id"],
        start=start,
        talk_us=duration(cells["seconds"]),
        direction=direction,
        own=cells["own"],
        far=cells["far"],
        method=_method(cells["method"]),
        agent=cells["agent"],
        legs=_legs(cells["legs"]),
        app_id=cells["app_id"],
        counts_toward=cells["counts_toward"],
        name=cells["name"],
        note=cells["note"],
        tags=tidy_tags(cells["tags"]),
        call_id=cells["call_id"],
        price=price(cells["price"], cells["currency"]),
    )


def _text(cells: Mapping[str, str], start: Instant, direction: Direction) -> Text:
    return Text(
        source=Source(cells["provider"], cells["account"]),
        external_id=cells["id"],
        start=start,
        direction=direction,
        own=cells["own"],
        far=cells["far"],
        agent=cells["agent"],
        counted=count(cells["counted"]),
        reported=count(cells["reported"]),
        encoding=cells["encoding"],
        units=count(cells["units"]) or 0,
        characters=count(cells["characters"]) or 0,
        media=count(cells["media"]) or 0,
        far_region=cells["far_region"],
        price=price(cells["price"], cells["currency"]),
        counts_toward=cells["counts_toward"],
        name=cells["name"],
        note=cells["note"],
        tags=tidy_tags(cells["tags"]),
    )


def seconds(talk_us: int) -> str:
    """Write microseconds as seconds, exactly and without zeros at the end."""
    whole, rest = divmod(talk_us, SECOND)
    return f"{whole}.{rest:06}".rstrip("0") if rest else str(whole)


def _common_values(fact: Fact) -> dict[str, str]:
    return {
        "kind": CALL if isinstance(fact, Call) else TEXT,
        "provider": fact.source.provider,
        "account": fact.source.account,
        "id": fact.external_id,
        "start": iso(fact.start),
        "direction": str(fact.direction),
        "own": fact.own,
        "far": fact.far,
        "agent": fact.agent,
        "counts_toward": fact.counts_toward,
        "name": fact.name,
        "note": fact.note,
        "tags": fact.tags,
    }


def _call_values(call: Call) -> dict[str, str | list[dict[str, str]]]:
    return {
        "seconds": seconds(call.talk_us),
        "method": str(call.method) if call.method else "",
        "legs": [_leg_values(leg) for leg in call.legs],
        "app_id": call.app_id,
        "call_id": call.call_id,
        **_price_values(call.price),
    }


def _text_values(text: Text) -> dict[str, str | list[dict[str, str]]]:
    return {
        "counted": "" if text.counted is None else str(text.counted),
        "reported": "" if text.reported is None else str(text.reported),
        "encoding": text.encoding,
        "units": str(text.units or ""),
        "characters": str(text.characters or ""),
        "media": str(text.media or ""),
        "far_region": text.far_region,
        **_price_values(text.price),
    }


def _derived_values(receipt: Receipt) -> dict[str, str]:
    return {
        "entry": receipt.id,
        "person": receipt.agent,
        MINE: _YES if receipt.mine else _NO,
        BEHIND_CONNECT: _YES if receipt.behind_connect else "",
        "quantity": str(receipt.quantity),
        "unit": "minutes" if isinstance(receipt.fact, Call) else "segments",
        "outcome": str(receipt.outcome),
        "reason": str(receipt.reason),
    }


def _leg_values(leg: Leg) -> dict[str, str]:
    return {
        "seconds": seconds(leg.talk_us),
        "from": leg.origin,
        "to": leg.destination,
        "id": leg.external_id,
        **_price_values(leg.price),
    }


def _price_values(money: Money | None) -> dict[str, str]:
    return {} if money is None else {"price": f"{money.amount:f}", "currency": money.currency}


def _direction(text: str) -> Direction:
    try:
        return Direction(text)
    except ValueError:
        raise UnreadableRecord(mark("“{value}” is not a direction"), text) from None


def _method(text: str) -> Method | None:
    try:
        return Method(text) if text else None
    except ValueError:
        raise UnreadableRecord(mark("“{value}” is not a way to place a call"), text) from None


def _legs(text: str) -> tuple[Leg, ...]:
    try:
        read = json.loads(text, parse_float=str, parse_int=str) if text else []
        return tuple(_leg(leg) for leg in read)
    except (ValueError, TypeError, AttributeError, RecursionError):
        raise UnreadableRecord(_NOT_LEGS) from None


def _leg(written: Mapping[str, object]) -> Leg:
    cells = {plain(name): str(value) for name, value in written.items()}
    paid = price(cells.get("price", ""), cells.get("currency", ""))
    origin, destination, number = (cells.get(name, "") for name in ("from", "to", "id"))
    return Leg(duration(cells.get("seconds", "")), origin, destination, number, paid)
