"""How a person wants the figures judged: which days they work, and when they want to be warned."""

from dataclasses import dataclass, field, replace

from app.domain.own_warnings import OwnWarnings
from app.domain.pace import WorkingDays
from app.domain.plan import Allowance, MeterKind, Scope


@dataclass(frozen=True, slots=True)
class Outlook:
    """What the judging of figures takes from the settings; the usual one changes nothing."""

    working: WorkingDays = field(default_factory=WorkingDays)
    warnings: OwnWarnings = field(default_factory=OwnWarnings)

    def over(self, allowance: Allowance) -> Allowance:
        """Return an allowance that warns as the person wants it."""
        own = self.warnings
        if allowance.scope is Scope.POOL:
            percent = own.pool_percent
            return allowance if percent is None else replace(allowance, near_percent=percent)
        left = {MeterKind.MINUTES: own.minutes, MeterKind.CALLS: own.calls}.get(allowance.kind)
        return allowance if left is None else replace(allowance, warn_at_remaining=left)
