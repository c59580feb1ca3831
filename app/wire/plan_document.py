"""A plan as its document says it; ``app.domain.catalogue`` has the last word on it."""

from typing import Annotated

from pydantic import Field, StringConstraints

from app.domain.plan import Counted, Line, MeterKind, PastLimit, Place, Scope
from app.wire.base import Day, Flag, Name, Region, Request, Whole

_PlanName = Annotated[
    str,
    StringConstraints(
        strict=True, min_length=1, max_length=80, pattern=r"^[^\x00-\x1f\x7f-\x9f]+$"
    ),
]
_Seconds = Annotated[int, Field(strict=True, ge=1, le=86_400)]
_Legs = Annotated[int, Field(strict=True, ge=1, le=9)]


class RoundingDocument(Request):
    """How seconds become minutes."""

    place: Place = Place.PER_LEG
    first_seconds: _Seconds = 60
    next_seconds: _Seconds = 60


class AllowanceDocument(Request):
    """One meter of a plan."""

    kind: MeterKind
    scope: Scope
    included: Whole
    past: PastLimit
    counted: Counted = Counted.OUTBOUND
    warn_at_remaining: Whole = 0
    near_percent: Annotated[int, Field(strict=True, ge=0, le=100)] = 0
    answered_only: Flag = False


class VersionDocument(Request):
    """The rules of a plan from a day on."""

    effective_from: Day
    published: Day
    source: Annotated[str, StringConstraints(strict=True, min_length=1, max_length=1000)]
    allowances: Annotated[list[AllowanceDocument], Field(min_length=1, max_length=8)]
    rounding: RoundingDocument = RoundingDocument()
    legs_browser: _Legs = 1
    legs_phone: _Legs = 2
    segments_per_mms: Annotated[int, Field(strict=True, ge=1, le=1000)] = 1
    territory: Annotated[tuple[Region, ...], Field(max_length=300)] = ()


class PlanDocument(Request):
    """A whole plan: name, line and dated versions."""

    name: _PlanName
    title: Name
    provider: _PlanName
    line: Line
    versions: Annotated[list[VersionDocument], Field(min_length=1, max_length=100)]
    anchored: Flag = False
