"""Joining a company and leaving it: the dialogs connected with the network lane."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSysInfo, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from app.domain.instant import Instant
from app.domain.problem import Problem
from ui.company.join import JoinDialog
from ui.company.join_state import CompanysPlan, JoinedState, join_state, joined_state
from ui.desk.company.network import Network, Request
from ui.desk.preferences import Preferences
from ui.theme.theme import Theme

if TYPE_CHECKING:
    from app.actions.join_company import Joined
    from app.actions.share_plan import Shared
    from app.ledger.ledger import Ledger
    from app.machine.secrets import Secrets


class Joining(QObject):
    """Opens the dialogs; ``joined`` and ``left`` come afterwards.

    ``told`` carries a sentence where no dialog is open any more, ``failed`` a Problem.
    """

    joined = Signal()
    left = Signal()
    told = Signal(str)
    failed = Signal(object)

    def __init__(
        self, window: QWidget, theme: Theme, preferences: Preferences, network: Network
    ) -> None:
        super().__init__(window)
        self._window, self._theme = window, theme
        self._preferences, self._network = preferences, network
        self._dialog: JoinDialog | None = None

    def join(self, *, again: bool = False) -> None:
        """Ask for a link; ``again``: because this computer is no longer signed in."""
        if self._dialog is not None:
            return
        device = QSysInfo.machineHostName()
        words, offered = self._preferences.words, self._preferences.rollout
        state = join_state(words, device, again=again, offered=offered)
        dialog = self._dialog = JoinDialog(self._theme, state, self._window)
        dialog.asked.connect(self._on_asked)
        dialog.finished.connect(self._on_finished)
        dialog.open()

    def leave(self, company: str) -> None:
        """Ask whether to leave, and leave."""
        words = self._preferences.words
        box = QMessageBox(self._window)
        box.setWindowTitle("Talktally")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(
            words.say(
                "Disconnect from {company}? The plans entered on this computer hold again. "
                "Nothing recorded is lost.",
                company=company,
            )
        )
        leave = box.addButton(words.say("Disconnect"), QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(words.say("Stay connected"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        leave.clicked.connect(self._on_leave)
        box.finished.connect(box.deleteLater)
        box.open()

    def _on_asked(self, link: str, device: str) -> None:
        if (dialog := self._dialog) is None:
            return
        dialog.show_joining()
        self._network.ask(
            _join(link, device, self._network.now),
            lambda joined: self._on_joined(dialog, joined),
            lambda problem: self._on_refused(dialog, problem),
        )

    def _on_joined(self, dialog: JoinDialog, joined: "Joined") -> None:
        words = self._preferences.words
        state = joined_state(
            words,
            company=joined.company,
            member=joined.member,
            role=joined.role,
            kept_for_run=joined.kept_for_run,
            plan=CompanysPlan(joined.has_plan or joined.problem is not None, joined.to_share),
        )
        self.joined.emit()
        if self._dialog is dialog:
            dialog.sharing.connect(lambda: self._on_sharing(dialog, state))
            dialog.show_joined(state)
        else:
            self.told.emit(_whole(state))
        if joined.problem is not None:
            self.failed.emit(joined.problem)

    def _on_sharing(self, dialog: JoinDialog, state: JoinedState) -> None:
        self._network.ask(
            _share(self._network.now),
            lambda _: self._on_shared(dialog, state),
            lambda problem: self._on_not_shared(dialog, problem),
        )

    def _on_shared(self, dialog: JoinDialog, state: JoinedState) -> None:
        self.joined.emit()
        if self._dialog is dialog:
            dialog.show_shared(state.shared)
        else:
            self.told.emit(state.shared)

    def _on_not_shared(self, dialog: JoinDialog, problem: Problem) -> None:
        self.joined.emit()  # a part of it may be there
        if self._dialog is dialog:
            dialog.show_not_shared(self._preferences.words.problem(problem))
        else:
            self.failed.emit(problem)

    def _on_refused(self, dialog: JoinDialog, problem: Problem) -> None:
        if self._dialog is dialog:
            dialog.show_refused(self._preferences.words.problem(problem))
        else:
            self.failed.emit(problem)

    def _on_leave(self) -> None:
        self._network.ask(_leave(self._network.now), self._on_left, self.failed.emit)

    def _on_left(self, problem: Problem | None) -> None:
        self.left.emit()
        if problem is not None:
            self.failed.emit(problem)

    def _on_finished(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None


def _whole(state: JoinedState) -> str:
    return " ".join(filter(None, (f"{state.title}.", state.done, state.caution)))


def _join(link: str, device: str, now: Callable[[], Instant]) -> "Request[Joined]":
    def request(ledger: "Ledger", secrets: "Secrets") -> "Joined":
        # Here because it brings httpx and pydantic, which nobody without a company needs.
        from app.actions.join_company import join_company

        return join_company(ledger, secrets, link, device, now=now())

    return request


def _share(now: Callable[[], Instant]) -> "Request[Shared]":
    def request(ledger: "Ledger", secrets: "Secrets") -> "Shared":
        # Here for the same reason.
        from app.actions.share_plan import share_plan

        return share_plan(ledger, secrets, now=now())

    return request


def _leave(now: Callable[[], Instant]) -> "Request[Problem | None]":
    def request(ledger: "Ledger", secrets: "Secrets") -> Problem | None:
        # Here for the same reason.
        from app.actions.leave_company import leave_company

        return leave_company(ledger, secrets, now=now())

    return request
