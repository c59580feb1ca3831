"""The two tables of the mapping dialog: the lines as they are, and what they become."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem
from typing_extensions import override

from ui.mapping.preview import PreviewState
from ui.theme.fonts import Role, font

_LINE = 26
_LONGEST = 220
_SHORTEST = 60


class LinesTable(QTableWidget):
    """A table to look at: a few lines high, both ways scrolling, Tab leaves it."""

    def __init__(self, name: str, *, lines: int) -> None:
        super().__init__()
        self._lines = lines
        self.setAccessibleName(name)
        self.setFont(font(Role.SMALL))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_LINE)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.horizontalHeader().setHighlightSections(False)
        self.setMinimumHeight(_LINE * 3)

    @override
    def sizeHint(self) -> QSize:
        return QSize(300, _LINE * (self._lines + 1) + 20)

    def show_lines(self, names: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> None:
        """Show lines as the file writes them."""
        self._start(names, len(rows))
        for place, row in enumerate(rows):
            for column, cell in enumerate(row[: len(names)]):
                self.setItem(place, column, _item(cell))
        self._fit()

    def show_preview(self, state: PreviewState) -> None:
        """Show what the lines become; a reason takes the place of all cells but the first."""
        chosen = self.currentRow()
        self._start(state.columns, len(state.rows))
        for place, row in enumerate(state.rows):
            for column, cell in enumerate(row.cells):
                self.setItem(place, column, _item(cell))
            if row.refused:
                self.setSpan(place, 1, 1, len(state.columns) - 1)
                self.setItem(place, 1, _item(f"⚠ {row.refused}"))
        self._fit()
        if 0 <= chosen < self.rowCount():
            self.setCurrentCell(chosen, 0)

    def _start(self, names: tuple[str, ...], lines: int) -> None:
        self.clearSpans()
        self.clear()
        self.setColumnCount(len(names))
        self.setRowCount(lines)
        self.setHorizontalHeaderLabels(list(names))

    def _fit(self) -> None:
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column in range(self.columnCount()):
            wanted = max(self.sizeHintForColumn(column), header.sectionSizeHint(column)) + 8
            self.setColumnWidth(column, max(_SHORTEST, min(wanted, _LONGEST)))
        header.setStretchLastSection(True)


def _item(text: str) -> QTableWidgetItem:
    made = QTableWidgetItem(text.replace("\n", " "))
    made.setToolTip(text)
    return made
