"""How a person wants the figures judged: which days they work, and when they want to be warned."""

from dataclasses import dataclass, field

from app.domain.pace import WorkingDays


@dataclass(frozen=True, slots=True)
class OwnWarnings:
    """Warnings of one's own, beside those of the plan; ``None`` leaves the plan's word alone.

    ``minutes`` and ``calls``: near limit at so many left. ``pool_percent``: near at this share of
    use of a pool, 1 to 100.
    """

    minutes: int | None = None
    calls: int | None = None
    pool_percent: int | None = None


@dataclass(frozen=True, slots=True)
class Outlook:
    """What the judging of figures takes from the settings; the usual one changes nothing."""

    working: WorkingDays = field(default_factory=WorkingDays)
    warnings: OwnWarnings = field(default_factory=OwnWarnings)
