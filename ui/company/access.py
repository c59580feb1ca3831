"""The dialog of people and access: who belongs to the company, open links, devices signed in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.company.access_actions import AccessActions
from ui.company.access_state import AccessPart, AccessState, Part
from ui.company.access_table import AccessTable
from ui.theme.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.field import note
from ui.widgets.form import FormDialog
from ui.widgets.labels import set_text
from ui.widgets.segments import Segments


class AccessDialog(FormDialog):
    """Shows the lists.

    ``changed`` carries a :class:`ui.company.access_state.MemberChanged`, ``ended`` an
    :class:`ui.company.access_state.AccessEnded`.
    """

    changed = Signal(object)
    ended = Signal(object)
    invite_asked = Signal()

    def __init__(self, theme: Theme, state: AccessState, parent: QWidget | None = None) -> None:
        super().__init__(theme, state.words.title, width=640, parent=parent)
        self._state = state
        self._segments = Segments(state.words.title)
        self._table, self._empty = AccessTable(), note()
        self._actions = AccessActions(theme, state.words)
        self._actions.changed.connect(self.changed)
        self._actions.ended.connect(self.ended)
        self._segments.chosen.connect(self._show_part)
        self._table.itemSelectionChanged.connect(self._show_row)
        self.add_sentence(state.words.about)
        self.body.addWidget(self._segments)
        self.body.addWidget(self._table, 1)
        self.body.addWidget(self._empty)
        self.body.addWidget(self._actions)
        invite = button()
        invite.setText(state.words.invite)
        invite.clicked.connect(self.invite_asked)
        self.add_buttons(invite)
        self.add_cancel(state.words.close)
        self.show_state(state)
        self.fit()
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_state(self, state: AccessState) -> None:
        """Show the lists as they are now; the line that was chosen stays so."""
        self._state = state
        self._segments.show_parts([(part.part, part.title) for part in state.parts])
        self.show_problem("")
        self._show_part(keep=self._table.chosen)

    def show_working(self) -> None:
        """Say that the server does what was asked."""
        self.show_busy(self._state.words.working)

    @property
    def _part(self) -> AccessPart:
        return self._state.part(Part(self._segments.key))

    def _show_part(self, _: str = "", *, keep: str = "") -> None:
        part = self._part
        self._table.setAccessibleName(part.title)
        self._table.show_rows(part, keep)
        set_text(self._empty, "" if part.rows else part.empty)
        self._show_row()

    def _show_row(self) -> None:
        part, chosen = self._part, self._table.chosen
        line = next((each for each in part.rows if each.id == chosen), None)
        self._actions.setVisible(bool(part.rows))
        self._actions.show_row(part, line)
