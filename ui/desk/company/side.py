"""The company's side of the window: its dialogs, the plan server, and what the company tells."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.company import Licence, Role
from app.domain.problem import Problem
from ui.background.lane import Lane
from ui.desk.books import Books
from ui.desk.company import plan_requests as requests
from ui.desk.company import saving
from ui.desk.company.network import Network, Request
from ui.desk.company.plan_news import PlanNewsRows
from ui.desk.company.side_lane import SideLane
from ui.desk.company.sync import Sync
from ui.desk.preferences import Preferences
from ui.theme.theme import Theme
from ui.window.state import CompanyAround
from ui.window.window import MainWindow

if TYPE_CHECKING:
    from app.machine.secrets import Secrets
    from ui.desk.company.dialogs import CompanyDialogs


class CompanySide(QObject):
    """Does what page, menus and dialogs ask of plan and company.

    ``changed``: figures and page are to be read again. ``known``: another company is joined, or
    none, or something else goes on with it. ``page_wanted``: the Plan page should come to the
    front. ``told`` carries a sentence, ``failed`` a Problem, ``broke`` a fault of the program.
    """

    changed = Signal()
    known = Signal()
    page_wanted = Signal()
    told = Signal(str)
    failed = Signal(object)
    broke = Signal(object)

    def __init__(
        self,
        window: MainWindow,
        theme: Theme,
        preferences: Preferences,
        *,
        books: Books,
        lane: Lane,
        secrets: "Callable[[], Secrets]",
    ) -> None:
        super().__init__(window)
        self._window, self._theme, self._preferences = window, theme, preferences
        self._books, self._figures_lane = books, lane
        folder, now = preferences.folder, books.now
        self.lane = SideLane("plan-lane", self, folder=folder, now=now)
        self.network = Network(folder, now, secrets, self)
        self.sync = Sync(self.network, self)
        self.news = PlanNewsRows(self, theme, lambda: self._preferences.words, now)
        self._around: CompanyAround | None = None
        self._dialogs: CompanyDialogs | None = None
        self._connect()

    @property
    def around(self) -> CompanyAround | None:
        """The company that is joined, as the window names it."""
        around, syncing = self._around, self.sync.is_asked
        return replace(around, syncing=True) if around is not None and syncing else around

    @property
    def dialogs(self) -> "CompanyDialogs":
        """The dialogs, made when the first is wanted."""
        if self._dialogs is None:
            # Here because most days none of them is wanted.
            from ui.desk.company.dialogs import CompanyDialogs

            self._dialogs = made = CompanyDialogs(
                self._window, self._theme, self._preferences, lane=self.lane, network=self.network
            )
            made.changed.connect(self._on_changed)
            made.joined.connect(self._on_joined)
            made.left.connect(self._on_left)
            made.not_mine.connect(self.page_wanted)
            made.told.connect(self.told)
            made.failed.connect(self.failed)
        return self._dialogs

    def refresh(self) -> None:
        """Look which company is joined, and what it tells."""
        work = requests.read_company(self._books)
        self._figures_lane.run(work, self._on_known, self.failed.emit)

    def ask(self, key: str) -> None:
        """Do what a line of a menu or a button names: "join", "sync", "what_if" and so on."""
        dialogs = self.dialogs
        asked: dict[str, Callable[[], object]] = {
            "join": dialogs.joining.join,
            "sign_in": lambda: dialogs.joining.join(again=True),
            "share": lambda: self._do(saving.share(self.network.now)),
            "leave": lambda: dialogs.joining.leave(self.around.name if self.around else ""),
            "sync": self.sync.ask,
            "invite": dialogs.access.invite,
            "access": dialogs.access.open,
            "what_if": dialogs.what_ifs.ask,
        }
        asked[key]()

    def edit(self, what: str = "plan") -> None:
        """Edit "plan", "seats", "profile" or "contract"."""
        self.dialogs.edits.edit(what)

    def mark_linked(self, name: str, linked: bool) -> None:  # noqa: FBT001 - of a signal
        """Mark a person as linked with Twilio Connect, or no longer."""
        self._do(saving.mark(name, self.network.now, linked=linked))

    def seat(self, name: str, licence: str) -> None:
        """Say which seat a person sits on."""
        self._do(saving.seat(name, Licence(licence), self.network.now))

    def put_news_away(self, news_ids: tuple[int, ...]) -> None:
        """Tell a change of plan no more."""
        work = requests.put_news_away(self._books, news_ids)
        self._figures_lane.run(work, self._on_changed, self.failed.emit)

    def let_go(self, then: Callable[[], None]) -> None:
        """Close the ledger on both lanes, then do something; a look at it opens it again."""
        self.sync.hold()
        self.lane.let_go(lambda: self.network.lane.let_go(then))

    def move(self, folder: Path) -> None:
        """Use another data folder from now on."""
        self.lane.move(folder)
        self.network.lane.move(folder)

    def close(self) -> None:
        """Stop everything."""
        self.sync.stop()
        if self._dialogs is not None:
            self._dialogs.close()
        self.lane.close()
        self.network.lane.close()

    def _connect(self) -> None:
        self.lane.broke.connect(self.broke)
        self.network.lane.broke.connect(self.broke)
        self.sync.began.connect(self.known)
        self.sync.ended.connect(self._on_changed)
        self.sync.ended.connect(self.known)
        self.sync.failed.connect(self.failed)
        self.news.put_away.connect(self.put_news_away)

    def _do(self, request: "Request[None]") -> None:
        self.network.ask(request, self._on_changed, self._on_refused)

    def _on_refused(self, problem: Problem) -> None:
        self.changed.emit()  # the page shows what holds
        self.failed.emit(problem)

    def _on_known(self, now: requests.CompanyNow) -> None:
        self.news.tell(now.news)
        self.sync.go_on()
        state = now.state
        owner = state is not None and state.role is Role.OWNER
        around = CompanyAround(state.company, owner, now.to_share) if state else None
        if around == self._around:
            return
        fresh, self._around = self._around is None, around
        if around is None:
            self.sync.stop()
        elif fresh:
            self.sync.start()
        self.known.emit()

    def _on_joined(self) -> None:
        self._on_changed()

    def _on_left(self) -> None:
        self.sync.stop()
        self._on_changed()

    def _on_changed(self, _: object = None) -> None:
        self.refresh()
        self.changed.emit()
