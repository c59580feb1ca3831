"""The first steps, connected: when they are shown, what they ask for, and what is kept of them."""

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from app.domain.problem import EnvironmentProblem, Problem
from app.machine.settings import Settings
from ui.background.lane import Lane
from ui.desk import first_run_requests as requests
from ui.desk.accounts.side import AccountsSide
from ui.desk.books import Books
from ui.desk.company.side import CompanySide
from ui.desk.figures import Figures
from ui.desk.pages import Pages
from ui.desk.preferences import Preferences
from ui.desk.told import Told
from ui.desk.tray import Tray
from ui.window.window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.actions.what_is_here import WhatIsHere
    from ui.first_run.answers import Answers
    from ui.first_run.page import FirstRunPage

_KEY = _KEPT = "first_run"


class FirstRun(QObject):
    """Shows the first steps in the place of an empty overview, until they are done or skipped.

    ``offered`` carries the key of what is to be done; ``kept`` follows a plan that was put in force
    here, ``failed`` carries a Problem.
    """

    offered = Signal(str)
    kept = Signal()
    failed = Signal(object)

    def __init__(
        self,
        window: MainWindow,
        preferences: Preferences,
        pages: Pages,
        company: CompanySide,
        *,
        books: Books,
        lane: Lane,
    ) -> None:
        super().__init__(window)
        self._window, self._preferences, self._pages = window, preferences, pages
        self._company, self._books, self._lane = company, books, lane
        self._page: FirstRunPage | None = None
        self._answers: Answers | None = None
        self._here: WhatIsHere | None = None
        self._plans: requests.Catalogue = ((), ())
        #: The steps are to be shown as soon as the overview is in front.
        self._due = False
        self._looking = False
        #: Whether a window that closes can be opened again from the tray.
        self.has_tray: Callable[[], bool] = lambda: False

    def look(self) -> None:
        """Figures were read: see whether anybody has begun yet, and show what has come."""
        if self._preferences.settings.welcomed and not self._due:
            if self._pages.front == _KEY:
                self._pages.go_to("overview")  # the page of a window that was closed in it
            return
        if self._looking:
            return
        self._looking = True
        books = self._books
        self._lane.run(lambda: requests.look(books), self._on_looked, self._on_unseen)

    def open(self) -> None:
        """Show the steps, from where they were left; also to somebody who asks for them later."""
        books = self._books
        self._lane.run(lambda: requests.look(books), self._on_opened, self.failed.emit)

    def on_page(self, key: str) -> None:
        """Another page was chosen: the steps stand where the overview would."""
        if key == "overview" and self._due:
            self._begin()

    def speak(self, _: Settings) -> None:
        """Settings have changed, perhaps the language."""
        if self._page is not None and self._plans[0]:
            self._plans = requests.catalogue(self._preferences.words)
            self._show()

    def _on_looked(self, here: "WhatIsHere") -> None:
        self._looking = False
        first, self._here = self._here is None, here
        if self._page is not None:
            self._show()
        elif first and not self._preferences.settings.welcomed:
            self._decide(here)

    def _on_unseen(self, _: Problem) -> None:
        """The figures tell of it already."""
        self._looking = False

    def _on_opened(self, here: "WhatIsHere") -> None:
        self._here = here
        self._begin()

    def _decide(self, here: "WhatIsHere") -> None:
        if here.anything and self._preferences.kept(_KEPT) is None:
            self._preferences.change(welcomed=True)
            self.look()
            return
        self._due = True
        # A link that opened the window comes first.
        if self._pages.front in ("overview", _KEY):
            self._begin()

    def _begin(self) -> None:
        # Here because it is wanted once in the life of a ledger.
        from ui.first_run.answers import ALONE, COMPANY, Answers, answers_of

        self._due = True
        if self._page is None:
            kept = self._preferences.kept(_KEPT)
            usual = Answers(
                whose=COMPANY if self._preferences.rollout.server else ALONE,
                stay=self._preferences.settings.close_to_tray,
            )
            self._answers = usual if kept is None else answers_of(kept)
            self._plans = requests.catalogue(self._preferences.words)
            page = self._page = self._window.first_run_page()
            page.answered.connect(self._on_answered)
            page.stepped.connect(self._on_stepped)
            page.offered.connect(self.offered)
            page.skipped.connect(self._leave)
            page.finished.connect(self._on_finished)
            self._preferences.watch(self.speak)
        self._show()
        self._pages.go_to(_KEY)

    def _show(self) -> None:
        # Here for the same reason.
        from ui.first_run.state import Around, first_run_state

        if self._page is None or self._answers is None or self._here is None:
            return
        words, here = self._preferences.words, self._here
        around = Around(
            calls=self._plans[0],
            texts=self._plans[1],
            zone=self._preferences.machine_zone,
            country=words.region(country) if (country := requests.country()) else "",
            connected=here.providers,
            company=here.company,
            offered=self._preferences.rollout,
            entries=here.entries,
            planned=here.planned,
            # What an administrator decided is done already.
            can_start_at_login=self._preferences.rollout.start_at_login is None,
            has_tray=self.has_tray(),
        )
        self._page.show_state(first_run_state(words, self._answers, around), self._answers)

    def _on_answered(self, answers: "Answers") -> None:
        self._answers = answers
        self._preferences.keep(_KEPT, answers.written())
        self._show()

    def _on_stepped(self, answers: "Answers") -> None:
        self._on_answered(answers)

    def _on_finished(self) -> None:
        """Keep what was answered: the plan first, for it alone can be refused."""
        answers, page = self._answers, self._page
        if answers is None or page is None:
            return
        asked = (
            requests.edit_asked(answers, self._preferences.machine_zone)
            if self._asks_for_plan()
            else None
        )
        if asked is None:
            self._finish()
            return
        # Here because it is wanted once in the life of a ledger.
        from ui.desk.company.saving import save

        page.show_busy()
        network = self._company.network
        network.ask(
            save(asked, network.now, self._preferences.machine_zone),
            lambda refused: self._on_saved(refused.problem if refused is not None else None),
            self._on_saved,
            lambda: page.show_problem(""),
        )

    def _asks_for_plan(self) -> bool:
        return self._here is not None and not (self._here.planned or self._here.company)

    def _on_saved(self, problem: Problem | None) -> None:
        if problem is not None and self._page is not None:
            self._page.show_problem(self._preferences.words.problem(problem))
            return
        self.kept.emit()
        self._finish()

    def _finish(self) -> None:
        answers = self._answers
        if answers is not None and answers.holidays and not self._preferences.settings.holidays:
            self._preferences.change(holidays=requests.country())
        if answers is not None and self.has_tray():
            self._preferences.change(close_to_tray=answers.stay)
        if answers is not None and answers.at_login:
            self._start_at_login()
        self._leave()

    def _start_at_login(self) -> None:
        # Here for the same reason.
        from app.actions.start_at_login import turn

        try:
            turn(self._preferences.environ, True)
        except EnvironmentProblem as problem:
            self.failed.emit(problem)

    def _leave(self) -> None:
        """Never again, unless somebody asks for it; what was answered is not needed any more."""
        self._due = False
        self._preferences.keep(_KEPT, None)
        self._preferences.change(welcomed=True)
        if self._answers is not None:
            self._answers = replace(self._answers, step=0)
        if self._page is not None and self._pages.front == _KEY:
            self._pages.go_to("overview")


