"""The head of the page: its name, the plan as a chip, and the cycle."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.overview.state import HeaderState
from ui.theme.fonts import Role
from ui.theme.theme import Theme
from ui.widgets.card import row
from ui.widgets.chip import Chip
from ui.widgets.labels import label, set_text
from ui.widgets.turning import turn, turning

#: Narrower than this the cycle stands below the name, in px.
_WIDE = 560


class Header(QWidget):
    """Shows the head."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._title = label(Role.PAGE_TITLE)
        self._plan = Chip(theme)
        self._cycle = label(Role.SMALL, ink="soft")
        self._halves = turning(self, spacing=4)
        self._halves.addLayout(row(self._title, self._plan, 1, spacing=14), 1)
        self._halves.addWidget(self._cycle, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_state(self, state: HeaderState) -> None:
        """Show the head of a page."""
        set_text(self._title, state.title)
        self._plan.show_chip(state.plan)
        set_text(self._cycle, state.cycle)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        turn(self._halves, wide=event.size().width() >= _WIDE)
