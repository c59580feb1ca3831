"""The rows of a number's card: a name at the left, what is known at the right, a hairline below."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from ui.dial.state import Row
from ui.theme.fonts import Role, text_percent
from ui.theme.theme import Theme
from ui.theme.tone import Tone
from ui.widgets.card import hairline, row
from ui.widgets.chip import Chip
from ui.widgets.labels import PhraseLabel, label, set_text
from ui.widgets.turning import turn, turning

#: Narrower than this what is known stands below its name, in px at 100 % text.
_WIDE = 460


class DialRow(QWidget):
    """One line; read aloud as a whole."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("part", "clear")
        self._name = label(Role.BODY, ink="soft", wrap=True)
        self._phrase = PhraseLabel(Role.BODY, ink="text")
        self._chip = Chip(theme)
        self._line = turning(self, spacing=8)
        self._line.setContentsMargins(8, 7, 8, 7)
        self._line.addWidget(self._name, 1)
        self._known = row(0, self._phrase, self._chip, 0)
        self._line.addLayout(self._known)

    def show_row(self, state: Row) -> None:
        """Show a line."""
        set_text(self._name, state.name)
        self._phrase.set_phrase(state.phrase)
        self._chip.show_chip(state.chip, Tone.NEAR, "clock" if state.chip else "")
        self.setAccessibleName(state.spoken)
        self._place()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """Put what is known at the right, or below the name; only there, and alone, it wraps."""
        wide = self.width() * 100 >= _WIDE * text_percent()
        turn(self._line, wide=wide)
        self._line.setSpacing(8 if wide else 1)
        wraps = not wide and self._chip.isHidden()
        self._phrase.setWordWrap(wraps)
        for place, share in enumerate((wide, wraps, False, not wide and not wraps)):
            self._known.setStretch(place, int(share))


class DialRows(QWidget):
    """As many lines as there are."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("part", "clear")
        self._theme = theme
        self._rows: list[DialRow] = []
        self._lines: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show these lines and no others."""
        while len(self._rows) < len(rows):
            self._add()
        for place, made in enumerate(self._rows):
            shown = place < len(rows)
            made.setVisible(shown)
            self._lines[place].setVisible(shown and place > 0)
            if shown:
                made.show_row(rows[place])

    def _add(self) -> None:
        made, line = DialRow(self._theme), hairline()
        self._rows.append(made)
        self._lines.append(line)
        self._column.addWidget(line)
        self._column.addWidget(made)
