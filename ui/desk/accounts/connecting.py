"""Connecting an account: the dialog connected with the network lane."""

from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from app.domain.accounts import AccountsPage
from app.domain.connection import NewConnection
from app.domain.problem import Problem
from ui.accounts.connect import ConnectDialog
from ui.accounts.connect_state import connect_state, found_state, who_state
from ui.desk.accounts import requests
from ui.desk.company.network import Network
from ui.desk.preferences import Preferences
from ui.theme.theme import Theme

if TYPE_CHECKING:
    from app.actions.add_account import Added


class Connecting(QObject):
    """Opens the dialog.

    ``connected`` carries the id of a new connection, ``me_chosen`` also the id of the user that
    one is; ``told`` carries a sentence where the dialog is closed, ``failed`` a Problem.
    """

    connected = Signal(int)
    me_chosen = Signal(int, str)
    told = Signal(str)
    failed = Signal(object)

    def __init__(
        self, window: QWidget, theme: Theme, preferences: Preferences, network: Network
    ) -> None:
        super().__init__(window)
        self._window, self._theme = window, theme
        self._preferences, self._network = preferences, network
        self._dialog: ConnectDialog | None = None
        self._new = 0
        #: Set once nobody waits for what the provider says.
        self._stop = Event()

    def ask(self, provider: str = "") -> None:
        """Open the dialog, with a provider or the first one."""
        if self._dialog is not None:
            return
        self._new = 0
        state = connect_state(self._preferences.words)
        dialog = self._dialog = ConnectDialog(self._theme, state, provider, self._window)
        dialog.asked.connect(self._on_asked)
        dialog.wrong.connect(self._on_wrong)
        dialog.page_opened.connect(open_page)
        dialog.me_chosen.connect(self._on_me)
        dialog.finished.connect(self._on_finished)
        dialog.open()

    def know(self, page: AccountsPage) -> None:
        """Ask which of the users one is, where the new connection has named several by now."""
        if self._dialog is None or not self._new or not page.asks_me:
            return
        for shown in page.accounts:
            if shown.connection.id == self._new and len(shown.people) > 1:
                self._dialog.show_who(who_state(self._preferences.words, shown.people))

    def close(self) -> None:
        """Wait for no provider any more."""
        self._stop.set()

    def _on_asked(self, new: NewConnection) -> None:
        if (dialog := self._dialog) is None:
            return
        dialog.show_testing()
        stop = self._stop = Event()
        self._network.ask(
            requests.adding(new, self._network.now, stop.is_set),
            lambda added: self._on_added(dialog, added),
            lambda problem: self._on_refused(dialog, stop, problem),
            lambda: self._on_broken(dialog),
        )

    def _on_added(self, dialog: ConnectDialog, added: "Added") -> None:
        words = self._preferences.words
        state = found_state(words, added.connection, added.found, kept_for_run=added.kept_for_run)
        self.connected.emit(added.connection.id)
        if self._dialog is dialog:
            self._new = added.connection.id
            dialog.show_found(state)
        else:
            self.told.emit(" ".join((f"{state.title}.", *state.cautions)))

    def _on_wrong(self, problem: Problem) -> None:
        if self._dialog is not None:
            self._dialog.show_refused(self._preferences.words.problem(problem))

    def _on_refused(self, dialog: ConnectDialog, stop: Event, problem: Problem) -> None:
        if self._dialog is dialog:
            dialog.show_refused(self._preferences.words.problem(problem))
        elif not stop.is_set():
            self.failed.emit(problem)

    def _on_broken(self, dialog: ConnectDialog) -> None:
        """The program was at fault, which is told elsewhere; the form can be sent again."""
        if self._dialog is dialog:
            dialog.show_refused("")

    def _on_me(self, user: str) -> None:
        self.me_chosen.emit(self._new, user)
        if self._dialog is not None:
            self._dialog.accept()

    def _on_finished(self) -> None:
        self._stop.set()
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None


def open_page(address: str) -> None:
    """Open a provider's page in the browser."""
    if address.startswith("https://"):
        QDesktopServices.openUrl(QUrl(address))
