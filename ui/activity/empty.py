"""What stands where the list has no lines: a sentence, and ways out as buttons."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.activity.state import EmptyState
from ui.theme.fonts import Role
from ui.widgets.buttons import button
from ui.widgets.card import GAP
from ui.widgets.flow import Flow
from ui.widgets.labels import label


class EmptyList(QWidget):
    """``way_asked`` carries the key of the button that was pressed."""

    way_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "clear")
        self._title = label(Role.HEADLINE, wrap=True)
        self._sentence = label(Role.BODY, ink="soft", wrap=True)
        self._ways = Flow()
        self._shown: EmptyState | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.addStretch(1)
        column.addWidget(self._title)
        column.addWidget(self._sentence)
        column.addLayout(self._ways)
        column.addStretch(3)

    def show_state(self, state: EmptyState) -> None:
        """Show why there are no lines."""
        if state == self._shown:
            return
        self._shown = state
        self._title.setText(state.title)
        self._sentence.setText(state.sentence)
        self._ways.clear()
        for key, text in state.ways:
            way = button()
            way.setText(text)
            way.setProperty("key", key)
            way.clicked.connect(self._on_way)
            self._ways.addWidget(way)

    @property
    def first_way(self) -> QWidget | None:
        """The first button, ``None`` where there is none."""
        first = self._ways.itemAt(0)
        return first.widget() if first is not None else None

    def _on_way(self) -> None:
        self.way_asked.emit(str(self.sender().property("key")))
