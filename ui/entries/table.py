"""The card of the last entries: a table as tall as its lines; a line opens its receipt."""

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView
from typing_extensions import override

from ui.entries.model import Column, EntriesModel
from ui.entries.paint import EntryPainter
from ui.entries.state import EntriesState
from ui.theme.fonts import Role, font, text_percent
from ui.theme.theme import Theme
from ui.widgets.card import Card, is_press, section_title
from ui.widgets.labels import label, set_text

#: What is left out first where room is short; who it was with and what it counted always stay.
_LESSER = (Column.AFTER, Column.HOW, Column.LENGTH)
#: What the name and number should have before other columns, and what they always have, in px
#: at 100 % text.
_WITH_WANTS, _WITH_LEAST = 160, 80


class EntriesCard(Card):
    """Shows the last entries; ``receipt_asked`` carries an entry's id."""

    receipt_asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._title = section_title()
        self._empty = label(Role.BODY, ink="soft", wrap=True)
        self._table = EntriesTable(theme)
        self._table.receipt_asked.connect(self.receipt_asked)
        self.column.setContentsMargins(8, 12, 8, 8)
        self._title.setContentsMargins(8, 0, 8, 0)
        self._empty.setContentsMargins(8, 4, 8, 8)
        for part in (self._title, self._empty, self._table):
            self.column.addWidget(part)

    def show_state(self, state: EntriesState) -> None:
        """Show a list."""
        set_text(self._title, state.title)
        set_text(self._empty, "" if state.rows else state.empty)
        self._table.setVisible(bool(state.rows))
        self._table.setAccessibleName(state.title)
        self._table.show_state(state)


class EntriesTable(QTableView):
    """The table itself: whole lines, no scrolling of its own, Enter or a click asks."""

    receipt_asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._entries = EntriesModel()
        self._painter = EntryPainter(theme)
        self.setModel(self._entries)
        self.setItemDelegate(self._painter)
        self.setFont(font(Role.BODY))
        self.clicked.connect(self._ask)
        self._set_up_lines()
        self._set_up_columns()

    def show_state(self, state: EntriesState) -> None:
        """Show a list, keeping the line that is chosen."""
        chosen = self.currentIndex().row()
        self._entries.show_state(state)
        self._fit_lines()
        self._fit_columns()
        if 0 <= chosen < self._entries.rowCount():
            self.setCurrentIndex(self._entries.index(chosen, 0))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_press(event):
            self._ask(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_lines()
            self._fit_columns()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _set_up_lines(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _set_up_columns(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(40)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _fit_columns(self) -> None:
        """Give every column what it needs and the rest to whom it was with."""
        for column in _LESSER:
            self.setColumnHidden(column, False)  # the heading of a hidden one needs nothing
        others = (each for each in Column if each is not Column.WITH)
        needs: dict[Column, int] = {each: self._need(each) for each in others}
        # Not asked of the viewport: wrapping a widget Qt made loads all its kinds, for 30 ms.
        room = self.width() - 2 * self.frameWidth()
        for column in _LESSER:
            short = sum(needs.values()) + _WITH_WANTS * text_percent() // 100 > room
            self.setColumnHidden(column, short)
            if short:
                del needs[column]
        for column, need in needs.items():
            self.setColumnWidth(column, need)
        self.setColumnWidth(Column.WITH, max(_WITH_LEAST, room - sum(needs.values())))

    def _need(self, column: Column) -> int:
        heading = self.horizontalHeader().sectionSizeHint(column)
        return max(heading, self.sizeHintForColumn(column))

    def _fit_lines(self) -> None:
        """Be as tall as the lines, for the page scrolls, not the table."""
        self.resizeRowsToContents()
        lines = sum(self.rowHeight(line) for line in range(self._entries.rowCount()))
        around = self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth()
        self.setFixedHeight(lines + around)

    def _ask(self, index: QModelIndex) -> None:
        if index.isValid():
            self.receipt_asked.emit(self._entries.entry(index).id)
