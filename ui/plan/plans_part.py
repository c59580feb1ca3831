"""The part of the dialog for plans and seats: only what the chosen plans need is asked."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from app.domain.plan import Line
from app.domain.plan_edit import PlanEdit
from ui.plan.edit_state import EditState
from ui.plan.options import PlanOption
from ui.plan.seats_part import SeatsPart
from ui.plan.starts import Starts, follow
from ui.theme.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.card import row
from ui.widgets.choice import ChoiceBox
from ui.widgets.field import Field, ZoneBox, note
from ui.widgets.labels import set_text
from ui.widgets.number import NumberBox
from ui.widgets.tick import TickBox


class PlansPart(QWidget):
    """Asks for plans and seats; ``changed`` after anything, ``file_asked`` wants an own plan."""

    changed = Signal()
    file_asked = Signal()

    def __init__(self, theme: Theme, state: EditState) -> None:
        super().__init__()
        self.setProperty("part", "clear")
        self._state = state
        words = state.words.plans
        self.calls, self.texts = ChoiceBox(theme), ChoiceBox(theme)
        self._summaries = note(), note()
        self._unknown_zone = note()
        self.linked = TickBox(theme, words.linked)
        self.linked.setChecked(state.linked)
        self.zone = ZoneBox(theme, state.zone)
        self.anchor = NumberBox(theme, least=1, most=31, value=state.numbers.anchor_day)
        self._anchor_field = Field(words.anchor, self.anchor)
        self.seats = SeatsPart(theme, state)
        self._fill()
        self._lay_out()
        self._connect()
        self._show_choice()

    def take_up(self, state: EditState) -> None:
        """Go on from other plans in force; what was chosen and typed stays."""
        before, self._state = self._starts(), state
        for box, options in ((self.calls, state.calls), (self.texts, state.texts)):
            for place, option in enumerate(options):
                box.setItemText(place, option.title)
                box.setItemData(place, option)
        follow(before, self._starts())
        self.seats.take_up(state)
        self._show_choice()

    @property
    def is_valid(self) -> bool:
        """Whether every box can be saved as it is."""
        return bool(self.zone.zone) and (self.seats.is_valid or not self._pooled)

    @property
    def newly_linked(self) -> bool:
        """Whether I am to be marked as linked from this plan on."""
        offered = self._option(self.calls).connect
        return offered and self.linked.isChecked() and not self._state.linked

    def edited(self, edit: PlanEdit) -> PlanEdit:
        """Add what differs from what is in force."""
        calls, texts = self._option(self.calls), self._option(self.texts)
        state, zone = self._state, self.zone.zone
        anchor = self.anchor.value() if self._anchored else None
        if anchor == state.numbers.anchor_day and state.anchored:
            anchor = None
        made = replace(
            edit,
            calls=calls.plan,
            texts=texts.plan,
            zone=zone if state.first or zone != state.zone else "",
            anchor_day=anchor,
        )
        return self.seats.edited(made) if self._pooled else made

    def add_plan(self, option: PlanOption) -> None:
        """Offer one more plan and choose it."""
        plan = option.plan
        if plan is not None:
            box = self.calls if plan.line is Line.CALLS else self.texts
            box.addItem(option.title, option)
            box.setCurrentIndex(box.count() - 1)

    @property
    def _anchored(self) -> bool:
        texts = self._option(self.texts)
        return texts.anchored if texts.plan is not None else self._state.anchored

    @property
    def _pooled(self) -> bool:
        texts = self._option(self.texts)
        return texts.pooled if texts.plan is not None else self._state.pooled

    def _starts(self) -> Starts:
        state = self._state
        return {
            self.linked: state.linked,
            self.zone: state.zone,
            self.anchor: state.numbers.anchor_day,
        }

    def _fill(self) -> None:
        for box, options in ((self.calls, self._state.calls), (self.texts, self._state.texts)):
            for option in options:
                box.addItem(option.title, option)

    def _lay_out(self) -> None:
        words = self._state.words.plans
        file = button()
        file.setText(words.file)
        file.clicked.connect(self.file_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(Field(words.calls, self.calls, self._summaries[0], self.linked))
        column.addWidget(Field(words.texts, self.texts, self._summaries[1]))
        column.addLayout(row(file, 1))
        column.addWidget(self._anchor_field)
        column.addWidget(self.seats)
        column.addWidget(Field(words.zone, self.zone, self._unknown_zone))

    def _connect(self) -> None:
        for box in (self.calls, self.texts):
            box.currentIndexChanged.connect(self._show_choice)
        self.zone.editTextChanged.connect(self._show_choice)
        self.anchor.valueChanged.connect(self._show_choice)
        self.linked.toggled.connect(self._show_choice)
        self.seats.changed.connect(self._show_choice)

    def _show_choice(self) -> None:
        """Show what the chosen plans need to know."""
        calls, texts = self._option(self.calls), self._option(self.texts)
        set_text(self._summaries[0], calls.summary)
        set_text(self._summaries[1], texts.summary)
        unknown = "" if self.zone.zone else self._state.words.plans.unknown_zone
        set_text(self._unknown_zone, unknown)
        self.linked.setVisible(calls.connect)
        self._anchor_field.setVisible(self._anchored)
        self.seats.setVisible(self._pooled)
        self.changed.emit()

    def _option(self, box: QComboBox) -> PlanOption:
        option = box.currentData()
        return option if isinstance(option, PlanOption) else PlanOption("", "")
