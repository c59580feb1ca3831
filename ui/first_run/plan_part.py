"""The third page of the first steps: the plan, and two habits that can wait."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.first_run.state import PlanChoice, PlanState, Tick
from ui.theme.fonts import Role
from ui.theme.theme import Theme
from ui.widgets.card import Card
from ui.widgets.choice import ChoiceBox
from ui.widgets.field import Field, ZoneBox, note
from ui.widgets.labels import label, set_text
from ui.widgets.number import NumberBox
from ui.widgets.tick import TickBox


class PlanPart(Card):
    """Asks for the plan that fits; ``changed`` after any answer.

    Made anew for another language: only what was answered goes on.
    """

    changed = Signal()

    def __init__(self, theme: Theme, state: PlanState) -> None:
        super().__init__()
        self._theme, self._state = theme, state
        self._boxes = tuple(
            _filled(ChoiceBox(theme), choices, chosen)
            for choices, chosen in zip((state.calls, state.texts), state.chosen, strict=True)
        )
        self._summaries = note(), note()
        self._unknown = note()
        self._zone = ZoneBox(theme, state.zone)
        self._anchor = NumberBox(theme, least=1, most=31, value=state.anchor_day)
        self._fields = QVBoxLayout()
        self._ticks: dict[str, TickBox] = {}
        self.column.setSpacing(14)
        self._lay_out()
        self._on_changed()

    @property
    def plans(self) -> tuple[str, str]:
        """The names of the plans for calls and texts, "" for not known."""
        calls, texts = (_choice(box) for box in self._boxes)
        return calls.name, texts.name

    @property
    def zone(self) -> str:
        """The zone, "" where what is written is none."""
        return self._zone.zone

    @property
    def anchor_day(self) -> int:
        """The billing day of the texts."""
        return self._anchor.value()

    @property
    def ticked(self) -> frozenset[str]:
        """The habits that are ticked."""
        return frozenset(key for key, box in self._ticks.items() if box.isChecked())

    def answer(self, habit: str, *, unasked: bool) -> bool:
        """Tell whether a habit is ticked, or what holds where it is not asked about."""
        box = self._ticks.get(habit)
        return unasked if box is None else box.isChecked()

    def first_focus(self) -> QWidget | None:
        """Return the first box that is asked."""
        shown = [box for box in self._boxes if box.count()]
        return next(iter([*shown, *self._ticks.values()]), None)

    def _lay_out(self) -> None:
        state = self._state
        held = label(Role.BODY, wrap=True)
        set_text(held, state.held)
        self.column.addWidget(held)
        names = (state.calls_name, state.texts_name)
        self._plans = [
            Field(name, box, summary)
            for name, box, summary in zip(names, self._boxes, self._summaries, strict=True)
        ]
        self._anchor_field = Field(state.anchor_name, self._anchor)
        self._zone_field = Field(state.zone_name, self._zone, self._unknown)
        for part in (*self._plans, self._anchor_field, self._zone_field):
            self.column.addWidget(part)
        self._add_habits(state.habits_name, state.habits)
        for box in self._boxes:
            box.currentIndexChanged.connect(self._on_changed)
        self._zone.editTextChanged.connect(self._on_changed)
        self._anchor.valueChanged.connect(self._on_changed)

    def _add_habits(self, name: str, habits: tuple[Tick, ...]) -> None:
        title = label(Role.STRONG, wrap=True)
        set_text(title, name if habits else "")
        self.column.addWidget(title)
        for habit in habits:
            made = self._ticks[habit.key] = TickBox(self._theme, habit.text)
            made.setChecked(habit.ticked)
            made.toggled.connect(self.changed)
            self.column.addWidget(made)

    def _on_changed(self) -> None:
        """Show what the chosen plans need to know."""
        chosen = [_choice(box) for box in self._boxes]
        for field, box, summary, choice in zip(
            self._plans, self._boxes, self._summaries, chosen, strict=True
        ):
            field.setVisible(bool(box.count()))
            set_text(summary, choice.summary)
        self._anchor_field.setVisible(any(choice.anchored for choice in chosen))
        self._zone_field.setVisible(any(choice.name for choice in chosen))
        set_text(self._unknown, "" if self.zone else self._state.unknown_zone)
        self.changed.emit()


def _filled(box: ChoiceBox, choices: tuple[PlanChoice, ...], chosen: str) -> ChoiceBox:
    for choice in choices:
        box.addItem(choice.title, choice)
        if choice.name == chosen:
            box.setCurrentIndex(box.count() - 1)
    return box


def _choice(box: ChoiceBox) -> PlanChoice:
    choice = box.currentData()
    return choice if isinstance(choice, PlanChoice) else PlanChoice("", "")
