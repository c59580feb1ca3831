"""How a person wants the figures judged: which days they work, and when they want to be warned."""

from dataclasses import dataclass, field, replace

from app.domain.pace import WorkingDays
from app.domain.plan import Allowance, MeterKind, Scope


@dataclass(frozen=True, slots=True)
class OwnWarnings:
    """Warnings of one's own, beside those of the plan; ``None`` leaves the plan's word alone.

    ``minutes`` and ``calls``: near limit at so many left. ``pool_percent``: near at this share of
    use of a pool, 1 to 100.
    """

    minutes: int | None = None
    calls: int | None = None
    pool_percent: int | None = None

    def over(self, allowance: Allowance) -> Allowance:
        """Return an allowance that warns as I want it."""
        if allowance.scope is Scope.POOL:
            percent = self.pool_percent
            return allowance if percent is None else replace(allowance, near_percent=percent)
        left = {MeterKind.MINUTES: self.minutes, MeterKind.CALLS: self.calls}.get(allowance.kind)
        return allowance if left is None else replace(allowance, warn_at_remaining=left)


@dataclass(frozen=True, slots=True)
class Outlook:
    """What the judging of figures takes from the settings; the usual one changes nothing."""

    working: WorkingDays = field(default_factory=WorkingDays)
    warnings: OwnWarnings = field(default_factory=OwnWarnings)
