"""What an owner wants changed about the plans, before it is saved, and what it would do."""

from dataclasses import dataclass, field
from datetime import date

from app.domain.company import Contract, Profile
from app.domain.meter import Level
from app.domain.plan import MeterKind, Plan
from app.domain.statements import Statements


@dataclass(frozen=True, slots=True)
class PlanSeen:
    """All that an edit can change, as it was when the edit began; links are no part of it."""

    statements: Statements
    profile: Profile
    contract: Contract | None = None


@dataclass(frozen=True, slots=True)
class PlanEdit:
    """Changes that apply from ``start`` on: a day in the plan's zone, ``None`` for now.

    ``None`` (and "" for the zone) leaves a part as it is. ``annual`` and ``until`` come together.
    ``seen``: what it was made from, ``None`` for what holds when it is saved.
    """

    start: date | None = None
    calls: Plan | None = None
    texts: Plan | None = None
    zone: str = ""
    anchor_day: int | None = None
    committed: int | None = None
    additional: int | None = None
    without_bundle: int | None = None
    annual: int | None = None
    until: date | None = None
    profile: Profile | None = None
    contract: Contract | None = None
    seen: PlanSeen | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class EditedMeter:
    """One meter in the cycle that holds the start of an edit, before and after it.

    ``person`` is "" for the account and the pool. ``used`` is what counts toward the allowance by
    then, past it or not. ``crosses``: within the allowance before, past it (or blocked) after.
    """

    kind: MeterKind
    person: str
    used: int
    included_before: int
    included_after: int
    level_before: Level
    level_after: Level
    crosses: bool


@dataclass(frozen=True, slots=True)
class EditPreview:
    """What saving an edit would do; ``at_least``: others may have used more than is known here."""

    meters: tuple[EditedMeter, ...]
    at_least: bool = False
