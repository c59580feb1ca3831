"""Usage counts by person, meter and day: numbers of units alone, never phone numbers or texts."""

from typing import Annotated

from pydantic import Field, StringConstraints

from app.domain.company import Licence
from app.domain.plan import Line, MeterKind
from app.wire.base import Amount, Answer, Day, Id, Moment, Request, Whole

#: A random id of one ledger, so that two computers of one person are not added up.
LedgerId = Annotated[str, StringConstraints(strict=True, pattern=r"^[0-9a-f]{32}$")]


class UsageCount(Request):
    """What one person used of a meter on one local day of the plan's zone; replaces the last one.

    ``counted``: units that drew on the allowance, past it or not. ``billed`` and ``over``: those of
    them past the allowance as the desktop knows it. ``outside``: units beside it. ``second_leg``:
    billed minutes of second legs. ``amounts``: price of the billed units by currency.
    ``unpriced``: billed units without a price.
    """

    kind: MeterKind
    day: Day
    counted: Whole = 0
    billed: Whole = 0
    over: Whole = 0
    outside: Whole = 0
    second_leg: Whole = 0
    amounts: Annotated[tuple[Amount, ...], Field(max_length=8)] = ()
    unpriced: Whole = 0


class UsageUpload(Request):
    """Counts of one ledger. ``sequence`` grows with each upload: an older one never overwrites."""

    ledger: LedgerId
    sequence: Annotated[int, Field(strict=True, ge=1, le=2**53)]
    counts: Annotated[list[UsageCount], Field(min_length=1, max_length=400)]


class UsageTaken(Answer):
    """How many counts were new, and how many the server had already (same or newer)."""

    taken: int
    known: int


class PooledUse(Answer):
    """One meter of one cycle over the whole company.

    ``mine``: what the asker's own uploads hold of ``counted``; the rest is other people's.
    ``reporting`` of ``members`` have sent counts for this cycle, or asked since it began: a desktop
    sends what differs before it asks.
    """

    kind: MeterKind
    counted: int
    outside: int
    mine: int
    reporting: int
    members: int


class PooledCycle(Answer):
    """A cycle of a line by its local days, the last one included."""

    line: Line
    zone: str
    first: Day
    last: Day
    meters: list[PooledUse]


class Pooled(Answer):
    """Usage of the cycles asked for; ``as_of``: the newest upload, ``None`` before the first."""

    as_of: Moment | None
    cycles: list[PooledCycle]


class PersonMeter(Answer):
    """What one person used of one meter in a cycle."""

    kind: MeterKind
    counted: int
    billed: int
    over: int
    outside: int
    second_leg: int
    amounts: list[Amount]
    unpriced: int


class PersonUse(Answer):
    """One person's usage of a cycle, for owners; ``reported``: their last upload."""

    member: Id
    name: str
    licence: Licence
    reported: Moment | None
    meters: list[PersonMeter]


class PeopleCycle(Answer):
    """A cycle of a line, person by person."""

    line: Line
    first: Day
    last: Day
    people: list[PersonUse]


class PeopleUse(Answer):
    """Usage by person of the cycles asked for, for owners."""

    cycles: list[PeopleCycle]
