"""Open calls go on in the window by the clocks alone: each second, as each minute begins."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.domain.beat import Beat
from app.domain.instant import MINUTE, SECOND
from app.domain.live import until_next_us
from app.domain.meter import LiveCall, Status
from ui.desk.figures import Figures
from ui.desk.look import View

#: A timer may come a little early, and then the second has not begun.
_LATE_MS = 1
_MS = 1_000


class Ticking(QObject):
    """Wakes when a figure of an open call changes that somebody sees.

    ``stepped`` carries the View when a minute of any call began, or its banners changed: the page
    was made anew, without reading. ``ticked`` carries the Status of each second between, where
    :attr:`seen` tells that somebody looks.
    """

    stepped = Signal(object)
    ticked = Signal(object)

    def __init__(self, figures: Figures, beat: Callable[[], Beat], parent: QObject) -> None:
        super().__init__(parent)
        self._figures, self._beat = figures, beat
        self.seen: Callable[[], bool] = lambda: True
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)
        figures.read.connect(self._on_read)

    @property
    def is_on(self) -> bool:
        """Whether a call is open that goes on."""
        return self._timer.isActive()

    def close(self) -> None:
        """Wake no more."""
        self._figures.read.disconnect(self._on_read)
        self._timer.stop()

    def tick(self) -> None:
        """Show how the calls stand now: somebody may have begun to look."""
        now, view = self._beat(), self._figures.view
        status = self._figures.status_at(now)
        if view is None or status is None or not status.live:
            self._timer.stop()
            return
        if _steps(status) != _steps(view.status):
            self.stepped.emit(self._figures.step(now))
        elif self.seen():
            self.ticked.emit(status)
        self._timer.start(_LATE_MS + self._until(status) // _MS)

    def _on_read(self, view: View) -> None:
        if view.status.live:
            self.tick()
        else:
            self._timer.stop()

    def _until(self, status: Status) -> int:
        """Return the microseconds until something changes; a minute at most."""
        if self.seen():
            return min(SECOND - call.elapsed_us % SECOND for call in status.live)
        return min(MINUTE, *(_until_step(call) for call in status.live))


def _until_step(call: LiveCall) -> int:
    """Return the microseconds until a call uses or costs more."""
    left = until_next_us(call)
    paid = MINUTE - call.elapsed_us % MINUTE
    return paid if left is None else min(left, paid)


def _steps(status: Status) -> tuple[object, ...]:
    """Return what is shown elsewhere than on the strip, so that the page must be made anew."""
    calls = tuple((call.id, call.minutes, call.amount, call.past) for call in status.live)
    return calls, tuple((banner.kind, banner.meter.id) for banner in status.banners)
