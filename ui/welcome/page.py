"""The first page as a card: steps with a button each, done ones with a tick."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from ui.theme.fonts import Role
from ui.theme.theme import Theme
from ui.welcome.state import Step, WelcomeState
from ui.widgets.buttons import button
from ui.widgets.card import Card, clear_layout, hairline
from ui.widgets.labels import label, set_text
from ui.widgets.offer_row import OfferRow

_MARKS = {
    "plan": "plan",
    "join": "key",
    "accounts": "plug",
    "import": "import",
    "sample": "sample",
}


class WelcomeCard(Card):
    """Shows the steps and says which one is wanted."""

    plan_asked = Signal()
    join_asked = Signal()
    accounts_asked = Signal()
    import_asked = Signal()
    sample_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: WelcomeState | None = None
        self._title = label(Role.PAGE_TITLE, wrap=True)
        self._sentence = label(Role.BODY, ink="soft", wrap=True)
        self._steps = QVBoxLayout()
        self._steps.setSpacing(12)
        self.column.setContentsMargins(22, 20, 22, 20)
        self.column.addWidget(self._title)
        self.column.addWidget(self._sentence)
        self.column.addSpacing(8)
        self.column.addLayout(self._steps)
        self.column.addStretch(1)

    def show_state(self, state: WelcomeState) -> None:
        """Show the steps; the same ones again leave the keyboard where it is."""
        if state == self._shown:
            return
        self._shown = state
        set_text(self._title, state.title)
        set_text(self._sentence, state.sentence)
        self.setAccessibleName(f"{state.title} {state.sentence}")
        clear_layout(self._steps)
        waiting = "" if state.reading else _first_to_do(state)
        for index, step in enumerate(state.steps):
            self._add(index, step, main=step.key == waiting)

    def _add(self, index: int, step: Step, *, main: bool) -> None:
        if index:
            self._steps.addWidget(hairline())
        pressed = None if step.done else self._button(step, main=main)
        mark = "done" if step.done else _MARKS[step.key]
        made = OfferRow(self._theme, step.title, step.detail, mark=mark, pressed=pressed)
        self._steps.addWidget(made)

    def _button(self, step: Step, *, main: bool) -> QPushButton:
        news = {
            "plan": self.plan_asked,
            "join": self.join_asked,
            "accounts": self.accounts_asked,
            "import": self.import_asked,
            "sample": self.sample_asked,
        }
        made = button(main=main)
        made.setText(step.button)
        made.setAccessibleDescription(step.detail)
        made.clicked.connect(news[step.key])
        return made


def _first_to_do(state: WelcomeState) -> str:
    return next((step.key for step in state.steps if not step.done), "")
