"""Which page is in front, and the pages that are made when they are first wanted."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from app.domain.instant import Instant
from ui.desk.accounts.side import AccountsSide
from ui.desk.ahead import Ahead
from ui.desk.beside import Beside
from ui.desk.books import Books
from ui.desk.company.side_lane import SideLane
from ui.desk.preferences import Preferences
from ui.window.window import MainWindow

if TYPE_CHECKING:
    from ui.desk.activity import Activity
    from ui.desk.company.planning import Planning


class PageDesk(Protocol):
    """What a page's desk does with it, from when it was made."""

    def show(self) -> None:
        """The page comes to the front."""

    def hide(self) -> None:
        """Another page is in front."""

    def follow(self) -> None:
        """The ledger may have changed."""

    def renew(self) -> None:
        """Entries or plans were changed from this window."""

    def speak(self) -> None:
        """Another language is spoken."""

    def close(self) -> None:
        """Stop reading."""


class Pages(QObject):
    """Switches pages, ``front`` is the key of the first; ``plan_lane`` reads for the Plan page.

    ``activity_made`` and ``planning_made`` carry the desk of a page once there is one.
    """

    activity_made = Signal(object)
    planning_made = Signal(object)

    def __init__(
        self,
        window: MainWindow,
        preferences: Preferences,
        now: Callable[[], Instant],
        plan_lane: SideLane,
        accounts: AccountsSide,
    ) -> None:
        super().__init__(window)
        self._window, self._preferences, self._now = window, preferences, now
        self._plan_lane, self._accounts = plan_lane, accounts
        self._activity: Activity | None = None
        self._planning: Planning | None = None
        self._served: dict[str, PageDesk] = {}
        self.front = "overview"
        self.beside = Beside(window)
        self._ahead = Ahead(lambda: self.activity, self)
        window.page_chosen.connect(self.go_to)

    @property
    def activity(self) -> "Activity":
        """The Activity page's desk, made when it is first wanted."""
        if self._activity is None:
            # Here because the overview comes first, and its figures need none of this.
            from ui.desk.activity import Activity

            books = Books(self._preferences.folder, self._now)
            made = self._activity = Activity(self._window.activity(), self._preferences, books)
            self.beside.serve(made)
            self.activity_made.emit(made)
        return self._activity

    @property
    def planning(self) -> "Planning":
        """The Plan page's desk, made when it is first wanted."""
        if self._planning is None:
            # Here for the same reason.
            from ui.desk.company.planning import Planning

            page = self._window.plan_page()
            made = self._planning = Planning(page, self._preferences, self._plan_lane)
            self.planning_made.emit(made)
        return self._planning

    def serve(self, key: str, desk: PageDesk) -> None:
        """Let a desk serve the page of a key; it makes the page when it is first shown."""
        self._served[key] = desk

    def prepare(self) -> None:
        """Make the pages before they are wanted, a little at a time."""
        self._ahead.start()

    def go_to(self, key: str) -> None:
        """Bring a page to the front."""
        self.beside.begin_again()
        self._window.go_to(key)
        self.front = key
        self.wake()

    def wake(self) -> None:
        """Let the page in front be read again, and no other."""
        page = self._page(self.front)
        for other in self._made():
            if other is not page:
                other.hide()
        if self.front == "accounts":
            self._accounts.show()
        else:
            self._accounts.hide()
        if page is not None:
            page.show()

    def rest(self) -> None:
        """Nobody sees the window: no page is in front."""
        for page in self._made():
            page.hide()
        self._accounts.hide()

    def follow(self) -> None:
        """The ledger may have changed."""
        for page in self._made():
            page.follow()

    def renew(self) -> None:
        """Entries or plans were changed from this window."""
        for page in self._made():
            page.renew()

    def speak(self) -> None:
        """Show the pages in another language."""
        for page in self._made():
            page.speak()

    def let_go(self, then: Callable[[], None]) -> None:
        """Close the ledger wherever a list reads it, then do something."""
        self._ahead.stop()  # a page that is made meanwhile would open it again
        if self._activity is None:
            then()
        else:
            self._activity.let_go(then)

    def move(self, folder: Path) -> None:
        """Read another data folder from now on."""
        if self._activity is not None:
            self._activity.move(folder)

    def close(self) -> None:
        """Stop reading."""
        self._ahead.stop()
        for page in self._made():
            page.close()

    def _page(self, key: str) -> "PageDesk | None":
        """Return the desk of a page, made when it is first wanted; ``None`` where it has none."""
        if key == "activity":
            return self.activity
        return self.planning if key == "plan" else self._served.get(key)

    def _made(self) -> "tuple[PageDesk, ...]":
        made = (self._activity, self._planning, *self._served.values())
        return tuple(page for page in made if page is not None)
