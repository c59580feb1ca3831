"""What a person changes of a connection here alone: its name, options, who is who, its removal."""

from collections.abc import Callable
from threading import Event
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.accounts import AccountShown
from app.domain.connection import Connection, Options
from app.domain.problem import Problem
from ui.accounts.dialog_states import options_state, other_person_state, remove_state, rename_state
from ui.accounts.naming import NameDialog
from ui.accounts.options import OptionsDialog
from ui.accounts.removing import RemoveDialog
from ui.desk.accounts import requests
from ui.desk.accounts.often import Often
from ui.desk.books import Books
from ui.desk.company.network import Network
from ui.desk.company.side_lane import SideLane
from ui.desk.preferences import Preferences
from ui.theme.theme import Theme
from ui.widgets.form import FormDialog

if TYPE_CHECKING:
    from app.actions.remove_account import Removal, Removed

_Found = TypeVar("_Found")


class Changing(QObject):
    """Opens the dialogs and does what they ask; ``changed`` afterwards.

    ``removing`` carries the id of a connection that is about to go, ``failed`` a Problem.
    """

    changed = Signal()
    removing = Signal(int)
    failed = Signal(object)
    _progressed = Signal(object)

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        preferences: Preferences,
        *,
        lane: SideLane,
        network: Network,
    ) -> None:
        super().__init__(window)
        self._window, self._theme, self._preferences = window, theme, preferences
        self._lane, self._network = lane, network
        self._dialog: FormDialog | None = None
        self._stop = Event()
        self._progressed.connect(self._on_progress)

    def pause(self, connection_id: int, *, paused: bool) -> None:
        """Pause or resume."""
        self._do(requests.pausing(connection_id, paused=paused))

    def identify(self, connection_id: int, user: str, person: str) -> None:
        """Say who a user is; ``person`` "" is me."""
        self._do(requests.identifying(connection_id, user, person))

    def ask_person(self, shown: AccountShown, user: str) -> None:
        """Ask for the name of the person a user is."""
        names = {each.external_id: each.agent for each in shown.people}
        state = other_person_state(self._preferences.words, names.get(user, user))
        dialog = NameDialog(self._theme, state, self._window)
        connection_id = shown.connection.id
        dialog.chosen.connect(
            lambda name: self._do_in(dialog, requests.identifying(connection_id, user, name))
        )
        self._open(dialog)

    def rename(self, connection: Connection) -> None:
        """Ask for another name."""
        state = rename_state(self._preferences.words, connection)
        dialog = NameDialog(self._theme, state, self._window)
        dialog.chosen.connect(
            lambda name: self._do_in(dialog, requests.renaming(connection.id, name))
        )
        self._open(dialog)

    def set_options(self, connection: Connection) -> None:
        """Ask for the options."""
        self._lane.run(
            lambda _: requests.plan_choices(),
            lambda plans: self._ask_options(connection, plans),
            self.failed.emit,
        )

    def remove(self, shown: AccountShown) -> None:
        """Ask whether to remove a connection, and how."""
        dialog = RemoveDialog(
            self._theme, remove_state(self._preferences.words, shown), self._window
        )
        connection_id = shown.connection.id
        dialog.agreed.connect(lambda entries: self._remove(dialog, connection_id, entries=entries))
        dialog.stopped.connect(self.close)
        self._open(dialog)

    def close(self) -> None:
        """Remove no more entries."""
        self._stop.set()

    def _ask_options(self, connection: Connection, plans: tuple[tuple[str, str], ...]) -> None:
        state = options_state(self._preferences.words, connection, plans)
        dialog = OptionsDialog(self._theme, state, self._window)

        def keep(options: Options) -> None:
            self._do_in(dialog, requests.setting(connection.id, options))

        dialog.chosen.connect(keep)
        self._open(dialog)

    def _open(self, dialog: FormDialog) -> None:
        if self._dialog is not None:
            dialog.deleteLater()
            return
        self._dialog = dialog
        dialog.finished.connect(self._on_finished)
        dialog.open()

    def _do(self, work: Callable[[Books], _Found]) -> None:
        self._lane.run(work, self._on_done, self.failed.emit)

    def _do_in(self, dialog: FormDialog, work: Callable[[Books], _Found]) -> None:
        """Do it while the dialog stays open, which tells why it cannot be."""
        dialog.show_busy(self._preferences.words.say("Keeping it…"))
        self._lane.run(
            work,
            lambda done: self._on_done_in(dialog, done),
            lambda problem: self._on_refused(dialog, problem),
        )

    def _on_done_in(self, dialog: FormDialog, _: object) -> None:
        if self._dialog is dialog:
            dialog.accept()
        self.changed.emit()

    def _on_refused(self, dialog: FormDialog, problem: Problem) -> None:
        if self._dialog is dialog:
            dialog.show_problem(self._preferences.words.problem(problem))
        else:
            self.failed.emit(problem)

    def _on_done(self, _: object) -> None:
        self.changed.emit()

    def _remove(self, dialog: RemoveDialog, connection_id: int, *, entries: bool) -> None:
        dialog.show_removing()
        self.removing.emit(connection_id)
        stop = self._stop = Event()
        often: Often[tuple[int, int]] = Often(self._progressed.emit)

        def removal() -> "Removal":
            # Here because it brings SQLAlchemy; made on the lane.
            from app.actions.remove_account import Removal

            # The signal crosses over to the main thread.
            return Removal(
                entries, progress=lambda done, total: often((done, total)), cancelled=stop.is_set
            )

        self._network.ask(
            requests.removing(connection_id, removal, self._network.now),
            lambda removed: self._on_removed(dialog, removed),
            lambda problem: self._on_not_removed(dialog, problem),
        )

    def _on_progress(self, told: tuple[int, int]) -> None:
        if isinstance(self._dialog, RemoveDialog) and not self._stop.is_set():
            self._dialog.show_removing(*told)

    def _on_removed(self, dialog: RemoveDialog, _: "Removed | None") -> None:
        if self._dialog is dialog:
            dialog.accept()
        self.changed.emit()

    def _on_not_removed(self, dialog: RemoveDialog, problem: Problem) -> None:
        if self._dialog is dialog:
            dialog.show_refused(self._preferences.words.problem(problem))
        else:
            self.failed.emit(problem)
        self.changed.emit()

    def _on_finished(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None
