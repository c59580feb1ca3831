"""The import row: a title, a bar while it runs, and what can be done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout

from ui.importing.state import ImportState
from ui.theme.fonts import Role
from ui.theme.motion import end_of_unknown
from ui.theme.theme import Theme
from ui.widgets.announce import announce
from ui.widgets.buttons import button
from ui.widgets.card import Card, row
from ui.widgets.labels import ElidedLabel, label, set_text
from ui.widgets.marks import IconMark


class ImportRow(Card):
    """Shows an import; ``cancelled``, ``put_away`` and the like are what people want."""

    cancelled = Signal()
    put_away = Signal()
    refusals_asked = Signal()
    mapping_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._running = False
        self._icon = IconMark(theme, "import")
        self._title = ElidedLabel(Role.STRONG)
        self._detail = label(Role.SMALL, ink="soft", wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._refusals, self._mapping = button(), button()
        self._button = button()
        self._refusals.clicked.connect(self.refusals_asked)
        self._mapping.clicked.connect(self.mapping_asked)
        self._button.clicked.connect(self._on_button)
        self._lay_out()

    def show_state(self, state: ImportState) -> None:
        """Show an import; its end is announced."""
        ended = self._running and not state.running
        self._running = state.running
        self._icon.set_mark(state.mark, state.tone)
        self._title.setText(state.title)
        set_text(self._detail, state.detail)
        self._bar.setVisible(state.running)
        self._bar.setRange(0, end_of_unknown() if state.done is None else 1000)
        self._bar.setValue(state.done or 0)
        self._bar.setAccessibleName(state.title)
        self._button.setText(state.button)
        self._button.setVisible(bool(state.button))
        for extra, name in ((self._refusals, state.refusals), (self._mapping, state.mapping)):
            extra.setText(name)
            extra.setVisible(bool(name))
        self.setAccessibleName(f"{state.title} {state.detail}")
        announce(self, self.accessibleName() if ended else "")

    def _lay_out(self) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(5)
        for part in (self._title, self._detail, self._bar):
            texts.addWidget(part)
        texts.addWidget(self._mapping, alignment=Qt.AlignmentFlag.AlignLeft)
        line = row(self._icon, spacing=14)
        line.setAlignment(self._icon, Qt.AlignmentFlag.AlignTop)
        line.addLayout(texts, 1)
        line.addWidget(self._refusals)
        line.addWidget(self._button)
        self.column.addLayout(line)

    def _on_button(self) -> None:
        if self._running:
            self.cancelled.emit()
        else:
            self.put_away.emit()
