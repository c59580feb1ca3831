"""A text's figures: the big number of segments, with its encoding and units beside it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.text_check.state import TextState
from ui.theme.fonts import Role
from ui.widgets.card import row
from ui.widgets.flow import Flow
from ui.widgets.labels import label, set_text


class TextFigures(QWidget):
    """Shows the figures; read aloud as a whole."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "clear")
        self._figure = label(Role.FIGURE)
        self._label = label(Role.BODY, ink="soft")
        self._units, self._room = label(Role.BODY, ink="soft"), label(Role.BODY, ink="soft")
        self._parts = label(Role.SMALL, ink="soft", wrap=True)
        first = QWidget()
        first.setProperty("part", "clear")
        first.setLayout(row(self._figure, self._label, 1, spacing=6))
        line = Flow()
        line.addWidget(first)
        for each in (self._units, self._room):
            each.setMinimumHeight(self._figure.sizeHint().height())  # in line with the number
            line.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(line)
        column.addWidget(self._parts)

    def show_state(self, state: TextState) -> None:
        """Show the figures of a text."""
        self._figure.setText(state.figure)
        self._label.setText(state.label)
        self._units.setText(state.units)
        self._room.setText(state.room)
        set_text(self._parts, state.parts)
        self.setAccessibleName(f"{state.figure} {state.label}, {state.units}, {state.room}")
