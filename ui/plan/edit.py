"""The dialog that edits the plan: its parts, from when it holds, and what saving would change."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QDialog, QWidget
from typing_extensions import override

from app.domain.plan_edit import PlanEdit
from app.wording.words import Words
from ui.plan.contract_part import ContractPart
from ui.plan.edit_state import EditAsked, EditState
from ui.plan.options import PlanOption
from ui.plan.plans_part import PlansPart
from ui.plan.preview import PreviewCard
from ui.plan.preview_state import PreviewState, looking, nothing_to_preview
from ui.plan.profile_part import ProfilePart
from ui.plan.start_part import StartPart
from ui.theme.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.field import note
from ui.widgets.form import FormDialog, ToldLine
from ui.widgets.labels import set_text
from ui.widgets.segments import Segments
from ui.widgets.unsaved import ask_before_leaving

#: How long a person pauses before the preview is made.
_PAUSE_MS = 250
PLANS, COMPANY, CONTRACT = "plans", "company", "contract"
#: What a person may ask to edit, by the part in which it stands.
_PARTS = {"plan": PLANS, "seats": PLANS, "profile": COMPANY, "contract": CONTRACT}


class EditDialog(FormDialog):
    """Asks what is to change.

    ``previewed`` carries a :class:`PlanEdit` whenever a person pauses, ``asked`` an
    :class:`EditAsked`; ``file_asked`` wants a plan of one's own.
    """

    previewed = Signal(object)
    asked = Signal(object)
    file_asked = Signal()

    def __init__(
        self, theme: Theme, words: Words, state: EditState, parent: QWidget | None = None
    ) -> None:
        title = state.words.first_title if state.first else state.words.title
        super().__init__(theme, title, width=560, parent=parent)
        self._words, self._state = words, state
        self._segments, self._about = Segments(state.words.parts), note()
        self.plans = PlansPart(theme, state)
        self.profile = ProfilePart(theme, state, words)
        self.contract = ContractPart(state)
        self.start = StartPart(theme, state)
        self.preview, self._ahead = PreviewCard(theme), ToldLine(theme)
        self._save = button(main=True)
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._look_ahead)
        self._shown = PlanEdit()
        self._lay_out_parts()
        self._connect()
        self.open_at("plan")
        self._show_preview(nothing_to_preview(words))
        self._look()

    def open_at(self, what: str) -> None:
        """Open the part in which something stands: "plan", "seats", "profile" or "contract"."""
        self._segments.choose(_PARTS[what])
        self._show_part(_PARTS[what])
        first = {
            "plan": self.plans.calls,
            "seats": self.plans.seats.committed,
            "profile": self.profile.name,
            "contract": self.contract.prices[0],
        }
        first[what].setFocus()

    def show_preview(self, edit: PlanEdit, state: PreviewState) -> None:
        """Show what saving an edit would change, unless it is another one by now."""
        if edit == self._shown:
            self._show_preview(state)

    def add_plan(self, option: PlanOption) -> None:
        """Offer one more plan and choose it."""
        self.plans.add_plan(option)

    def show_saving(self) -> None:
        """Say that it is being saved."""
        self.show_busy(self._state.words.saving)
        self._save.setEnabled(False)

    def show_refused(self, problem: str) -> None:
        """Say why it was not saved; everything stands as it was typed."""
        self.show_problem(problem)
        self._look()

    def take_up(self, state: EditState) -> None:
        """Go on from what holds by now: boxes that nobody touched show it, the others stay."""
        self._state = state
        self.set_title(state.words.first_title if state.first else state.words.title)
        for part in (self.plans, self.profile, self.contract):
            part.take_up(state)
        self._look()
        if self._is_valid:
            self._pause.start()  # the same edit changes something else by now

    @property
    def edit(self) -> PlanEdit:
        """What differs from what held when the dialog was opened or last refused."""
        seen = PlanEdit(seen=self._state.seen)
        made = self.contract.edited(self.profile.edited(self.plans.edited(seen)))
        return self.start.edited(made)

    @override
    def reject(self) -> None:
        """Close, unless something was changed: then ask first, for it would be lost."""
        # What is being saved goes on being saved, so there is nothing to lose.
        if self._differs and not self.busy:
            ask_before_leaving(self, self._state.words.unsaved, self._give_up)
        else:
            super().reject()

    def _give_up(self) -> None:
        self.done(QDialog.DialogCode.Rejected)

    @property
    def _differs(self) -> bool:
        """Something differs from what holds, or stands in a box that cannot be understood."""
        return not self._is_valid or self.edit != PlanEdit() or self.plans.newly_linked

    @property
    def _is_valid(self) -> bool:
        return self.plans.is_valid and self.profile.is_valid and self.contract.is_valid

    def _lay_out_parts(self) -> None:
        words = self._state.words
        names = ((PLANS, words.plans_part), (COMPANY, words.company_part))
        self._segments.show_parts((*names, (CONTRACT, words.contract_part)))
        self.body.addWidget(self._segments)
        self.body.addWidget(self._about)
        for part in (self.plans, self.profile, self.contract, self.start, self.preview):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.foot.insertWidget(0, self._ahead)
        self.add_cancel(words.cancel)
        self._save.setText(words.save)
        self._save.setDefault(True)
        self.add_buttons(self._save)

    def _connect(self) -> None:
        for part in (self.plans, self.profile, self.contract, self.start):
            part.changed.connect(self._look)
        self.plans.file_asked.connect(self.file_asked)
        self._segments.chosen.connect(self._show_part)
        self._save.clicked.connect(self._on_save)

    def _show_part(self, key: str) -> None:
        words = self._state.words
        plans = f"{words.plans.first_note} " if self._state.first else ""
        notes = {
            PLANS: f"{plans}{words.plans.note}",
            COMPANY: words.profile.note,
            CONTRACT: words.contract.note,
        }
        set_text(self._about, notes[key])
        self.profile.setVisible(key == COMPANY)
        self.contract.setVisible(key == CONTRACT)
        for part in (self.plans, self.start, self.preview):
            part.setVisible(key == PLANS)
        self.fit()

    def _look(self) -> None:
        """Offer to save what can be saved, and ask for a preview once a person pauses."""
        edit, valid = self.edit, self._is_valid
        self._save.setEnabled(valid and self._differs)
        if valid and edit != self._shown:
            self._pause.start()
        self.fit()

    def _look_ahead(self) -> None:
        self._shown = edit = self.edit
        if edit == PlanEdit(profile=edit.profile, contract=edit.contract):
            self._show_preview(nothing_to_preview(self._words))
            return
        self._show_preview(looking(self._words))
        self.previewed.emit(edit)

    def _show_preview(self, state: PreviewState) -> None:
        self.preview.show_state(state)
        # What matters most of it stays in sight while the form scrolls.
        worst = state.worst
        if worst is None:
            self._ahead.tell("")
        else:
            self._ahead.tell(state.headline or worst.title, worst.mark, worst.tone)
        self.fit()

    def _on_save(self) -> None:
        first = self._state.first
        self.asked.emit(EditAsked(self.edit, linked=self.plans.newly_linked, first=first))
