"""The accounts' side of the window: rounds with providers, their page and its dialogs."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.problem import Problem
from ui.accounts.acts import Act
from ui.desk.accounts.due_again import DueAgain
from ui.desk.accounts.requests import Seen, read_here
from ui.desk.accounts.rounds import Rounds
from ui.desk.company.side import CompanySide
from ui.desk.preferences import Preferences
from ui.theme.theme import Theme
from ui.window.window import MainWindow

if TYPE_CHECKING:
    from app.domain.accounts import AccountShown
    from ui.background.lane import Lane
    from ui.desk.accounts.dialogs import AccountDialogs
    from ui.desk.accounts.view import AccountsView
    from ui.desk.books import Books

#: What others write is read again at most so often; more rarely while nobody looks at the page.
_AGAIN_MS, _UNSEEN_MS = 400, 3_000


class AccountsSide(QObject):
    """Does what the Accounts page and the menus ask of connections.

    ``changed``: figures are to be read again. ``known``: accounts are connected that were not, or
    none any more. ``files_asked``: files are to be imported. ``told`` carries a sentence,
    ``failed`` a Problem, ``broke`` a fault of the program.
    """

    changed = Signal()
    known = Signal()
    files_asked = Signal()
    told = Signal(str)
    failed = Signal(object)
    broke = Signal(object)

    def __init__(
        self,
        window: MainWindow,
        theme: Theme,
        preferences: Preferences,
        *,
        company: CompanySide,
        books: "Books",
        lane: "Lane",
    ) -> None:
        super().__init__(window)
        self._window, self._theme, self._preferences = window, theme, preferences
        self._company, self._books, self._figures_lane = company, books, lane
        #: A round may take long, and nothing else should wait for it.
        self._network = company.network.beside("rounds-lane", self)
        self.rounds = Rounds(self._network, self)
        self._seen: Seen | None = None
        self._view: AccountsView | None = None
        self._dialogs: AccountDialogs | None = None
        self._in_front = self._busy = self._stale = self._held = False
        self._again = QTimer(self, singleShot=True)
        self._again.timeout.connect(self.refresh)
        self._due = DueAgain(self)
        self._due.due.connect(self.refresh)
        self._network.lane.broke.connect(self.broke)
        self.rounds.ended.connect(self._on_changed)
        self.rounds.failed.connect(self.failed)

    @property
    def has_accounts(self) -> bool:
        """Whether any account is connected, as far as is known."""
        return self._seen is not None and bool(self._seen.page.accounts)

    @property
    def needs_key(self) -> bool:
        """Whether a connection waits for a new key."""
        # Here because nothing of accounts is needed before the page stands.
        from app.domain.accounts import Health

        accounts = self._seen.page.accounts if self._seen is not None else ()
        return any(each.health is Health.SIGN_IN for each in accounts)

    @property
    def view(self) -> "AccountsView":
        """The page, made when it is first wanted."""
        if self._view is None:
            # Here because the overview comes first, and its figures need none of this.
            from ui.desk.accounts.view import AccountsView

            page = self._window.accounts_page()
            made = self._view = AccountsView(page, self._preferences, self.rounds, self._company)
            page.asked.connect(self._on_asked)
            page.connect_asked.connect(self.connect_account)
            page.identified.connect(self._on_identified)
            page.other_asked.connect(self._on_other)
            page.company_asked.connect(self._company.ask)
            page.files_asked.connect(self.files_asked)
            if self._seen is not None:
                made.show_seen(self._seen)
        return self._view

    @property
    def dialogs(self) -> "AccountDialogs":
        """The dialogs, made when the first is wanted."""
        if self._dialogs is None:
            # Here because most days none of them is wanted.
            from ui.desk.accounts.dialogs import AccountDialogs

            self._dialogs = made = AccountDialogs(
                self._window,
                self._theme,
                self._preferences,
                lane=self._company.lane,
                network=self._company.network,
            )
            made.changed.connect(self._on_changed)
            made.round_wanted.connect(self.rounds.ask)
            made.removing.connect(self.rounds.stop)
            made.testing.connect(self._on_testing)
            made.told.connect(self.told)
            made.failed.connect(self.failed)
        return self._dialogs

    def connect_account(self, provider: str = "") -> None:
        """Ask for an account to connect."""
        self.dialogs.connecting.ask(provider)

    def sync(self) -> None:
        """Do a round with every connection that is not paused."""
        self.rounds.ask()

    def show(self) -> None:
        """The page has come to the front."""
        self._in_front = True
        self.view.show_again()
        self.refresh()

    def hide(self) -> None:
        """Another page is in front."""
        self._in_front = False
        self._due.rest()

    def follow(self) -> None:
        """Somebody may have written, or a minute began."""
        self._held = False
        if not self._again.isActive():
            self._again.start(_AGAIN_MS if self._in_front else _UNSEEN_MS)

    def refresh(self) -> None:
        """Read the connections."""
        if self._held:
            return
        if self._busy:
            self._stale = True
            return
        self._busy, self._stale = True, False
        books = self._books
        self._figures_lane.run(lambda: read_here(books), self._on_read, self._on_unread)

    def speak(self) -> None:
        """Show the page in another language."""
        if self._view is not None:
            self._view.show_again()

    def let_go(self, then: Callable[[], None]) -> None:
        """Close the ledger on the lane of rounds, then do something.

        Nothing opens it again before :meth:`follow`.
        """
        self._held = True
        self._again.stop()
        self._due.rest()
        self.rounds.hold()
        self._network.lane.let_go(then)

    def move(self, folder: Path) -> None:
        """Use another data folder from now on."""
        self._network.lane.move(folder)

    def close(self) -> None:
        """Stop everything."""
        self._again.stop()
        self._due.rest()
        self.rounds.close()
        if self._dialogs is not None:
            self._dialogs.close()
        self._network.lane.close()

    def _on_read(self, seen: Seen) -> None:
        self._busy = False
        had, self._seen = self.has_accounts, seen
        if not self._held:
            self.rounds.go_on()
        self.rounds.know(seen.page)
        if self._view is not None:
            self._view.show_seen(seen)
        if self._in_front:
            rests = self.rounds.running is not None or self.rounds.is_paused()
            self._due.know(seen.page, self._network.now(), rests=rests)
        if self._dialogs is not None:
            self._dialogs.connecting.know(seen.page)
        if had != self.has_accounts:
            self.known.emit()
        if self._stale and not self._held:
            self.follow()

    def _on_unread(self, problem: Problem) -> None:
        self._busy = False
        if self._in_front:
            self.failed.emit(problem)

    def _shown(self, connection_id: int) -> "AccountShown | None":
        accounts = self._seen.page.accounts if self._seen is not None else ()
        return next((each for each in accounts if each.connection.id == connection_id), None)

    def _on_asked(self, connection_id: int, act: str) -> None:
        shown = self._shown(connection_id)
        if shown is None:
            return
        if act == Act.SYNC:
            self.rounds.ask(connection_id)
        elif act == Act.STOP:
            self.rounds.stop(connection_id)
        else:
            self.dialogs.act(shown, Act(act))

    def _on_identified(self, connection_id: int, user: str, person: str) -> None:
        self.dialogs.changing.identify(connection_id, user, person)

    def _on_other(self, connection_id: int, user: str) -> None:
        shown = self._shown(connection_id)
        if shown is not None:
            self.dialogs.changing.ask_person(shown, user)

    def _on_testing(self, connection_id: int, testing: bool) -> None:  # noqa: FBT001 - of a signal
        self.view.show_testing(connection_id, testing=testing)

    def _on_changed(self, _: object = None) -> None:
        self.refresh()
        self.changed.emit()
