"""The table model of a page's tables: ready-made cells by line and column."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from ui.theme.fonts import Role, font
from ui.widgets.table_state import Cell, Line, TableState

Index = QModelIndex | QPersistentModelIndex

#: The whole :class:`Line` of an index.
LINE = Qt.ItemDataRole.UserRole
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class LinesModel(QAbstractTableModel):
    """Serves the lines of a table."""

    def __init__(self) -> None:
        super().__init__()
        self.state = TableState("")
        #: Columns have left, so that a line tells all of itself on hover.
        self.stacked = False

    def show_state(self, state: TableState) -> None:
        """Serve another table; new words in the same lines and columns leave the view alone."""
        before = self.state
        if before.columns == state.columns and len(before.lines) == len(state.lines):
            self.state = state
            if state.lines:
                last = self.index(self.rowCount() - 1, self.columnCount() - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self.state = state
        self.endResetModel()

    def line(self, index: Index) -> Line:
        """The line of a valid index."""
        return self.state.lines[index.row()]

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.state.lines)

    @override
    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.state.columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.line(index)
        cell = line.cells[index.column()]
        told: dict[int, Any] = {
            LINE: line,
            Qt.ItemDataRole.DisplayRole: cell.text,
            Qt.ItemDataRole.TextAlignmentRole: self._alignment(index.column()),
        }
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.spoken if self._is_read(index.column()) else _told(cell)
        if role == Qt.ItemDataRole.ToolTipRole and self.stacked:
            return line.spoken
        return told.get(role)

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        return _RIGHT if self.state.columns[column].right else _LEFT

    def _is_read(self, column: int) -> bool:
        """Whether a whole line is read at its cell: the first one, which may have left."""
        return column in (0, self.state.main)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or section >= self.columnCount():
            return None
        column = self.state.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.FontRole:
            return font(Role.SMALL)
        return self._alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None


def _told(cell: Cell) -> str:
    return cell.aloud or cell.told or " ".join(piece for piece in (cell.text, cell.note) if piece)
