"""What can be done with the chosen line: another role or licence, or the end of its access."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from app.domain.company import Licence, Role
from ui.company.access_state import (
    AccessEnded,
    AccessPart,
    AccessRow,
    AccessWords,
    MemberChanged,
    Part,
)
from ui.theme.fonts import Role as FontRole
from ui.theme.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.card import row
from ui.widgets.choice import ChoiceBox
from ui.widgets.columns import Columns
from ui.widgets.field import Field
from ui.widgets.labels import label


class AccessActions(QStackedWidget):
    """The place below the list.

    ``changed`` carries a :class:`MemberChanged`, ``ended`` an :class:`AccessEnded` once agreed to.
    """

    changed = Signal(object)
    ended = Signal(object)

    def __init__(self, theme: Theme, words: AccessWords) -> None:
        super().__init__()
        self._part, self._row = Part.PEOPLE, AccessRow("", "", ())
        self._role, self._licence = ChoiceBox(theme), ChoiceBox(theme)
        for role, told in words.roles:
            self._role.addItem(told, role)
        for licence, told in words.licences:
            self._licence.addItem(told, licence)
        self._fields = Columns(least=130, shares=(1, 1))
        self._fields.set_widgets(Field(words.role, self._role), Field(words.licence, self._licence))
        self._apply, self._end, self._sure, self._keep = (button() for _ in range(4))
        self._apply.setText(words.apply)
        self._keep.setText(words.keep)
        self._ask: QLabel = label(FontRole.BODY, wrap=True)
        self.addWidget(self._doing())
        self.addWidget(self._asking())
        for box in (self._role, self._licence):
            box.currentIndexChanged.connect(self._look)
        self._apply.clicked.connect(self._on_apply)
        self._end.clicked.connect(self._on_end)
        self._sure.clicked.connect(self._on_sure)
        self._keep.clicked.connect(self._on_keep)

    def show_row(self, part: AccessPart, line: AccessRow | None) -> None:
        """Show what can be done with a line; nothing without one."""
        self._part, self._row = part.part, line or AccessRow("", "", (), open=False)
        person = part.part is Part.PEOPLE
        for box, chosen in ((self._role, self._row.role), (self._licence, self._row.licence)):
            box.setCurrentIndex(box.findData(chosen))
            box.setEnabled(self._row.open)
        self._fields.setVisible(person)
        self._apply.setVisible(person)
        self._end.setText(part.end)
        self._sure.setText(part.sure)
        self._end.setEnabled(self._row.open and self._row.removable)
        self._ask.setText(self._row.ask)
        self.setCurrentIndex(0)
        self._look()

    def _doing(self) -> QWidget:
        place, column = _column()
        column.addWidget(self._fields)
        column.addLayout(row(self._apply, 1, self._end))
        return place

    def _asking(self) -> QWidget:
        place, column = _column()
        column.addWidget(self._ask)
        column.addLayout(row(1, self._keep, self._sure))
        column.addStretch(1)
        return place

    def _look(self) -> None:
        self._apply.setEnabled(self._row.open and self._wish() is not None)

    def _wish(self) -> MemberChanged | None:
        # Qt gives back words where enums of words went in.
        role, licence = Role(self._role.currentData()), Licence(self._licence.currentData())
        new_role = role if role is not self._row.role else None
        new_licence = licence if licence is not self._row.licence else None
        if new_role is None and new_licence is None:
            return None
        return MemberChanged(self._row.id, new_role, new_licence)

    def _on_apply(self) -> None:
        if (wish := self._wish()) is not None:
            self.changed.emit(wish)

    def _on_end(self) -> None:
        self.setCurrentIndex(1)
        # What takes nothing away is what the next key presses.
        self._keep.setFocus()

    def _on_keep(self) -> None:
        self.setCurrentIndex(0)
        self._end.setFocus()

    def _on_sure(self) -> None:
        self.setCurrentIndex(0)
        self.ended.emit(AccessEnded(self._part, self._row.id))


def _column() -> tuple[QWidget, QVBoxLayout]:
    place = QWidget()
    place.setProperty("part", "clear")
    column = QVBoxLayout(place)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(10)
    return place, column
