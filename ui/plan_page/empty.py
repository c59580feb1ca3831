"""The card that stands in place of a plan: what to do next."""

from PySide6.QtCore import Signal

from ui.plan_page.empty_state import EmptyState
from ui.theme.fonts import Role
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.flow import Flow
from ui.widgets.labels import label, set_text


class EmptyCard(Card):
    """Shows what to do; ``choose_asked`` and ``join_asked`` after its buttons."""

    choose_asked = Signal()
    join_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = label(Role.HEADLINE, wrap=True)
        self._sentence = label(Role.BODY, ink="soft", wrap=True)
        self._choose, self._join = button(main=True), button()
        self._choose.clicked.connect(self.choose_asked)
        self._join.clicked.connect(self.join_asked)
        ways = Flow()
        ways.addWidget(self._choose)
        ways.addWidget(self._join)
        self.column.setContentsMargins(22, 20, 22, 20)
        self.column.addWidget(self._title)
        self.column.addWidget(self._sentence)
        self.column.addSpacing(8)
        self.column.addLayout(ways)

    def show_state(self, state: EmptyState) -> None:
        """Show what to do."""
        set_text(self._title, state.title)
        set_text(self._sentence, state.sentence)
        self.setAccessibleName(f"{state.title} {state.sentence}")
        for pressed, name in ((self._choose, state.choose), (self._join, state.join)):
            pressed.setText(name)
            pressed.setVisible(bool(name))
