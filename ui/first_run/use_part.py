"""The first page of the first steps: with what one calls and texts, and who has the plan."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.first_run.state import UseState
from ui.theme.fonts import Role
from ui.theme.theme import Theme
from ui.widgets.card import Card, hairline
from ui.widgets.labels import label
from ui.widgets.segments import Segments
from ui.widgets.tick import TickBox


class UsePart(Card):
    """``changed`` after any answer."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._ticks: dict[str, TickBox] = {}
        self._name = label(Role.STRONG, wrap=True)
        self._whose = Segments("")
        self._whose.chosen.connect(lambda _: self.changed.emit())
        self._line = hairline()
        self.column.addWidget(self._line)
        self.column.addWidget(self._name)
        self.column.addWidget(self._whose)

    @property
    def uses(self) -> frozenset[str]:
        """What is ticked."""
        return frozenset(key for key, box in self._ticks.items() if box.isChecked())

    @property
    def whose(self) -> str:
        """Who enters the plan."""
        return self._whose.key

    def first_focus(self) -> QWidget | None:
        """Return the first box."""
        return next(iter(self._ticks.values()), None)

    def show_state(self, state: UseState) -> None:
        """Show the questions with their answers."""
        for place, tick in enumerate(state.uses):
            if tick.key not in self._ticks:
                made = self._ticks[tick.key] = TickBox(self._theme, tick.text)
                made.setChecked(tick.ticked)
                made.toggled.connect(self.changed)
                self.column.insertWidget(place, made)
            self._ticks[tick.key].setText(tick.text)
        self._name.setText(state.whose_name)
        self._whose.setAccessibleName(state.whose_name)
        if not self._whose.key:
            self._whose.show_parts(state.whose)
            self._whose.choose(state.chosen)
        self._whose.show_parts(state.whose)
