"""Calls that several live sources report as going on, each of them once."""

from collections.abc import Iterable
from itertools import product

from app.domain.event import Source
from app.domain.numbers import NumberClass, parse
from app.domain.open_call import OpenCall
from app.domain.twins import NEAR_US, rank

_TELLING = frozenset({NumberClass.KNOWN, NumberClass.OTHER})


def each_once(calls: Iterable[OpenCall]) -> list[OpenCall]:
    """Return open calls without those that another source reports too, the oldest first.

    Two of one source are two calls, also to one number. What is kept is what was answered, then
    what the source says that would also be kept of their records.
    """
    kept: list[OpenCall] = []
    taken: set[tuple[str, str]] = set()
    for call in sorted(calls, key=_order):
        same = (each for each in kept if _same(each, call))
        free = next((each for each in same if (each.id, call.source) not in taken), None)
        if free is None:
            kept.append(call)
        else:
            taken.add((free.id, call.source))
    return sorted(kept, key=lambda call: (call.rang, call.id))


def _order(call: OpenCall) -> tuple[object, ...]:
    return call.answered is None, rank(Source(call.source)), call.rang, call.id


def _same(one: OpenCall, other: OpenCall) -> bool:
    if one.source == other.source or one.direction is not other.direction:
        return False
    if one.number != other.number or parse(one.number).kind not in _TELLING:
        return False
    pairs = product((one.rang, one.answered), (other.rang, other.answered))
    return any(
        here is not None and there is not None and abs(here - there) <= NEAR_US
        for here, there in pairs
    )
