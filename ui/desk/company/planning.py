"""The Plan page connected: read when it is in front and somebody wrote, and what it asks for."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from app.domain.problem import Problem
from app.machine.outlooks import Outlooks
from app.machine.settings import Settings
from ui.desk.company import plan_requests as requests
from ui.desk.company.side_lane import SideLane
from ui.desk.preferences import Preferences
from ui.plan_page.connect_state import CONNECT_PAGE
from ui.plan_page.page import PlanPage
from ui.plan_page.state import plan_page_state

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.plan_page import PlanPage as Page
    from ui.desk.books import Books

#: What others write is read again at most so often.
_AGAIN_MS = 500


class Planning(QObject):
    """Serves one page; ``failed`` carries a Problem, ``read`` the page that was read."""

    failed = Signal(object)
    read = Signal(object)

    def __init__(self, page: PlanPage, preferences: Preferences, lane: SideLane) -> None:
        super().__init__(page)
        self.page = page
        self._preferences, self._lane = preferences, lane
        self._outlooks = Outlooks(preferences.settings)
        preferences.watch(self._on_settings)
        self._seen: Page | None = None
        self._shown = self._busy = self._stale = False
        self._read_at = lane.now()
        self._again = QTimer(self, interval=_AGAIN_MS, singleShot=True)
        self._again.timeout.connect(self._look_again)
        page.connect_page_opened.connect(lambda: _open(CONNECT_PAGE))
        page.source_opened.connect(_open)

    def show(self) -> None:
        """The page has come to the front."""
        self._shown = True
        if self._seen is None:
            self.renew()
        else:
            self._look_again()

    def hide(self) -> None:
        """Another page is in front."""
        self._shown = False

    def follow(self) -> None:
        """Somebody may have written, or a minute began."""
        self._stale = True
        if self._shown and not self._again.isActive():
            self._again.start()

    def renew(self) -> None:
        """Read the page at once."""
        self._run(requests.read_page(self._outlooks))

    def speak(self) -> None:
        """Show the page in another language."""
        if self._seen is not None:
            self._show(self._seen)

    def close(self) -> None:
        """Read no more."""
        self._again.stop()

    def _on_settings(self, settings: Settings) -> None:
        if self._outlooks.fits(settings):
            return
        self._outlooks = Outlooks(settings)
        if self._shown:
            self.renew()
        else:
            self._seen = None

    def _look_again(self) -> None:
        if self._shown and self._stale:
            self._run(requests.read_page_if_new(self._outlooks, self._read_at))

    def _run(self, work: "Callable[[Books], Page | None]") -> None:
        if self._busy:
            self._stale = True
            self._again.start()
            return
        self._busy, self._stale = True, False
        self._lane.run(work, self._on_read, self._on_failed)

    def _on_read(self, page: "Page | None") -> None:
        self._busy = False
        if page is not None:
            self._seen, self._read_at = page, self._lane.now()
            self._show(page)
            self.read.emit(page)

    def _on_failed(self, problem: Problem) -> None:
        self._busy = False
        self.failed.emit(problem)

    def _show(self, page: "Page") -> None:
        words, zone = self._preferences.words, self._preferences.machine_zone
        state = plan_page_state(words, page, self._lane.now(), zone)
        self.page.show_state(state)


def _open(address: str) -> None:
    """Open a page in the browser; nothing but a web page."""
    if address.startswith("https://"):
        QDesktopServices.openUrl(QUrl(address))
