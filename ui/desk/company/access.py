"""Inviting people and seeing to their access: the dialogs connected with the network lane."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.access import Made
from app.domain.problem import Problem
from ui.company.access import AccessDialog
from ui.company.access_lists import AccessLists
from ui.company.access_state import AccessEnded, AccessState, MemberChanged
from ui.company.invite import InviteDialog
from ui.company.invite_state import InviteAsked, invite_state, link_state
from ui.desk.company import access_requests as requests
from ui.desk.company.network import Network, Request
from ui.desk.preferences import Preferences
from ui.theme.theme import Theme


class AccessDesk(QObject):
    """Opens the dialogs; ``changed`` after anything that the plan shows, ``failed`` a Problem."""

    changed = Signal()
    failed = Signal(object)

    def __init__(
        self, window: QWidget, theme: Theme, preferences: Preferences, network: Network
    ) -> None:
        super().__init__(window)
        self._window, self._theme = window, theme
        self._preferences, self._network = preferences, network
        self._access: AccessDialog | None = None
        self._invite: InviteDialog | None = None

    def invite(self) -> None:
        """Ask whom to invite."""
        if self._invite is None:
            parent = self._access or self._window
            dialog = self._invite = InviteDialog(
                self._theme, invite_state(self._preferences.words), parent
            )
            dialog.asked.connect(self._on_invite)
            dialog.finished.connect(self._on_invited)
            dialog.open()

    def open(self) -> None:
        """Show who has access."""
        if self._access is None:
            self._network.ask(requests.read, self._on_read, self.failed.emit)

    def _on_invite(self, asked: InviteAsked) -> None:
        if (dialog := self._invite) is None:
            return
        dialog.show_making()
        self._network.ask(
            requests.invite(asked),
            lambda made: self._on_made(dialog, made),
            lambda problem: self._on_not_made(dialog, problem),
        )

    def _on_made(self, dialog: InviteDialog, made: Made) -> None:
        if self._invite is dialog:
            words, zone = self._preferences.words, self._preferences.machine_zone
            name = made.invitation.name
            dialog.show_link(link_state(words, name, made.link, made.expires, zone))
        # Closed meanwhile, nobody can see the link any more; the list shows it as open.
        self._renew()

    def _on_not_made(self, dialog: InviteDialog, problem: Problem) -> None:
        if self._invite is dialog:
            dialog.show_refused(self._preferences.words.problem(problem))
        else:
            self.failed.emit(problem)

    def _on_read(self, seen: requests.Seen) -> None:
        state = self._state(seen)
        if self._access is not None:
            self._access.show_state(state)
            return
        dialog = self._access = AccessDialog(self._theme, state, self._window)
        dialog.changed.connect(self._on_changed)
        dialog.ended.connect(self._on_ended)
        dialog.invite_asked.connect(self.invite)
        dialog.finished.connect(self._on_finished)
        dialog.open()

    def _state(self, seen: requests.Seen) -> AccessState:
        words, zone = self._preferences.words, self._preferences.machine_zone
        return AccessLists(words, zone, self._network.now(), seen.me).state(seen.access)

    def _on_changed(self, change: MemberChanged) -> None:
        self._do(requests.change(change))

    def _on_ended(self, ended: AccessEnded) -> None:
        self._do(requests.end(ended))

    def _do(self, request: "Request[requests.Seen]") -> None:
        if self._access is not None:
            self._access.show_working()
        self._network.ask(request, self._on_done, self._on_refused)

    def _on_done(self, seen: requests.Seen) -> None:
        if self._access is not None:
            self._access.show_state(self._state(seen))
        self.changed.emit()

    def _on_refused(self, problem: Problem) -> None:
        if self._access is not None:
            self._access.show_problem(self._preferences.words.problem(problem))
        else:
            self.failed.emit(problem)

    def _renew(self) -> None:
        if self._access is not None:
            self._network.ask(requests.read, self._on_read, self._on_refused)

    def _on_invited(self) -> None:
        if self._invite is not None:
            self._invite.deleteLater()
            self._invite = None

    def _on_finished(self) -> None:
        if self._access is not None:
            self._access.deleteLater()
            self._access = None
