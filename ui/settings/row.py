"""A row of the Settings page: its name and meaning, its control, and what is wrong with it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from ui.settings.controls import ActsShown, ChoiceShown, Shown, SwitchShown, ToldShown
from ui.settings.days import DaysShown, SpanShown
from ui.settings.listed import ListedShown
from ui.settings.rows import (
    Acts,
    Choice,
    Control,
    Days,
    Listed,
    Row,
    Section,
    Span,
    Switch,
    Told,
    Written,
)
from ui.settings.written import WrittenShown
from ui.theme.fonts import Role
from ui.theme.theme import Theme
from ui.theme.tone import Tone
from ui.widgets.form import ToldLine
from ui.widgets.labels import label, set_text
from ui.widgets.turning import turn, turning

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class RowShown(QFrame):
    """A row; ``said`` carries its key and the answer, ``asked`` the key of something to do."""

    said = Signal(str, object)
    asked = Signal(str)

    def __init__(self, theme: Theme, row: Row) -> None:
        super().__init__()
        self.setProperty("part", "clear")
        self.key = row.key
        self._acts = isinstance(row.control, Acts)
        # Seven buttons would leave the words beside them too little room; a switch always does.
        self._below, self._beside = isinstance(row.control, Days), isinstance(row.control, Switch)
        self._label = label(Role.BODY, wrap=True)
        self._note = label(Role.SMALL, ink="soft", wrap=True)
        self._problem = ToldLine(theme)
        self.control = control_for(theme, row.control)
        self.control.said.connect(self._on_said)
        self._lay_out()

    def show_row(self, section: Section, row: Row) -> None:
        """Show another value, or the same in another language."""
        self._label.setText(row.label)
        set_text(self._note, row.note)
        self._problem.tell(row.problem, "near" if row.problem else "", Tone.STOP)
        self.control.show_control(row.control)
        self.control.set_name(f"{section.title}: {row.label}")
        told = f"{row.problem} {row.note}".strip()
        self.control.stop.setAccessibleDescription(told)
        self.control.widget.setEnabled(row.enabled)
        self.setAccessibleName(row.label)

    def turn(self, *, wide: bool) -> None:
        """Set the control at the right, or below where room is short."""
        wide = (wide or self._beside) and not self._below
        turn(self._line, wide=wide)
        across = Qt.AlignmentFlag.AlignVCenter if wide else Qt.AlignmentFlag.AlignLeft
        # What may need several lines is not aligned where it has the whole width.
        fills = self.control.widget.hasHeightForWidth() and not wide
        self._line.setAlignment(self.control.widget, Qt.AlignmentFlag(0) if fills else across)
        self._line.setSpacing(16 if wide else 6)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(1)
        # Not by an alignment, which gives words of several lines too little room.
        words.addStretch(1)
        words.addWidget(self._label)
        words.addWidget(self._note)
        words.addStretch(1)
        self._line = turning(spacing=12)
        self._line.addLayout(words, 1)
        self._line.addWidget(self.control.widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 7, 0, 7)
        column.setSpacing(4)
        column.addLayout(self._line)
        column.addWidget(self._problem)

    def _on_said(self, said: object) -> None:
        if self._acts:
            self.asked.emit(str(said))
        else:
            self.said.emit(self.key, said)


def control_for(theme: Theme, control: Control) -> Shown:
    """Make the widget for a kind of control."""
    themed: Mapping[type[Control], Callable[[Theme], Shown]] = {
        Choice: ChoiceShown,
        Switch: SwitchShown,
        Span: SpanShown,
        Listed: ListedShown,
    }
    plain: Mapping[type[Control], Callable[[], Shown]] = {
        Written: WrittenShown,
        Days: DaysShown,
        Acts: ActsShown,
        Told: ToldShown,
    }
    kind = type(control)
    return themed[kind](theme) if kind in themed else plain[kind]()