class Desk(Protocol):
    """The parts that are connected here."""

    window: MainWindow
    first_run: FirstRun
    figures: Figures
    accounts: AccountsSide
    company: CompanySide
    told: Told
    tray: Tray

    def renew(self) -> None:
        """Read everything again."""

    def bring_in(self) -> None:
        """Ask for files and import them."""

    def show_sample(self) -> None:
        """Open a window with a sample month."""


def wire_first_run(desk: Desk) -> None:
    """Connect the first steps with what they offer."""
    steps, window = desk.first_run, desk.window
    steps.has_tray = lambda: desk.tray.stands
    desk.figures.read.connect(lambda _: steps.look())
    desk.accounts.known.connect(steps.look)
    desk.company.known.connect(steps.look)
    window.page_chosen.connect(steps.on_page)
    window.asked.connect(lambda key: steps.open() if key == "first_run" else None)
    steps.offered.connect(lambda key: _do(desk, key))
    steps.kept.connect(desk.renew)
    steps.failed.connect(desk.told.problem)


def _do(desk: Desk, key: str) -> None:
    what, _, provider = key.partition(".")
    if what == "join":
        desk.company.ask("join")
    elif what == "connect":
        desk.accounts.connect_account(provider)
    elif what == "import":
        desk.bring_in()
    else:
        desk.show_sample()
