"""The card of the company's plan server, or the way to one."""

from PySide6.QtCore import Signal

from ui.accounts.company_state import CompanyState
from ui.theme.fonts import Role
from ui.theme.theme import Theme
from ui.theme.tone import Tone
from ui.widgets.buttons import button
from ui.widgets.card import Card, row
from ui.widgets.chip import Chip
from ui.widgets.flow import Flow
from ui.widgets.form import ToldLine
from ui.widgets.labels import ElidedLabel, set_text
from ui.widgets.section import quiet

_KEYS = ("join", "sign_in", "sync", "leave")


class CompanyCard(Card):
    """Shows the company; ``asked`` carries "join", "sign_in", "sync" or "leave"."""

    asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._title, self._chip = ElidedLabel(Role.HEADLINE), Chip(theme)
        self._account, self._times, self._trouble = quiet(), quiet(), ToldLine(theme)
        self._buttons = {key: button() for key in _KEYS}
        offers = Flow()
        for key, pressed in self._buttons.items():
            pressed.setObjectName(key)
            pressed.clicked.connect(self._on_pressed)
            offers.addWidget(pressed)
        self.column.setContentsMargins(18, 14, 18, 14)
        self.column.addLayout(row(self._title, self._chip, 1, spacing=10))
        for part in (self._account, self._times, self._trouble):
            self.column.addWidget(part)
        self.column.addSpacing(4)
        self.column.addLayout(offers)

    def show_state(self, state: CompanyState) -> None:
        """Show the company."""
        self._title.setText(state.title)
        self._chip.show_chip(state.chip, state.tone, state.mark)
        set_text(self._account, state.account)
        set_text(self._times, state.times)
        self._trouble.tell(state.trouble, state.mark, Tone.NEAR)
        self.setAccessibleName(", ".join(filter(None, (state.title, state.chip))))
        offered = dict(state.offers)
        for key, pressed in self._buttons.items():
            pressed.setText(offered.get(key, ""))
            pressed.setVisible(key in offered)

    def _on_pressed(self) -> None:
        self.asked.emit(self.sender().objectName())
