"""The table model of the last entries: named columns, ready-made texts."""

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from ui.entries.state import EntriesState, EntryRow
from ui.theme.fonts import Role, font

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns in their order."""

    TIME = 0
    WITH = 1
    HOW = 2
    LENGTH = 3
    COUNTED = 4
    AFTER = 5


#: The whole :class:`EntryRow` of an index.
ROW = Qt.ItemDataRole.UserRole

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class EntriesModel(QAbstractTableModel):
    """Serves the lines of an entries state."""

    def __init__(self) -> None:
        super().__init__()
        self._state = EntriesState("", (), (), "")

    def show_state(self, state: EntriesState) -> None:
        """Serve another list."""
        self.beginResetModel()
        self._state = state
        self.endResetModel()

    def entry(self, index: Index) -> EntryRow:
        """The line of a valid index."""
        return self._state.rows[index.row()]

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._state.rows)

    @override
    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(Column)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry, column = self.entry(index), Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _text(entry, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(column)
            case Qt.ItemDataRole.AccessibleTextRole:
                return entry.spoken if column is Column.TIME else _text(entry, column)
            case _:
                return entry if role == ROW else None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or section >= len(self._state.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._state.columns[section]
        if role == Qt.ItemDataRole.FontRole:
            return font(Role.SMALL)
        return _alignment(Column(section)) if role == Qt.ItemDataRole.TextAlignmentRole else None


def _text(entry: EntryRow, column: Column) -> str:
    texts = (entry.time, entry.who, entry.how, entry.length, entry.billed, entry.after)
    return texts[column]


def _alignment(column: Column) -> Qt.AlignmentFlag:
    return _RIGHT if column >= Column.LENGTH else _LEFT
