"""The preview in the dialog: a headline, and a line for each meter that would change."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.plan.preview_state import PreviewLine, PreviewState
from ui.theme.fonts import Role
from ui.theme.theme import Theme
from ui.widgets.card import Card, clear_layout, row, section_title
from ui.widgets.labels import label, set_text
from ui.widgets.marks import IconMark


class PreviewCard(Card):
    """Shows what saving would change."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._title = section_title()
        self._headline: QLabel = label(Role.STRONG, wrap=True)
        self._more, self._note = (label(Role.SMALL, ink="soft", wrap=True) for _ in range(2))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self.column.addWidget(self._title)
        self.column.addWidget(self._headline)
        self.column.addLayout(self._lines)
        self.column.addWidget(self._more)
        self.column.addWidget(self._note)

    @property
    def text(self) -> str:
        """Everything it says, in one piece."""
        return self.accessibleName()

    def show_state(self, state: PreviewState) -> None:
        """Show a preview."""
        self._title.setText(state.title)
        # The dialog keeps what is bad in sight itself; it is said once.
        set_text(self._headline, "" if state.worst else state.headline)
        clear_layout(self._lines)
        for line in state.lines:
            self._lines.addWidget(self._line(line))
        set_text(self._more, state.more)
        set_text(self._note, state.note)
        told = [
            f"{line.title}: {line.detail}" if line.detail else line.title for line in state.lines
        ]
        parts = (state.title, state.headline, *told, state.more, state.note)
        self.setAccessibleName(" ".join(part for part in parts if part))

    def _line(self, line: PreviewLine) -> QWidget:
        place = QWidget()
        place.setProperty("part", "clear")
        icon = IconMark(self._theme, line.mark, size=18)
        icon.set_mark(line.mark, line.tone)
        title, detail = label(wrap=True), label(Role.SMALL, ink="soft", wrap=True)
        title.setText(line.title)
        detail.setText(line.detail)
        texts = QVBoxLayout()
        texts.setSpacing(1)
        texts.addWidget(title)
        if line.detail:
            texts.addWidget(detail)
        across = row(icon, spacing=10)
        across.setAlignment(icon, Qt.AlignmentFlag.AlignTop)
        across.addLayout(texts, 1)
        place.setLayout(across)
        return place
