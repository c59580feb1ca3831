"""How the settings want the figures judged, with the holidays around an instant."""

from typing import TYPE_CHECKING

from app.domain.instant import Instant, moment
from app.domain.outlook import Outlook
from app.domain.pace import WorkingDays
from app.machine.holidays import holiday_dates
from app.machine.settings import Settings

if TYPE_CHECKING:
    from datetime import date


class Outlooks:
    """The outlook of some settings at any instant; holidays are looked up once for each year.

    Where no day of the week is worked the usual ones hold, for a pace needs some.
    """

    def __init__(self, settings: Settings) -> None:
        self._wanted = _wanted(settings)
        self._region = settings.holidays
        self._weekdays = settings.working_weekdays or WorkingDays().weekdays
        self._warnings = settings.warnings
        self._year = 0
        self._holidays: frozenset[date] = frozenset()

    def fits(self, settings: Settings) -> bool:
        """Tell whether other settings want the same."""
        return self._wanted == _wanted(settings)

    def at(self, now: Instant) -> Outlook:
        """Return the outlook; a cycle and what it is compared with reach into years beside."""
        year = moment(now).year
        if self._region and year != self._year:
            self._holidays = holiday_dates(self._region, range(year - 1, year + 2))
            self._year = year
        return Outlook(WorkingDays(self._holidays, self._weekdays), self._warnings)


def _wanted(settings: Settings) -> tuple[object, ...]:
    return settings.holidays, settings.working_weekdays, settings.warnings
