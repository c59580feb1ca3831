"""Aircall calls, as the dashboard exports them, with all its columns or some.

Talk time is the time in call, in seconds; the total would count the ringing. Numbers come as digits
without a plus sign and are kept as they are.
"""

from collections.abc import Callable
from datetime import UTC
from functools import lru_cache

from app.domain.call_words import answered, direction
from app.domain.durations import duration
from app.domain.event import Call, Direction
from app.domain.instant import SECOND, Instant
from app.domain.problem import Problem, UsageProblem, mark
from app.domain.record_values import source
from app.exchange.columns import Cells, column
from app.exchange.dates import When, zone_named
from app.exchange.format import Convert, Format, Setup, Shape

COLUMNS = (
    column("call id (internal)"),
    column("call id"),
    column("datetime (utc)", date=True),
    column("datetime (tz offset incl.)", date=True),
    column("date (tz offset incl.)", date=True),
    column("time (tz offset incl.)"),
    column("number timezone"),
    column("direction", required=True),
    column("from", required=True),
    column("to", required=True),
    column("aircall number"),
    column("customer number"),
    column("answered", required=True),
    column("duration (in call)", "in-call duration", required=True),
    column("user"),
)
_DATES = {each.names[0] for each in COLUMNS if each.date}
_NO_DATE = mark(
    "This Aircall export has no column with the date of a call. Export it again with "
    "“datetime (UTC)”."
)


def _prepare(setup: Setup) -> Convert:
    if setup.present.isdisjoint(_DATES):
        raise Problem(_NO_DATE)
    start_of, otherwise = _start_reader(setup), setup.direction

    def convert(cells: Cells) -> Call:
        internal, public, utc, local, day, time, zone, way, *rest, _ = cells
        origin, destination, own, far, yes, length, user = rest
        towards = direction(way, otherwise)
        outbound = towards is Direction.OUTBOUND
        return Call(
            source("aircall", setup.account),
            (internal or public).strip(),
            start_of((utc, local, day, time, zone)),
            0 if answered(yes) is False else duration(length, SECOND),
            towards,
            own.strip() or (origin if outbound else destination).strip(),
            far.strip() or (destination if outbound else origin).strip(),
            None,
            user.strip(),
        )

    return convert


def _start_reader(setup: Setup) -> Callable[[tuple[str, str, str, str, str]], Instant]:
    """Read the start from whichever columns are there; the UTC one needs no zone."""
    in_utc = setup.when(UTC)

    @lru_cache(maxsize=64)
    def when_in(zone: str) -> When:
        try:
            return setup.when(zone_named(zone.strip()) if zone.strip() else None)
        except UsageProblem:
            return setup.when()

    def start_of(columns: tuple[str, str, str, str, str]) -> Instant:
        utc, local, day, time, zone = columns
        if utc:
            return in_utc(utc)
        return when_in(zone)(local or f"{day} {time}")

    return start_of


CALLS = Format("aircall-calls", Shape.TABLE, COLUMNS, _prepare)
