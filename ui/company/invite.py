"""The dialog that invites a person, and shows the link once with a button that copies it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.domain.company import Licence, Role
from ui.company.invite_state import (
    LEAST_DAYS,
    MOST_DAYS,
    USUAL_DAYS,
    InviteAsked,
    InviteState,
    LinkState,
)
from ui.theme.fonts import Role as FontRole
from ui.theme.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.choice import ChoiceBox
from ui.widgets.columns import Columns
from ui.widgets.field import Field, note
from ui.widgets.form import FormDialog
from ui.widgets.labels import label
from ui.widgets.number import NumberBox

_LONGEST_NAME = 80


class InviteDialog(FormDialog):
    """Asks whom to invite; ``asked`` carries an :class:`InviteAsked`."""

    asked = Signal(object)

    def __init__(self, theme: Theme, state: InviteState, parent: QWidget | None = None) -> None:
        super().__init__(theme, state.title, parent=parent)
        self._state = state
        self._name = QLineEdit()
        self._name.setMaxLength(_LONGEST_NAME)
        self._role, self._licence = ChoiceBox(theme), ChoiceBox(theme)
        for role, told in state.roles:
            self._role.addItem(told, role)
        for licence, told in state.licences:
            self._licence.addItem(told, licence)
        self._days = NumberBox(theme, least=LEAST_DAYS, most=MOST_DAYS, value=USUAL_DAYS)
        self._made = _LinkPart()
        self._lay_out_parts()
        self._make, self._copy = button(main=True), button(main=True)
        self._another = button()
        self._add_buttons()
        self._name.textChanged.connect(self._look)
        self._look()
        self._show_part(link=False)

    def show_making(self) -> None:
        """Say that the server makes the link."""
        self.show_busy(self._state.making)
        self._make.setEnabled(False)

    def show_refused(self, problem: str) -> None:
        """Say why there is no link; what was typed stays."""
        self.show_problem(problem)
        self._look()

    def show_link(self, state: LinkState) -> None:
        """Show the link that was made."""
        self._made.show_state(state)
        self._copy.setText(state.copy)
        self.show_problem("")
        self.set_title(state.title)
        self._show_part(link=True)
        self._copy.setFocus()

    def _lay_out_parts(self) -> None:
        state, column = self._state, self.body
        about = note()
        about.setText(state.role_note)
        pair = Columns(least=150, shares=(1, 1))
        fields = (Field(state.licence, self._licence), Field(state.days, self._days))
        pair.set_widgets(*fields)
        once = note()
        once.setText(state.about)
        self._asked_parts: tuple[QWidget, ...] = (
            once,
            Field(state.name, self._name),
            Field(state.role, self._role, about),
            pair,
        )
        for part in (*self._asked_parts, self._made):
            column.addWidget(part)
        column.addStretch(1)

    def _add_buttons(self) -> None:
        self._another.setText(self._state.another)
        self._another.clicked.connect(self._on_another)
        self._make.setText(self._state.make)
        self._make.clicked.connect(self._on_make)
        self._copy.clicked.connect(self._on_copy)
        self.add_cancel(self._state.close)
        self.add_buttons(self._another, self._make, self._copy)

    def _show_part(self, *, link: bool) -> None:
        for part in (*self._asked_parts, self._make):
            part.setVisible(not link)
        for part in (self._made, self._another, self._copy):
            part.setVisible(link)
        (self._copy if link else self._make).setDefault(True)
        self.fit()

    def _look(self) -> None:
        self._make.setEnabled(bool(self._name.text().strip()))

    def _on_make(self) -> None:
        asked = InviteAsked(
            self._name.text().strip(),
            Role(self._role.currentData()),
            Licence(self._licence.currentData()),
            self._days.value(),
        )
        self.asked.emit(asked)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._made.link)
        self.show_done(self._made.copied)

    def _on_another(self) -> None:
        self._made.forget()
        self._name.clear()
        self.set_title(self._state.title)
        self.show_problem("")
        self._show_part(link=False)
        self._name.setFocus()


class _LinkPart(QWidget):
    """The link to copy, with how long it holds."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "clear")
        self.copied = ""
        self._about = label(FontRole.BODY, wrap=True)
        self._field = QLineEdit()
        self._field.setReadOnly(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._about)
        column.addWidget(self._field)

    @property
    def link(self) -> str:
        """The link shown."""
        return self._field.text()

    def show_state(self, state: LinkState) -> None:
        """Show a link from its beginning."""
        self.copied = state.copied
        self._about.setText(state.about)
        self._field.setAccessibleName(state.label)
        self._field.setText(state.link)
        self._field.setCursorPosition(0)

    def forget(self) -> None:
        """Show the link no more."""
        self._field.clear()
