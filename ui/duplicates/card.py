"""One pair of the page: both entries beside each other, and the two answers."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel
from typing_extensions import override

from ui.duplicates.state import PairState
from ui.theme.fonts import Role
from ui.widgets.buttons import button
from ui.widgets.card import Card, hairline
from ui.widgets.flow import Flow
from ui.widgets.labels import label
from ui.widgets.shown import show_if

_SAME, _TWO = Qt.Key.Key_1, Qt.Key.Key_2


class PairCard(Card):
    """A pair; ``decided`` carries its state, whether they are two, and whether all alike are.

    The keys 1 and 2 answer where one of its buttons has the keyboard.
    """

    decided = Signal(object, bool, bool)

    def __init__(self, state: PairState) -> None:
        super().__init__()
        self._state = state
        self._same, self._two = button(), button()
        self._all = QCheckBox(state.like_this)
        show_if(self._all, state.like_this)
        self._same.clicked.connect(self._on_same)
        self._two.clicked.connect(self._on_two)
        self.setAccessibleName(state.spoken)
        self._lay_out()

    def take_focus(self) -> None:
        """Give the keyboard to the first answer."""
        self._same.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == _SAME:
            self._on_same()
        elif event.key() == _TWO:
            self._on_two()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        state = self._state
        reason = label(Role.CARD_TITLE, ink="soft", wrap=True)
        reason.setText(state.reason)
        self.column.addWidget(reason)
        self.column.addLayout(self._table())
        self.column.addSpacing(4)
        answers = Flow()
        for made, name, key in ((self._same, state.same, "1"), (self._two, state.two, "2")):
            made.setText(name)
            made.setToolTip(key)
            made.setAccessibleDescription(state.spoken)
            answers.addWidget(made)
        answers.addWidget(self._all)
        self.column.addLayout(answers)

    def _table(self) -> QGridLayout:
        table = QGridLayout()
        table.setHorizontalSpacing(14)
        table.setVerticalSpacing(5)
        for place in (1, 2):
            table.setColumnStretch(place, 1)
            table.addWidget(_cell(self._state.heads[place - 1], Role.STRONG), 0, place)
        table.addWidget(hairline(), 1, 0, 1, 3)
        for line, (name, kept, copy) in enumerate(self._state.rows, start=2):
            table.addWidget(_cell(name, Role.SMALL, ink="soft"), line, 0)
            table.addWidget(_cell(kept, Role.BODY), line, 1)
            table.addWidget(_cell(copy, Role.BODY), line, 2)
        return table

    def _on_same(self) -> None:
        self.decided.emit(self._state, False, self._all.isChecked())

    def _on_two(self) -> None:
        self.decided.emit(self._state, True, self._all.isChecked())


def _cell(text: str, role: Role, *, ink: str = "text") -> QLabel:
    cell = label(role, ink=ink, wrap=True)
    cell.setText(text)
    return cell
