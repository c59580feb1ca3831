"""The head of the page: name, role, where the plan comes from, and what is wrong with that."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.wording.units import joined
from ui.plan_page.head_state import HeadState
from ui.text.phrase import strong
from ui.theme.fonts import Role
from ui.theme.theme import Theme
from ui.theme.tone import Tone
from ui.widgets.buttons import button
from ui.widgets.card import row
from ui.widgets.chip import Chip
from ui.widgets.labels import PhraseLabel, label, set_text
from ui.widgets.link import LinkButton
from ui.widgets.marks import IconMark
from ui.widgets.turning import turn, turning

#: Narrower than this the source stands below the name, in px.
_WIDE = 620


class PlanHead(QWidget):
    """Shows the head; ``sync_asked`` and ``sign_in_asked`` after their buttons."""

    sync_asked = Signal()
    sign_in_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._title = label(Role.PAGE_TITLE)
        self._role = Chip(theme)
        self._source = label(Role.SMALL, ink="soft", wrap=True)
        self._sync = LinkButton(theme)
        self._mark = IconMark(theme, size=18)
        self._trouble = PhraseLabel(Role.SMALL)
        self._sign_in = button()
        self._sync.clicked.connect(self.sync_asked)
        self._sign_in.clicked.connect(self.sign_in_asked)
        self._halves = turning(spacing=8)
        self._trouble_row = self._lay_out()

    def show_state(self, state: HeadState) -> None:
        """Show the head of the page."""
        set_text(self._title, state.title)
        self._role.show_chip(state.role, state.role_tone)
        set_text(self._source, joined(*state.source))
        self._sync.set_name(state.sync)
        self._mark.set_mark(state.mark or "clock", Tone.NEAR if state.mark else None)
        self._trouble.set_phrase(_trouble(state))
        self._sign_in.setText(state.sign_in)
        self._sign_in.setVisible(bool(state.sign_in))
        self._trouble_row.setVisible(bool(state.trust or state.notes))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= _WIDE
        turn(self._halves, wide=wide)
        side = Qt.AlignmentFlag.AlignRight if wide else Qt.AlignmentFlag.AlignLeft
        self._source.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)

    def _lay_out(self) -> QWidget:
        self._halves.addLayout(row(self._title, self._role, 1, spacing=14))
        right = row(spacing=6)
        right.addWidget(self._source, 1)
        right.addWidget(self._sync)
        self._halves.addLayout(right, 1)
        trouble = QWidget()
        trouble.setProperty("part", "clear")
        self._trouble.setWordWrap(True)
        line = QHBoxLayout(trouble)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._mark)
        line.addWidget(self._trouble, 1)
        line.addWidget(self._sign_in)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._halves)
        column.addWidget(trouble)
        return trouble


def _trouble(state: HeadState) -> str:
    said = strong(state.trust[:1].upper() + state.trust[1:]) if state.trust else ""
    return joined(said, " ".join(state.notes))
