"""The calls of one agent on one day: so many minutes of the allowance exactly, and what is around.

Around the calls that count there are unanswered ones and inbound ones, which use nothing.
"""

from collections.abc import Iterator, Sequence
from random import Random
from typing import NamedTuple

from app.domain.instant import MINUTE, Instant
from app.sample.call import SampleCall, Way
from app.sample.days import Day
from app.sample.people import BILLED, CALLED, ME, Agent

# Lengths in minutes with their frequency: most calls are short, a few are long.
_USUAL = ((1, 22), (2, 18), (3, 14), (4, 10), (5, 8), (7, 7), (9, 5), (12, 4), (17, 2), (24, 1))
_LONG = ((9, 3), (13, 4), (17, 4), (21, 3), (26, 2), (31, 1))
_HEAVY = 240
_UNANSWERED = ("No answer", "No answer", "No answer", "Busy", "Canceled")
_RING = 11


class Order(NamedTuple):
    """Units of the allowance to be used on a day, and of those after them that are billed."""

    units: int
    billed: int = 0


def calls_of_day(day: Day, agent: Agent, order: Order, chance: Random) -> list[SampleCall]:
    """Invent the calls of a day in order, using exactly the units that are ordered."""
    if not day.minutes:
        return []
    load = day.load(order.units + order.billed)
    inside = list(_answered(agent, order.units, load, chance))
    billed = list(_billed(agent, order.billed, chance))
    chance.shuffle(inside)
    # A busy day leaves no time for more.
    around = list(_around(agent, len(inside), chance)) if load < _HEAVY else []
    for call in around:
        inside.insert(chance.randint(0, len(inside)), call)
    return _placed([*inside, *billed], day, chance)


def _answered(agent: Agent, units: int, load: int, chance: Random) -> Iterator[SampleCall]:
    while units:
        way = _way(agent, load, chance)
        legs = 2 if way in {Way.PHONE, Way.TWILIO} else 1
        minutes = min(_length(load, chance), units // legs)
        if not minutes:
            way, legs, minutes = Way.BROWSER, 1, 1
        call = _call(agent, way, minutes, chance)
        units -= call.units
        yield call


def _billed(agent: Agent, units: int, chance: Random) -> Iterator[SampleCall]:
    while units:
        way = Way.PHONE if units > 20 and chance.random() < 0.2 else Way.BROWSER
        minutes = min(chance.randint(3, 9), units // (2 if way is Way.PHONE else 1))
        call = _call(agent, way, minutes, chance)._replace(contact=chance.choice(BILLED))
        units -= call.units
        yield call


def _around(agent: Agent, calls: int, chance: Random) -> Iterator[SampleCall]:
    for _ in range(chance.randint(0, 1 + calls // 3)):
        contact, status = chance.choice(CALLED), chance.choice(_UNANSWERED)
        yield SampleCall(agent, contact, Way.BROWSER, 0, status=status)
    for _ in range(chance.randint(0, 1 + calls // 8)):
        contact, seconds = chance.choice(CALLED), chance.randint(20, 720)
        yield SampleCall(agent, contact, Way.BROWSER, seconds, inbound=True)


def _way(agent: Agent, load: int, chance: Random) -> Way:
    if agent is not ME:
        return Way.BROWSER
    # Two legs use the allowance twice as fast, as on days that are too short otherwise.
    phone = min(75, max(12, (load - 150) // 7))
    drawn = chance.randrange(100)
    if drawn < phone:
        return Way.PHONE
    return Way.TWILIO if drawn < phone + 3 else Way.NOTED if drawn < phone + 15 else Way.BROWSER


def _length(load: int, chance: Random) -> int:
    lengths = _LONG if load >= _HEAVY else _USUAL
    (found,) = chance.choices([each for each, _ in lengths], [often for _, often in lengths])
    return max(1, found + chance.randint(-found // 4, found // 4))


def _call(agent: Agent, way: Way, minutes: int, chance: Random) -> SampleCall:
    contact, most = chance.choice(CALLED), minutes * 60
    if way is not Way.TWILIO:
        return SampleCall(agent, contact, way, chance.randint(most - 59, most))
    if minutes == 1 and chance.random() < 0.5:
        # The own phone was picked up, the contact never did: the first leg counts alone.
        ringing = chance.randint(15, 40)
        return SampleCall(agent, contact, way, 0, status="No answer", first_leg=ringing)
    seconds = chance.randint(most - 59, most - _RING)
    return SampleCall(agent, contact, way, seconds, first_leg=seconds + chance.randint(3, _RING))


def _placed(calls: Sequence[SampleCall], day: Day, chance: Random) -> list[SampleCall]:
    """Put calls into the open hours one after another, a minute apart at least."""
    taken = sum(call.minutes + 1 for call in calls)
    # Who has too much to do for the open hours begins earlier.
    opens = min(day.opens, day.closes - taken)
    free = day.closes - opens - taken
    gaps = sorted(chance.randint(0, free) for _ in calls)
    if gaps and day.cut:
        gaps[-1] = max(gaps[-1], free - chance.randint(0, 7))
    placed, busy = [], 0
    for call, gap in zip(calls, gaps, strict=True):
        placed.append(call._replace(start=Instant(day.start + (opens + gap + busy) * MINUTE)))
        busy += call.minutes + 1
    return placed
