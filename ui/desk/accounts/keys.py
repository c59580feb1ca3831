"""A connection's key: trying the one there is, and taking a new one."""

from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.connection import Connection, Key
from app.domain.problem import Problem
from app.wording.key_help import lacking_text
from ui.accounts.dialog_states import new_key_state
from ui.accounts.new_key import NewKeyDialog
from ui.desk.accounts import requests
from ui.desk.accounts.connecting import open_page
from ui.desk.company.network import Network
from ui.desk.preferences import Preferences
from ui.theme.theme import Theme

if TYPE_CHECKING:
    from app.actions.check_account import Checked


class Keys(QObject):
    """Tries and renews keys.

    ``testing`` carries a connection's id and whether its key is being tried; ``renewed`` the id of
    one with a new key; ``told`` carries a sentence, ``failed`` a Problem.
    """

    testing = Signal(int, bool)
    renewed = Signal(int)
    told = Signal(str)
    failed = Signal(object)

    def __init__(
        self, window: QWidget, theme: Theme, preferences: Preferences, network: Network
    ) -> None:
        super().__init__(window)
        self._window, self._theme = window, theme
        self._preferences, self._network = preferences, network
        self._dialog: NewKeyDialog | None = None
        self._stop = Event()

    def test(self, connection: Connection) -> None:
        """Try the key of a connection, and say what it opens."""
        self.testing.emit(connection.id, True)
        self._network.ask(
            requests.checking(connection.id, self._network.lane.is_closing),
            self._on_tested,
            lambda problem: self._on_untested(connection.id, problem),
            lambda: self.testing.emit(connection.id, False),
        )

    def renew(self, connection: Connection) -> None:
        """Ask for a new key."""
        if self._dialog is not None:
            return
        state = new_key_state(self._preferences.words, connection)
        dialog = self._dialog = NewKeyDialog(self._theme, state, self._window)
        dialog.asked.connect(lambda key: self._on_asked(dialog, connection, key))
        dialog.wrong.connect(lambda problem: self._on_refused(dialog, self._stop, problem))
        dialog.page_opened.connect(open_page)
        dialog.finished.connect(self._on_finished)
        dialog.open()

    def close(self) -> None:
        """Wait for no provider any more."""
        self._stop.set()

    def _on_asked(self, dialog: NewKeyDialog, connection: Connection, key: Key) -> None:
        dialog.show_testing()
        stop = self._stop = Event()
        self._network.ask(
            requests.renewing(connection.id, key, stop.is_set),
            lambda checked: self._on_renewed(dialog, checked),
            lambda problem: self._on_refused(dialog, stop, problem),
            lambda: self._on_broken(dialog),
        )

    def _on_renewed(self, dialog: NewKeyDialog, checked: "Checked") -> None:
        self.renewed.emit(checked.connection.id)
        if self._dialog is dialog:
            dialog.accept()

    def _on_refused(self, dialog: NewKeyDialog, stop: Event, problem: Problem) -> None:
        if self._dialog is dialog:
            dialog.show_refused(self._preferences.words.problem(problem))
        elif not stop.is_set():
            self.failed.emit(problem)

    def _on_broken(self, dialog: NewKeyDialog) -> None:
        """The program was at fault, which is told elsewhere; the form can be sent again."""
        if self._dialog is dialog:
            dialog.show_refused("")

    def _on_tested(self, checked: "Checked") -> None:
        connection, words = checked.connection, self._preferences.words
        self.testing.emit(connection.id, False)
        lacking = [lacking_text(words, connection.provider, each) for each in checked.found.lacking]
        opens = words.say("The key of {name} is accepted.", name=connection.name)
        self.told.emit(" ".join((opens, *lacking)))

    def _on_untested(self, connection_id: int, problem: Problem) -> None:
        self.testing.emit(connection_id, False)
        self.failed.emit(problem)

    def _on_finished(self) -> None:
        self._stop.set()
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None
