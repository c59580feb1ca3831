"""A meter card: title, figure, bar and what stands below it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from typing_extensions import override

from ui.meters.state import MeterCardState
from ui.theme.fonts import Role
from ui.theme.theme import Theme
from ui.widgets.bar import BarMeter
from ui.widgets.card import PressCard, row, section_title
from ui.widgets.labels import ElidedLabel, label, set_text
from ui.widgets.turning import turn, turning

#: Narrower than this the whole stands below the figure, in px.
_WIDE = 310


class MeterCard(PressCard):
    """Shows one meter; ``why_asked`` carries its id."""

    why_asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._state: MeterCardState | None = None
        self._title = section_title()
        self._person = ElidedLabel(Role.SMALL, ink="soft")
        self._figure = label(Role.FIGURE)
        self._rest = label(Role.SMALL, ink="soft", wrap=True)
        self._bar = BarMeter(theme)
        self._note = label(Role.SMALL, ink="soft", wrap=True)
        self._figures = turning()
        self._figures.addWidget(self._figure)
        self._figures.addWidget(self._rest, 1)
        heading = row(self._title)
        heading.addWidget(self._person, 1)
        self.column.addLayout(heading)
        self.column.addLayout(self._figures)
        self.column.addWidget(self._bar)
        self.column.addWidget(self._note)
        self.column.addStretch(1)
        self.clicked.connect(self._ask_why)

    def show_state(self, state: MeterCardState) -> None:
        """Show a meter."""
        self._state = state
        set_text(self._title, state.title)
        set_text(self._person, f"· {state.person}" if state.person else "")
        set_text(self._figure, state.figure)
        set_text(self._rest, state.rest)
        self._bar.show_bar(state.filled, state.elapsed, state.tone, state.spoken)
        self.setAccessibleName(state.spoken)
        self._write_notes()
        self._place_rest()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._write_notes()
        self._place_rest()

    def _write_notes(self) -> None:
        """Write as many notes as fit in the line, the first always."""
        if self._state is None or not self._state.notes:
            return
        room = self._room()
        shown, *others = self._state.notes
        for note in others:
            longer = f"{shown} · {note}"
            if self._note.fontMetrics().horizontalAdvance(longer) <= room:
                shown = longer
        set_text(self._note, shown)

    def _place_rest(self) -> None:
        """Let what the figure is of stand beside it, or below it in all cards of a narrow row."""
        wide = self.width() >= _WIDE
        turn(self._figures, wide=wide)
        self._figures.setSpacing(6 if wide else 0)

    def _room(self) -> int:
        return self.contentsRect().width() - 34

    def _ask_why(self) -> None:
        if self._state is not None:
            self.why_asked.emit(self._state.meter)
