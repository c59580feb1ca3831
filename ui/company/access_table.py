"""A list of the dialog of people and access: chosen by the arrow keys, however long it is."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem
from typing_extensions import override

from ui.company.access_state import AccessPart
from ui.theme.fonts import Role, font

_LINE, _LINES = 30, 6
_ID = Qt.ItemDataRole.UserRole


class AccessTable(QTableWidget):
    """Rows of which one is chosen; Tab leaves it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFont(font(Role.SMALL))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_LINE)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.horizontalHeader().setHighlightSections(False)
        self.setMinimumHeight(_LINE * 4)

    @property
    def chosen(self) -> str:
        """The id of the chosen line, "" for none."""
        item = self.item(self.currentRow(), 0)
        return str(item.data(_ID)) if item is not None else ""

    @override
    def sizeHint(self) -> QSize:
        return QSize(300, _LINE * (_LINES + 1) + 8)

    def show_rows(self, part: AccessPart, keep: str) -> None:
        """Show the rows of a list; the line of the id ``keep`` is chosen, else the first."""
        self.blockSignals(True)
        self.clear()
        self.setColumnCount(len(part.columns))
        self.setRowCount(len(part.rows))
        self.setHorizontalHeaderLabels(list(part.columns))
        for place, line in enumerate(part.rows):
            for column, cell in enumerate(line.cells):
                item = QTableWidgetItem(cell)
                item.setToolTip(cell)
                item.setData(_ID, line.id)
                self.setItem(place, column, item)
        self._fit(part)
        ids = [line.id for line in part.rows]
        self.setCurrentCell(ids.index(keep) if keep in ids else 0, 0)
        self.blockSignals(False)

    def _fit(self, part: AccessPart) -> None:
        header, metrics = self.horizontalHeader(), QFontMetrics(self.font())
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, name in enumerate(part.columns):
            texts = [name, *(line.cells[column] for line in part.rows[:200])]
            wanted = max(metrics.horizontalAdvance(text) for text in texts) + 26
            self.setColumnWidth(column, min(wanted, 240))
        header.setStretchLastSection(True)
