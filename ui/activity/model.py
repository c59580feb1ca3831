"""The model of the list: as long as what was found, with the pages that have come so far."""

from collections import OrderedDict
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from ui.activity.rows import ActivityRow
from ui.activity.state import Heading
from ui.theme.fonts import Role, font

Index = QModelIndex | QPersistentModelIndex
#: Lines of a page, and pages kept: far more than a screen shows, far less than a million.
PAGE, _KEPT = 80, 60
#: The whole :class:`ActivityRow` of an index, ``None`` while its page is on its way.
ROW = Qt.ItemDataRole.UserRole

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT_FLAGS, _RIGHT_FLAGS = _LEFT.value, _RIGHT.value


class ActivityModel(QAbstractTableModel):
    """Serves lines by their place; those of a page that has not come are empty."""

    def __init__(self) -> None:
        super().__init__()
        self._count = 0
        self._pages: OrderedDict[int, tuple[ActivityRow, ...]] = OrderedDict()
        self._expected: dict[int, tuple[ActivityRow, ...]] = {}
        self._headings: tuple[Heading, ...] = ()

    def show_headings(self, headings: tuple[Heading, ...]) -> None:
        """Show other columns."""
        if headings == self._headings:
            return
        same = [each.key for each in headings] == [each.key for each in self._headings]
        if not same:
            self.beginResetModel()
        self._headings = headings
        if not same:
            self.endResetModel()
        elif headings:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(headings) - 1)

    def expect(self, page: int, rows: tuple[ActivityRow, ...]) -> None:
        """Take in a page of the list that is about to start, so that it never stands empty."""
        self._expected[page] = rows

    def start(self, count: int) -> None:
        """Begin another list of so many lines, of which those expected have come."""
        self.beginResetModel()
        self._count = count
        self._pages = OrderedDict(self._expected)
        self._expected = {}
        self.endResetModel()

    def put(self, page: int, rows: tuple[ActivityRow, ...]) -> None:
        """Take in a page."""
        self._pages[page] = rows
        while len(self._pages) > _KEPT:
            self._pages.popitem(last=False)
        last = min(self._count, (page + 1) * PAGE) - 1
        if rows and last >= page * PAGE and self._headings:
            start, end = self.index(page * PAGE, 0), self.index(last, len(self._headings) - 1)
            self.dataChanged.emit(start, end)

    def missing(self, first: int, last: int) -> list[int]:
        """Return the pages between two lines that have not come."""
        last = min(last, self._count - 1)
        wanted = range(max(0, first) // PAGE, last // PAGE + 1) if last >= 0 else range(0)
        return [page for page in wanted if page not in self._pages]

    def row(self, place: int) -> ActivityRow | None:
        """Return the line of a place, ``None`` while it is on its way."""
        page = self._pages.get(place // PAGE)
        if page is None:
            return None
        self._pages.move_to_end(place // PAGE)
        within = place % PAGE
        return page[within] if within < len(page) else None

    def key(self, column: int) -> str:
        """Return the key of a column."""
        return self._headings[column].key

    def alignment(self, column: int) -> int:
        """Return on which side the texts of a column stand."""
        return _RIGHT_FLAGS if self._headings[column].right else _LEFT_FLAGS

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._count

    @override
    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._headings)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        heading, row = self._headings[index.column()], self.row(index.row())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if heading.right else _LEFT
        if row is None:
            return None
        return self._of_row(row, heading, role)

    def _of_row(self, row: ActivityRow, heading: Heading, role: int) -> Any:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.texts[heading.key]
            case Qt.ItemDataRole.ToolTipRole:
                return row.tip(heading.key) or None
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken if heading is self._headings[0] else row.texts[heading.key]
            case _:
                return row if role == ROW else None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or section >= len(self._headings):
            return None
        heading = self._headings[section]
        arrow = {1: " ↑", -1: " ↓"}.get(heading.sorts, "")
        shown = {
            Qt.ItemDataRole.DisplayRole: f"{heading.title}{arrow}",
            Qt.ItemDataRole.AccessibleTextRole: heading.spoken,
            Qt.ItemDataRole.FontRole: font(Role.SMALL),
            Qt.ItemDataRole.TextAlignmentRole: _RIGHT if heading.right else _LEFT,
        }
        return shown.get(Qt.ItemDataRole(role))
