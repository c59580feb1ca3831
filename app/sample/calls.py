"""The calls of the team, from the first day of the history to now."""

from collections.abc import Iterator, Sequence
from datetime import date

from app.domain.instant import Instant
from app.domain.pace import days
from app.sample.aims import Aims
from app.sample.call import SampleCall
from app.sample.chance import stream
from app.sample.day_of_calls import Order, calls_of_day
from app.sample.days import Day, day_of, spread
from app.sample.people import ME, MEI, OMAR, Agent

# Minutes on a usual working day; a whole month of it stays well inside the allowance.
_PACES = ((ME, 72), (OMAR, 46), (MEI, 15))


def calls_of(aims: Aims, now: Instant, zone: str, seed: int) -> list[SampleCall]:
    """Invent the calls of everybody, the oldest first; none ends after now."""
    found = [
        call for agent, pace in _PACES for call in _of_agent(agent, pace, aims, (now, zone, seed))
    ]
    return sorted(found, key=lambda call: (call.start, call.agent.name))


def _of_agent(
    agent: Agent, pace: int, aims: Aims, at: tuple[Instant, str, int]
) -> Iterator[SampleCall]:
    now, zone, seed = at
    chance = stream(seed, f"calls of {agent.name}")
    span = aims.calls
    all_days = [day_of(each, zone, now, chance) for each in days(span.first, span.today)]
    running = [day for day in all_days if day.date >= span.cycle]
    units = {day.date: day.usual(pace) for day in all_days}
    billed = 0
    if agent is ME and aims.minutes is not None:
        units |= spread(aims.minutes, running)
        billed = aims.billed
    orders = _orders(running, units, sum(units[day.date] for day in running) - billed)
    for day in all_days:
        order = orders.get(day.date) or Order(units[day.date])
        yield from calls_of_day(day, agent, order, chance)


def _orders(running: Sequence[Day], units: dict[date, int], included: int) -> dict[date, Order]:
    """Part each day of the cycle where the allowance ends."""
    orders: dict[date, Order] = {}
    for day in running:
        inside = min(units[day.date], included)
        included -= inside
        orders[day.date] = Order(inside, units[day.date] - inside)
    return orders
