"""A pause: until its end no round begins by itself and no notice comes; what is asked for does."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.cycle import day_start, local_day
from app.domain.instant import DAY, MINUTE, Instant
from app.machine.settings import NEVER, Settings
from ui.desk.preferences import Preferences

HOUR = 60 * MINUTE
#: No pause that can be chosen lasts so long: its end was written by a clock that went wrong.
_LONGEST = 2 * DAY
#: How often its end is looked for: a computer that slept counts no timer.
_LOOK_MS = 30_000


class Pausing(QObject):
    """Begins and ends the pause that the settings keep; ``changed`` when it did either."""

    changed = Signal()

    def __init__(
        self, preferences: Preferences, now: Callable[[], Instant], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._preferences, self._now = preferences, now
        self._told = self.until
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._attend()
        preferences.watch(self._on_settings)

    @property
    def until(self) -> Instant:
        """The end of the pause that holds now, ``NEVER`` while none does."""
        return self._preferences.settings.paused_until if self.paused(self._now()) else NEVER

    def paused(self, now: Instant) -> bool:
        """Tell whether the pause holds at an instant."""
        return now < self._preferences.settings.paused_until <= now + _LONGEST

    def is_paused(self) -> bool:
        """Tell whether the pause holds now."""
        return self.paused(self._now())

    def pause(self, until: Instant) -> None:
        """Pause until an instant."""
        self._preferences.change(paused_until=until)

    def pause_for_an_hour(self) -> None:
        """Pause for one hour from now."""
        self.pause(Instant(self._now() + HOUR))

    def pause_until_tomorrow(self) -> None:
        """Pause until the next day begins by this computer's clock."""
        zone = self._preferences.machine_zone
        tomorrow = local_day(self._now(), zone) + timedelta(days=1)
        self.pause(day_start(tomorrow, zone))

    def resume(self) -> None:
        """End the pause."""
        self._preferences.change(paused_until=NEVER)

    def look(self) -> None:
        """Tell if the pause has ended by itself."""
        if self._told != self.until:
            self._tell()

    def _on_settings(self, _: Settings) -> None:
        self.look()

    def _tell(self) -> None:
        self._told = self.until
        self._attend()
        self.changed.emit()

    def _attend(self) -> None:
        if self._told == NEVER:
            self._timer.stop()
        else:
            self._timer.start()
