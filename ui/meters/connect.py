"""The Twilio Connect section as a card."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from ui.meters.connect_state import ConnectState
from ui.theme.fonts import Role
from ui.widgets.card import PressCard, clear_layout, hairline, section_title
from ui.widgets.labels import label, set_text

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ConnectCard(PressCard):
    """Shows what was billed past the allowance; ``why_asked`` carries the meter's id."""

    why_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._meter = ""
        self._shown: ConnectState | None = None
        self._title = section_title()
        self._figures = QHBoxLayout()
        self._figures.setSpacing(28)
        self._table = QGridLayout()
        self._table.setVerticalSpacing(7)
        self._table.setHorizontalSpacing(12)
        self._note = label(Role.SMALL, ink="soft", wrap=True)
        self.column.setSpacing(10)
        for part in (self._title, self._figures, self._table, self._note):
            if isinstance(part, (QHBoxLayout, QGridLayout)):
                self.column.addLayout(part)
                self.column.addSpacing(4)
            else:
                self.column.addWidget(part)
        self.column.addStretch(1)
        self.clicked.connect(self._ask_why)

    def show_state(self, state: ConnectState) -> None:
        """Show the section."""
        if state == self._shown:
            return
        self._shown = state
        self._meter = state.meter
        set_text(self._title, state.title)
        set_text(self._note, state.note)
        self.setAccessibleName(state.spoken)
        self._show_figures(state.figures)
        self._show_table(state)

    def _show_figures(self, figures: tuple[tuple[str, str], ...]) -> None:
        clear_layout(self._figures)
        for figure, meaning in figures:
            pair = QVBoxLayout()
            pair.setSpacing(2)
            for text, role, ink in ((figure, Role.FIGURE, "text"), (meaning, Role.SMALL, "soft")):
                part = label(role, ink=ink, wrap=True)
                part.setText(text)
                pair.addWidget(part)
            pair.addStretch(1)
            self._figures.addLayout(pair, 2)
        self._figures.addStretch(1)

    def _show_table(self, state: ConnectState) -> None:
        clear_layout(self._table)
        if not state.columns:
            return
        self._add_row(0, state.columns, ink="soft")
        for index, cells in enumerate(state.rows):
            self._table.addWidget(hairline(), 2 * index + 1, 0, 1, len(cells))
            self._add_row(2 * index + 2, cells, ink="text")
        self._table.setColumnStretch(0, 1)

    def _add_row(self, position: int, cells: tuple[str, ...], *, ink: str) -> None:
        for column, text in enumerate(cells):
            role = Role.SMALL if ink == "soft" else Role.BODY
            cell = label(role, ink=ink, wrap=not column)
            cell.setText(text)
            if column:
                cell.setAlignment(_RIGHT)
            self._table.addWidget(cell, position, column)

    def _ask_why(self) -> None:
        self.why_asked.emit(self._meter)
