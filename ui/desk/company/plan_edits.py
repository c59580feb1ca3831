"""The dialog that edits the plan, connected: what it starts from, its preview, and saving."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.company import Role
from app.domain.cycle import local_day
from app.domain.plan_edit import EditPreview, PlanEdit
from app.domain.problem import Problem
from ui.desk.company import plan_requests as requests
from ui.desk.company.network import Network
from ui.desk.company.saving import Refused, save
from ui.desk.company.side_lane import SideLane
from ui.desk.preferences import Preferences
from ui.plan.edit import EditDialog
from ui.plan.edit_state import EditAsked, EditState, Here, edit_state
from ui.plan.options import own_option
from ui.plan.preview_state import preview_state, unseen
from ui.theme.theme import Theme

if TYPE_CHECKING:
    from app.domain.plan import Plan


class PlanEdits(QObject):
    """Opens the dialog and saves; ``changed`` afterwards, ``failed`` with a Problem.

    ``not_mine``: an agent wants to edit, which only owners can.
    """

    changed = Signal()
    failed = Signal(object)
    not_mine = Signal()

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        preferences: Preferences,
        lane: SideLane,
        network: Network,
    ) -> None:
        super().__init__(window)
        self._window, self._theme, self._preferences = window, theme, preferences
        self._lane, self._network = lane, network
        self._dialog: EditDialog | None = None

    def edit(self, what: str) -> None:
        """Edit "plan", "seats", "profile" or "contract"."""
        if self._dialog is not None:
            self._dialog.open_at(what)
            return
        self._lane.run(
            requests.read_offered, lambda offered: self._open(offered, what), self.failed.emit
        )

    def _open(self, offered: requests.Offered, what: str) -> None:
        if offered.page.role is not Role.OWNER:
            self.not_mine.emit()
            return
        state = self._state_of(offered)
        dialog = EditDialog(self._theme, self._preferences.words, state, self._window)
        self._dialog = dialog
        dialog.previewed.connect(self._on_previewed)
        dialog.asked.connect(self._on_asked)
        dialog.file_asked.connect(self._on_file)
        dialog.finished.connect(self._on_finished)
        dialog.open_at(what)
        dialog.open()

    def _state_of(self, offered: requests.Offered) -> EditState:
        words = self._preferences.words
        zone = offered.zone or self._preferences.machine_zone
        here = Here(zone, local_day(self._lane.now(), zone))
        return edit_state(words, offered.plans, offered.page, here, offered.seen)

    def _on_previewed(self, edit: PlanEdit) -> None:
        self._lane.run(
            requests.preview_of(edit, self._preferences.machine_zone),
            lambda preview: self._show_preview(edit, preview),
            lambda problem: self._show_no_preview(edit, problem),
        )

    def _show_preview(self, edit: PlanEdit, preview: EditPreview) -> None:
        if self._dialog is not None:
            self._dialog.show_preview(edit, preview_state(self._preferences.words, preview))

    def _show_no_preview(self, edit: PlanEdit, problem: Problem) -> None:
        if self._dialog is not None:
            words = self._preferences.words
            self._dialog.show_preview(edit, unseen(words, words.problem(problem)))

    def _on_asked(self, asked: EditAsked) -> None:
        if (dialog := self._dialog) is None:
            return
        dialog.show_saving()
        self._network.ask(
            save(asked, self._network.now, self._preferences.machine_zone),
            lambda refused: self._on_saved(dialog, refused),
            lambda problem: self._on_refused(dialog, problem),
        )

    def _on_saved(self, dialog: EditDialog, refused: Refused | None) -> None:
        if refused is not None:
            if self._dialog is dialog:
                dialog.take_up(self._state_of(refused.offered))
            self._on_refused(dialog, refused.problem)
            return
        if self._dialog is dialog:
            dialog.accept()
        self.changed.emit()

    def _on_refused(self, dialog: EditDialog, problem: Problem) -> None:
        """Say it in the dialog; where that was closed meanwhile, in a box of its own."""
        self.changed.emit()  # parts of it may be saved, or somebody else's change has come
        if self._dialog is dialog:
            dialog.show_refused(self._preferences.words.problem(problem))
        else:
            self.failed.emit(problem)

    def _on_file(self) -> None:
        words = self._preferences.words
        kinds = f"{words.say('Plans')} (*.json);;{words.say('All files')} (*)"
        title = words.say("A plan from a file")
        name, _ = QFileDialog.getOpenFileName(self._window, title, "", kinds)
        if name:
            self.add_file(Path(name))

    def add_file(self, file: Path) -> None:
        """Offer the plan of a file in the dialog."""
        self._lane.run(requests.plan_of(file), self._on_plan, self._on_no_plan)

    def _on_plan(self, plan: "Plan") -> None:
        if self._dialog is not None:
            self._dialog.add_plan(own_option(self._preferences.words, plan))

    def _on_no_plan(self, problem: Problem) -> None:
        if self._dialog is not None:
            self._dialog.show_refused(self._preferences.words.problem(problem))

    def _on_finished(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None
