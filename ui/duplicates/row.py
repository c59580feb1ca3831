"""The quiet row on the overview: so many possible duplicates, and the way to them."""

from PySide6.QtCore import Signal

from ui.duplicates.state import RowState
from ui.theme.fonts import Role
from ui.theme.theme import Theme
from ui.theme.tone import Tone
from ui.widgets.buttons import button
from ui.widgets.card import Card, row
from ui.widgets.labels import ElidedLabel
from ui.widgets.marks import IconMark


class DuplicatesRow(Card):
    """Says that there is something to decide; ``look_asked`` after its button."""

    look_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._icon = IconMark(theme, "differs")
        self._icon.set_mark("differs", Tone.PLAIN)
        self._sentence = ElidedLabel(Role.BODY)
        self._look = button()
        self._look.clicked.connect(self.look_asked)
        line = row(self._icon, spacing=14)
        line.addWidget(self._sentence, 1)
        line.addWidget(self._look)
        self.column.addLayout(line)
        self.hide()

    def show_state(self, state: RowState | None) -> None:
        """Show how many there are, or put the row away."""
        self.setVisible(state is not None)
        if state is not None:
            self._sentence.setText(state.sentence)
            self._look.setText(state.look)
            self.setAccessibleName(state.sentence)
