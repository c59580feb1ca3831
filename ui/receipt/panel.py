"""The receipt panel: a sheet at the side of the page, closed by Esc or its button."""

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from ui.receipt.history_list import HistoryList
from ui.receipt.state import ReceiptState
from ui.theme.fonts import Role
from ui.theme.theme import Theme
from ui.widgets.buttons import IconButton, button
from ui.widgets.card import clear_layout, hairline, row
from ui.widgets.flow import Flow
from ui.widgets.labels import label, set_text
from ui.widgets.scroll import scrolling

#: In a receipt a letter is enough.
_KEYS = {int(Qt.Key.Key_N): "note", int(Qt.Key.Key_T): "tags"}
#: A number as it is written; it stays in one line.
_NUMBER = re.compile(r"\+\d[\d ]*\d")
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop


class ReceiptPanel(QFrame):
    """Shows a receipt; ``closed`` after the person has read it.

    ``action_asked`` carries the key of an action and the entry's id, ``undo_asked`` a change.
    """

    closed = Signal()
    action_asked = Signal(str, str)
    undo_asked = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("part", "sheet")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._title = label(Role.HEADLINE, wrap=True)
        self._sum = label(Role.FIGURE, wrap=True)
        self._sentence = label(Role.BODY, wrap=True)
        self._rule = label(Role.SMALL, ink="soft", wrap=True)
        self._cycle = label(Role.SMALL, ink="soft", wrap=True)
        self._rows = QGridLayout()
        self._actions = Flow()
        self._history = HistoryList()
        self._history.undo_asked.connect(self.undo_asked)
        self._close = IconButton(theme, "close")
        self._close.clicked.connect(self.closed)
        self._entry = ""
        self._lay_out()

    @property
    def entry(self) -> str:
        """The id of the entry that is explained, "" for a figure."""
        return self._entry

    def show_state(self, state: ReceiptState) -> None:
        """Show a receipt."""
        texts = (
            (self._title, state.title),
            (self._sum, state.sum),
            (self._sentence, state.sentence),
            (self._rule, state.rule),
            (self._cycle, state.cycle),
        )
        for part, text in texts:
            set_text(part, text)
        self._close.set_name(state.close)
        self._entry = state.entry
        self._show_rows(state.rows)
        self._show_actions(state.actions)
        self._history.show_state(state)
        self.setAccessibleName(state.title)
        self.setAccessibleDescription(f"{state.sum}. {state.sentence} {state.rule} {state.cycle}")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif self._entry and event.key() in _KEYS and not event.modifiers():
            self.action_asked.emit(_KEYS[event.key()], self._entry)
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self.setMinimumWidth(260)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(18, 16, 8, 16)
        head = row()
        head.addWidget(self._title, 1)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        outer.addLayout(head)
        outer.addWidget(scrolling(self._body()), 1)

    def _body(self) -> QWidget:
        body = QWidget()
        body.setProperty("part", "clear")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 4, 8, 0)
        column.setSpacing(10)
        column.addWidget(self._sum)
        column.addWidget(self._sentence)
        self._rows.setVerticalSpacing(7)
        self._rows.setColumnStretch(0, 1)
        column.addLayout(self._rows)
        column.addWidget(self._rule)
        column.addWidget(self._cycle)
        column.addLayout(self._actions)
        column.addWidget(self._history)
        column.addStretch(1)
        return body

    def _show_actions(self, actions: tuple[tuple[str, str], ...]) -> None:
        self._actions.clear()
        for key, text in actions:
            made = button()
            made.setText(text)
            made.setProperty("key", key)
            made.clicked.connect(self._on_action)
            self._actions.addWidget(made)

    def _on_action(self) -> None:
        key = self.sender().property("key")
        self.action_asked.emit(str(key), self._entry)

    def _show_rows(self, rows: tuple[tuple[str, str], ...]) -> None:
        clear_layout(self._rows)
        for index, (name, value) in enumerate(rows):
            self._rows.addWidget(hairline(), 2 * index, 0, 1, 2)
            self._rows.addWidget(_cell(name, "soft"), 2 * index + 1, 0)
            cell = _cell(value, "text")
            cell.setAlignment(_RIGHT)
            self._rows.addWidget(cell, 2 * index + 1, 1)


def _cell(text: str, ink: str) -> QLabel:
    cell = label(Role.BODY, ink=ink, wrap=True)
    cell.setText(_NUMBER.sub(lambda found: found[0].replace(" ", "\N{NO-BREAK SPACE}"), text))
    return cell
