"""The rows that tell of a change of plan, each until it is put away."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy
from typing_extensions import override

from ui.plan_page.news_state import NewsState
from ui.text.phrase import strong
from ui.theme.fonts import Role
from ui.theme.theme import Theme
from ui.theme.tone import Tone
from ui.widgets.buttons import button
from ui.widgets.card import row
from ui.widgets.labels import PhraseLabel
from ui.widgets.marks import IconMark
from ui.widgets.turning import turn, turning

#: Narrower than this the button stands below the sentence, in px.
_WIDE = 520


class NewsRow(QFrame):
    """One change; ``put_away`` carries the ids of its news."""

    put_away = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("part", "banner")
        self.setProperty("tone", str(Tone.PLAIN))
        self._state: NewsState | None = None
        self._icon = IconMark(theme, size=20)
        self._icon.set_mark("plan", Tone.PLAIN)
        self._text = PhraseLabel(Role.BODY)
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._button = button()
        self._button.clicked.connect(self._on_pressed)
        line = row(self._icon, spacing=12)
        line.addWidget(self._text, 1)
        self._halves = turning(self, spacing=10)
        self._halves.setContentsMargins(16, 10, 12, 10)
        self._halves.addLayout(line, 1)
        self._halves.addLayout(row(1, self._button))
        self.hide()

    def show_state(self, state: NewsState | None) -> None:
        """Show a change, or hide the row."""
        self._state = state
        self.setVisible(state is not None)
        if state is not None:
            self._text.set_phrase(f"{strong(state.headline)} {state.detail}")
            self._button.setText(state.put_away)
            self._button.setAccessibleDescription(state.headline)
            self.setAccessibleName(f"{state.headline} {state.detail}")

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        turn(self._halves, wide=event.size().width() >= _WIDE)

    def _on_pressed(self) -> None:
        if self._state is not None:
            self.put_away.emit(self._state.ids)
