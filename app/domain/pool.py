"""The pool: one allowance of a whole company, made of the shares of its seats.

Every seat counts in full in each cycle of which it has a day, whenever in the cycle it came or
went, so the pool is one number for the whole cycle.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.cycle import day_start
from app.domain.instant import END, Instant, moment
from app.domain.meter import Cycle


@dataclass(frozen=True, slots=True)
class SeatStatement:
    """How many seats there are from ``start`` until the next statement.

    ``committed`` are paid whether used or not, ``additional`` are users beyond them.
    ``without_bundle``: how many of both together have a plan without the bundle; those bring
    nothing into the pool.
    """

    start: Instant
    committed: int
    additional: int
    without_bundle: int = 0

    @property
    def share(self) -> int:
        """Seats that bring a share into the pool."""
        return max(0, self.committed + self.additional - self.without_bundle)


@dataclass(frozen=True, slots=True)
class AnnualSeats:
    """Seats paid for a term, on top of the stated ones even when nobody uses them any more.

    ``until`` is the last day of the term, in the zone of the cycle that is asked about; from
    ``replaced`` on another number holds for the same term.
    """

    start: Instant
    until: date
    seats: int
    replaced: Instant = END


@dataclass(frozen=True, slots=True)
class SeatCount:
    """The seats of one cycle; ``assumed``: nobody stated any, so one committed seat is taken.

    ``without_bundle``: how many of the committed and additional ones bring nothing into the pool.
    """

    committed: int
    additional: int
    annual: int = 0
    assumed: bool = False
    without_bundle: int = 0

    @property
    def total(self) -> int:
        """All seats that bring a share."""
        return max(0, self.committed + self.additional - self.without_bundle) + self.annual


def seats_in_cycle(
    cycle: Cycle, statements: Iterable[SeatStatement], annual: Iterable[AnnualSeats] = ()
) -> SeatCount:
    """Count the seats of a cycle.

    Of the statements in force at some time in the cycle the one with most seats that bring a share
    holds (of equal ones the latest). The order of ``statements`` matters only between those of one
    start: the last one holds. Before the first statement, too, one committed seat is assumed.
    """
    bought = _bought(cycle, annual)
    in_force = _in_force(cycle, sorted(statements, key=lambda each: each.start))
    if not in_force:
        return SeatCount(1, 0, bought, assumed=True)
    most = max(reversed(in_force), key=lambda each: each.share)
    return SeatCount(most.committed, most.additional, bought, without_bundle=most.without_bundle)


def allowance_of(seats: SeatCount, per_seat: int) -> int:
    """Return the units of the pool: a full share for every seat."""
    return seats.total * per_seat


def _in_force(cycle: Cycle, ordered: Sequence[SeatStatement]) -> list[SeatStatement]:
    ends = [*(each.start for each in ordered[1:]), END]
    return [
        statement
        for statement, end in zip(ordered, ends, strict=False)
        if max(statement.start, cycle.start) < min(end, cycle.end)
    ]


def _bought(cycle: Cycle, annual: Iterable[AnnualSeats]) -> int:
    """Count annual seats; of several numbers for one term the greatest in the cycle holds."""
    terms: dict[date, int] = {}
    for each in annual:
        if _is_paid(each, cycle):
            terms[each.until] = max(each.seats, terms.get(each.until, 0))
    return sum(terms.values())


def _is_paid(seats: AnnualSeats, cycle: Cycle) -> bool:
    # A term without a real end may be written as the last year a calendar can hold.
    endless = seats.until.year >= moment(END).year
    end = END if endless else day_start(seats.until + timedelta(days=1), cycle.zone)
    return max(seats.start, cycle.start) < min(end, cycle.end, seats.replaced)
