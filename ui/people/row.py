"""The quiet row on the overview: several people are named, and one of them is me."""

from PySide6.QtCore import Signal

from ui.people.state import WhoRowState
from ui.theme.fonts import Role
from ui.theme.theme import Theme
from ui.theme.tone import Tone
from ui.widgets.buttons import button
from ui.widgets.card import Card, row
from ui.widgets.labels import label, set_text
from ui.widgets.marks import IconMark


class WhoRow(Card):
    """Says that somebody is to be chosen; ``asked`` after its button."""

    asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        icon = IconMark(theme, size=20)
        icon.set_mark("pool", Tone.PLAIN)
        self._sentence = label(Role.BODY, wrap=True)
        self._choose = button()
        self._choose.clicked.connect(self.asked)
        line = row(icon, spacing=14)
        line.addWidget(self._sentence, 1)
        line.addWidget(self._choose)
        self.column.addLayout(line)
        self.hide()

    def show_state(self, state: WhoRowState | None) -> None:
        """Show the row, or put it away."""
        self.setVisible(state is not None)
        if state is not None:
            set_text(self._sentence, state.sentence)
            self._choose.setText(state.choose)
            self.setAccessibleName(state.sentence)
