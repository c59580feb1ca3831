"""State how many seats there are: committed, additional, and annual ones with the end of term."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.actions.put_in_force import refuse_beside_company
from app.actions.writable import Writable
from app.domain.cycle import local_day
from app.domain.instant import BEGINNING, Instant
from app.domain.plan import Line, Scope
from app.domain.pool import AnnualSeats, SeatStatement
from app.domain.problem import UsageProblem, mark
from app.domain.written_instant import read_day, read_start
from app.ledger.ledger import Writing
from app.ledger.plans import add_annual_seats, add_seats
from app.ledger.rulebook import annual_stated, seats_stated

MOST = 1_000_000
_NOTHING = mark("Say how many seats there are: --committed N, --additional N, or --annual N.")
_TOO_MANY = mark(
    "Of {seats} committed and additional seats {without} cannot be without the bundle. Check "
    "--without-bundle."
)
_PAIR = mark("Annual seats have an end of term: write --annual N --until DATE.")
_RANGE = mark("The number of seats must be a whole number from 0 to {most}.")
_OVER = mark("The term ended on {until}. Check --until, or say with --from when it began.")
_BACKWARDS = mark("The term ends on {until}, before it begins. Check --until and --from.")


@dataclass(frozen=True, slots=True)
class SeatWish:
    """What is said about seats; ``None`` where nothing was said.

    ``start`` and ``until`` are dates in the zone of the messaging plan; ``until`` is the last day.
    ``without_bundle``: committed and additional seats that bring nothing into the pool.
    """

    committed: int | None = None
    additional: int | None = None
    annual: int | None = None
    until: str | None = None
    start: str | None = None
    without_bundle: int | None = None


@dataclass(frozen=True, slots=True)
class Seated:
    """The seats as stated; ``since`` is the beginning of everything for the first statement.

    ``annual`` is ``None`` where nothing was said about annual seats.
    """

    since: Instant
    committed: int
    additional: int
    annual: int | None
    until: date | None
    without_bundle: int = 0


def set_seats(where: Writable, wish: SeatWish, *, now: Instant, machine_zone: str) -> Seated:
    """State seats from a date on, or for all history when it is the first word about them.

    Numbers left out stay as they are; UsageProblem for a wish that makes no sense.
    """
    _check(wish)
    with where.writing() as writing:
        refuse_beside_company(writing)
        zone = _zone(writing, now, machine_zone)
        stated = seats_stated(writing.connection)
        seats = _seats(wish, stated, _start(writing, wish, zone, now))
        start = seats.start
        if wish.annual is None or not stated or _says_more(wish):
            add_seats(
                writing, start, seats.committed, seats.additional,
                without_bundle=seats.without_bundle, recorded=now,
            )  # fmt: skip
        until = read_day(wish.until) if wish.until is not None else None
        since = start if until is None else _add_annual(writing, wish, until, (start, zone, now))
        writing.change_rules(since=since, lines=_pooled_lines(writing))
    return Seated(
        start, seats.committed, seats.additional, wish.annual, until, seats.without_bundle
    )


def _seats(wish: SeatWish, stated: Sequence[SeatStatement], start: Instant) -> SeatStatement:
    """Lay a wish over what was stated by its start."""
    last = next((s for s in reversed(stated) if s.start <= start), SeatStatement(start, 0, 0))
    seats = SeatStatement(
        start,
        last.committed if wish.committed is None else wish.committed,
        last.additional if wish.additional is None else wish.additional,
        last.without_bundle if wish.without_bundle is None else wish.without_bundle,
    )
    there = seats.committed + seats.additional
    if seats.without_bundle > there:
        raise UsageProblem(_TOO_MANY, seats=there, without=seats.without_bundle)
    return seats


def _check(wish: SeatWish) -> None:
    numbers = (wish.committed, wish.additional, wish.annual, wish.without_bundle)
    if all(number is None for number in numbers) and wish.until is None:
        raise UsageProblem(_NOTHING)
    if (wish.annual is None) != (wish.until is None):
        raise UsageProblem(_PAIR)
    if any(number is not None and not 0 <= number <= MOST for number in numbers):
        raise UsageProblem(_RANGE, most=MOST)


def _says_more(wish: SeatWish) -> bool:
    said = (wish.committed, wish.additional, wish.without_bundle)
    return any(number is not None for number in said)


def _zone(writing: Writing, now: Instant, machine_zone: str) -> str:
    terms = writing.rules.lines[Line.TEXTS].timeline.at(now)
    return terms.zone if terms else machine_zone


def _start(writing: Writing, wish: SeatWish, zone: str, now: Instant) -> Instant:
    if wish.start is not None:
        return read_start(wish.start, zone)
    stated = seats_stated(writing.connection) or annual_stated(writing.connection)
    return now if stated else BEGINNING


def _add_annual(
    writing: Writing, wish: SeatWish, until: date, at: tuple[Instant, str, Instant]
) -> Instant:
    """State annual seats; returns from when on the pool may change."""
    start, zone, now = at
    known = _of_term(writing, until)
    # A new number for a known term corrects the old one, so it holds for the whole of that term.
    begins = known.start if known and wish.start is None else start
    if known is None and wish.start is None and until < local_day(now, zone):
        raise UsageProblem(_OVER, until=until.isoformat())
    if begins > BEGINNING and until < local_day(begins, zone):
        raise UsageProblem(_BACKWARDS, until=until.isoformat())
    add_annual_seats(writing, begins, until, wish.annual or 0, recorded=now)
    return min(start, begins, known.start if known else start)


def _of_term(writing: Writing, until: date) -> AnnualSeats | None:
    stated = annual_stated(writing.connection)
    return next((each for each in stated if each.until == until), None)


def _pooled_lines(writing: Writing) -> tuple[Line, ...]:
    return tuple(
        line
        for line, stretches in writing.rules.lines.items()
        if any(
            allowance.scope is Scope.POOL
            for terms in stretches.timeline.terms
            for allowance in terms.version.allowances
        )
    )
