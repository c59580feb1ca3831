"""The receipt panel: a sheet at the side of the page, closed by Esc or its button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from ui.receipt.state import ReceiptState
from ui.theme.fonts import Role
from ui.theme.theme import Theme
from ui.widgets.buttons import IconButton
from ui.widgets.card import clear_layout, hairline, row
from ui.widgets.labels import label, set_text
from ui.widgets.scroll import scrolling

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop


class ReceiptPanel(QFrame):
    """Shows a receipt; ``closed`` after the person has read it."""

    closed = Signal()

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
        self._close = IconButton(theme, "close")
        self._close.clicked.connect(self.closed)
        self._lay_out()

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
        self._show_rows(state.rows)
        self.setAccessibleName(state.title)
        self.setAccessibleDescription(f"{state.sum}. {state.sentence} {state.rule} {state.cycle}")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
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
        column.addStretch(1)
        return body

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
    cell.setText(text)
    return cell
