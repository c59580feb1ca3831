"""From when an edit holds: now, or a day in the zone of the plan."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.plan_edit import PlanEdit
from ui.plan.edit_state import EditState
from ui.theme.theme import Theme
from ui.widgets.card import row
from ui.widgets.choice import ChoiceBox
from ui.widgets.days import DayBox
from ui.widgets.field import Field


class StartPart(QWidget):
    """Asks from when plans and seats hold; ``changed`` after anything."""

    changed = Signal()

    def __init__(self, theme: Theme, state: EditState) -> None:
        super().__init__()
        self.setProperty("part", "clear")
        words = state.words
        self.choice, self.day = ChoiceBox(theme), DayBox(state.today, words.date_form)
        self.choice.addItem(words.now)
        self.choice.addItem(words.from_day)
        self.day.setAccessibleName(words.start)
        line = row(Field(words.start, self.choice), spacing=12)
        line.addWidget(self.day)
        line.addStretch(1)
        self.setLayout(line)
        self.choice.currentIndexChanged.connect(self._look)
        self.day.dateChanged.connect(self._look)
        self._look()

    def edited(self, edit: PlanEdit) -> PlanEdit:
        """Add the day to an edit of plans or seats."""
        dated = edit != PlanEdit(profile=edit.profile, contract=edit.contract)
        return replace(edit, start=self.day.day) if dated and self._is_a_day else edit

    @property
    def _is_a_day(self) -> bool:
        return self.choice.currentIndex() == 1

    def _look(self) -> None:
        self.day.setVisible(self._is_a_day)
        self.changed.emit()
