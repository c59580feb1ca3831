"""Quiet hours: when a notice waits, by the clock of the computer."""

from dataclasses import dataclass
from datetime import datetime

DAY_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True)
class QuietHours:
    """From one minute of the day until another, perhaps over midnight, and on whole days of rest.

    ``from_minute`` and ``until_minute`` count from midnight, 0 to 1,439; where both are the same
    there are no quiet hours. ``days``: weekdays that are quiet from midnight to midnight, Monday
    is 0.
    """

    from_minute: int = 0
    until_minute: int = 0
    days: frozenset[int] = frozenset()

    def holds(self, local: datetime) -> bool:
        """Tell whether it is quiet at a time of the computer's own clock."""
        if local.weekday() in self.days:
            return True
        minute, first, end = local.hour * 60 + local.minute, self.from_minute, self.until_minute
        if first <= end:
            return first <= minute < end
        return minute >= first or minute < end
