"""A card of a page: its title, what stands at the right of it, and often a table."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ui.theme.fonts import Role
from ui.theme.theme import Theme
from ui.widgets.card import Card, section_title
from ui.widgets.labels import ElidedLabel, label, set_text
from ui.widgets.link import LinkButton
from ui.widgets.table import LinesTable
from ui.widgets.table_state import TableState
from ui.widgets.turning import turn, turning

#: Narrower than this what stands at the right of a title goes below it, in px.
_WIDE = 330
_INSET = 8


class Section(Card):
    """A titled card; ``edit_asked`` after the press on the link at the right of its title.

    ``tables``: it holds tables, which stand a little wider than the words above and below them.
    """

    edit_asked = Signal()

    def __init__(self, theme: Theme, *, tables: bool = False) -> None:
        super().__init__()
        self._inset = _INSET if tables else 0
        self._title = section_title()
        self._title.setWordWrap(True)
        self._note = ElidedLabel(Role.SMALL, ink="soft")
        self._edit = LinkButton(theme)
        self._edit.clicked.connect(self.edit_asked)
        self._note.hide()
        self._edit.hide()
        self._head = turning(spacing=10)
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self._note)
        # Aligned, or below the title its own width would be the title's too.
        self._head.addWidget(self._edit, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addLayout(self._head)
        if tables:
            self.column.setContentsMargins(8, 14, 8, 12)
            self._head.setContentsMargins(_INSET, 0, _INSET, 0)

    def show_head(self, title: str, *, note: str = "", edit: str = "") -> None:
        """Show the title, a soft note and the name of the link, "" for none."""
        set_text(self._title, title)
        set_text(self._note, note)
        self._edit.set_name(edit)
        self.setAccessibleName(title)

    def add_inset(self, layout: QLayout) -> None:
        """Add a layout in line with the title."""
        inset = QVBoxLayout()
        inset.setContentsMargins(self._inset, 0, self._inset, 0)
        inset.addLayout(layout)
        self.column.addLayout(inset)

    def add_words(self, *parts: QWidget) -> None:
        """Add words in line with the title."""
        for part in parts:
            part.setContentsMargins(self._inset, 0, self._inset, 0)
            self.column.addWidget(part)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= _WIDE
        turn(self._head, wide=wide)
        # Above each other the title would take the height that a sentence below it needs.
        self._head.setStretch(0, 1 if wide else 0)
        self._head.setSpacing(10 if wide else 1)


class TableSection(Section):
    """A card whose body begins with a table."""

    def __init__(self, theme: Theme, *, most: int = 14) -> None:
        super().__init__(theme, tables=True)
        self.table = LinesTable(theme, most=most)
        self.column.addWidget(self.table)

    def show_table(self, state: TableState) -> None:
        """Show the table, or none where it has no lines."""
        self.table.setVisible(bool(state.lines))
        self.table.show_state(state)


def quiet() -> QLabel:
    """A quiet sentence that wraps."""
    return label(Role.SMALL, ink="soft", wrap=True)
