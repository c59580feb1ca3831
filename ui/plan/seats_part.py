"""The seats in the dialog: committed, additional, without the bundle, annual with their term."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.plan_edit import PlanEdit
from ui.plan.edit_state import EditState
from ui.plan.starts import Starts, follow
from ui.theme.theme import Theme
from ui.widgets.columns import Columns
from ui.widgets.days import DayBox
from ui.widgets.field import Field, note
from ui.widgets.number import NumberBox

_MOST_SEATS = 100_000
_TERM_DAYS = 365


class SeatsPart(QWidget):
    """Asks for numbers of seats; ``changed`` after anything."""

    changed = Signal()

    def __init__(self, theme: Theme, state: EditState) -> None:
        super().__init__()
        self.setProperty("part", "clear")
        self._state = state
        numbers = state.numbers
        self.committed, self.additional, self.without_bundle, self.annual = (
            NumberBox(theme, least=0, most=_MOST_SEATS, value=value)
            for value in (
                numbers.committed,
                numbers.additional,
                numbers.without_bundle,
                numbers.annual,
            )
        )
        proposed = QDate(state.today.year, state.today.month, state.today.day).addDays(_TERM_DAYS)
        self._proposed = date(proposed.year(), proposed.month(), proposed.day())
        self.until = DayBox(numbers.until or self._proposed, state.words.date_form)
        self._lay_out()
        for box in (self.committed, self.additional, self.without_bundle, self.annual):
            box.valueChanged.connect(self._on_changed)
        self.until.dateChanged.connect(self._on_changed)
        self._on_changed()

    def take_up(self, state: EditState) -> None:
        """Go on from other numbers in force; what was typed stays."""
        before, self._state = self._starts(), state
        follow(before, self._starts())

    @property
    def is_valid(self) -> bool:
        """Whether the numbers can be saved: there must be a seat."""
        boxes = (self.committed, self.additional, self.without_bundle, self.annual)
        return any(box.value() for box in boxes)

    def edited(self, edit: PlanEdit) -> PlanEdit:
        """Add what differs from what is in force; all numbers where none were stated yet."""
        numbers, first = self._state.numbers, not self._state.stated
        annual, until = self.annual.value(), self.until.day
        term = annual != numbers.annual or (annual > 0 and until != numbers.until)
        return replace(
            edit,
            committed=_differing(self.committed, numbers.committed, whole=first),
            additional=_differing(self.additional, numbers.additional, whole=first),
            without_bundle=_differing(self.without_bundle, numbers.without_bundle, whole=False),
            annual=annual if term else None,
            until=(until if annual else numbers.until or until) if term else None,
        )

    def _starts(self) -> Starts:
        numbers = self._state.numbers
        return {
            self.committed: numbers.committed,
            self.additional: numbers.additional,
            self.without_bundle: numbers.without_bundle,
            self.annual: numbers.annual,
            self.until: numbers.until or self._proposed,
        }

    def _lay_out(self) -> None:
        words = self._state.words.plans
        self._until_field = Field(words.until, self.until)
        fields = Columns(least=140, shares=(1, 1))
        fields.set_widgets(
            Field(words.committed, self.committed),
            Field(words.additional, self.additional),
            Field(words.without_bundle, self.without_bundle),
            Field(words.annual, self.annual),
            self._until_field,
        )
        about = note()
        about.setText(words.seats_note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(fields)
        column.addWidget(about)

    def _on_changed(self) -> None:
        self._until_field.setEnabled(self.annual.value() > 0)
        self.changed.emit()


def _differing(box: NumberBox, before: int, *, whole: bool) -> int | None:
    return box.value() if whole or box.value() != before else None
