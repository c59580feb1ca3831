"""The card of one plan: its allowances, and below them when they start again and by which rule."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from typing_extensions import override

from ui.plan_page.allowance_state import AllowanceState
from ui.theme.fonts import text_percent
from ui.theme.theme import Theme
from ui.widgets.labels import set_text
from ui.widgets.link import LinkButton
from ui.widgets.section import TableSection, quiet
from ui.widgets.turning import turn, turning

_CORNER = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
#: Narrower than this the link to the rule stands below the notes, in px at 100 % text.
_WIDE = 400


class AllowanceCard(TableSection):
    """Shows a plan; ``source_opened`` carries the address where its rule was published."""

    source_opened = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._state: AllowanceState | None = None
        self._notes = quiet()
        self._rule = LinkButton(theme, mark="out")
        self._rule.clicked.connect(self._on_rule)
        self._below = turning(spacing=2)
        self._below.addWidget(self._notes, 1)
        self._below.addWidget(self._rule, 0, _CORNER)
        self._notes.setContentsMargins(0, 3, 0, 0)  # as deep as the words of the link
        self.add_inset(self._below)
        self.column.addStretch(1)
        self.hide()

    def show_state(self, state: AllowanceState) -> None:
        """Show a plan."""
        if state == self._state:
            return
        self._state = state
        self.show_head(state.title)
        self.show_table(state.table)
        set_text(self._notes, " · ".join(state.notes))
        self._rule.setEnabled(bool(state.source))
        self._rule.set_name(state.rule)
        self._rule.setToolTip(state.source)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() * 100 >= _WIDE * text_percent()
        turn(self._below, wide=wide)
        self._below.setStretch(0, 1 if wide else 0)

    def _on_rule(self) -> None:
        if self._state is not None and self._state.source:
            self.source_opened.emit(self._state.source)
