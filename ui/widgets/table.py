"""A table of a page: as tall as its lines up to a limit, with fewer columns where narrow."""

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView
from typing_extensions import override

from ui.theme.fonts import Role, font, text_percent
from ui.theme.theme import Theme
from ui.widgets.card import is_press
from ui.widgets.table_model import LinesModel
from ui.widgets.table_paint import ICON, SIDE, LinePainter
from ui.widgets.table_state import Cell, TableState

#: Of so many lines the longest words decide how wide a column is, or a thousand would be measured.
_MEASURED = 6
#: What the main column has at least before others leave, in px.
_MAIN = 260
_BAR = 90
_ABOVE, _SECOND = 15, 16


class LinesTable(QTableView):
    """Shows a table; ``menu_asked`` carries a line's key and where its menu should open.

    ``most``: with more lines the table scrolls by itself.
    """

    menu_asked = Signal(str, QPoint)

    def __init__(self, theme: Theme, *, most: int = 14) -> None:
        super().__init__()
        self._most = most
        self._lines = LinesModel()
        self._painter = LinePainter(theme)
        self._needs: list[int] = []
        #: Columns come and go, which resizes the table before there is anything to fit.
        self._changing = False
        self.setModel(self._lines)
        self.setItemDelegate(self._painter)
        self.setFont(font(Role.BODY))
        self._set_up_lines()
        self._set_up_columns()

    def show_state(self, state: TableState) -> None:
        """Show a table, keeping the line that is chosen; the same one again changes nothing."""
        if state == self._lines.state:
            return
        chosen, place = self.currentIndex().row(), self.verticalScrollBar().value()
        self._changing = True
        self._lines.show_state(state)
        self._changing = False
        self.setAccessibleName(state.name)
        self._needs = [self._need(column) for column in range(len(state.columns))]
        self._fit()
        if self.hasFocus() and state.lines:
            self.setCurrentIndex(self._lines.index(max(0, min(chosen, len(state.lines) - 1)), 0))
        self.updateGeometries()  # or there would be nothing to scroll yet
        self.verticalScrollBar().setValue(place)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            columns = self._lines.state.columns
            self._needs = [self._need(column) for column in range(len(columns))]
            self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._changing:
            self._fit()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._lines.rowCount():
            self.setCurrentIndex(self._lines.index(0, 0))
        self.selectRow(self.currentIndex().row())

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        ):
            self.clearSelection()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_press(event):
            self._ask(self.currentIndex(), self._below(self.currentIndex()))
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        index = self.indexAt(place)
        last = index.isValid() and index.column() == self._lines.columnCount() - 1
        if last and event.button() is Qt.MouseButton.LeftButton:
            self._ask(index, self.mapToGlobal(place))

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            self._ask(self.indexAt(event.pos()), event.globalPos())
        else:
            self._ask(self.currentIndex(), self._below(self.currentIndex()))

    def _ask(self, index: QModelIndex, place: QPoint) -> None:
        if index.isValid() and (key := self._lines.line(index).key):
            self.menu_asked.emit(key, place)

    def _below(self, index: QModelIndex) -> QPoint:
        return self.mapToGlobal(self.visualRect(index).bottomLeft() + QPoint(SIDE, 0))

    def _set_up_lines(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(10)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _set_up_columns(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(16)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _fit(self) -> None:
        """Let columns leave until the rest has room, then share out what is left over."""
        columns = self._lines.state.columns
        if not columns:
            return
        room = self._room()
        shown = list(range(len(columns)))
        for column in sorted(shown, key=lambda each: -columns[each].drop):
            if columns[column].drop and self._wanted(shown) > room:
                shown.remove(column)
        widths = self._widths(shown, room)
        lefts, x = {}, 0
        for column in range(len(columns)):
            self.setColumnHidden(column, column not in widths)
            if column in widths:
                lefts[column], x = x, x + widths[column]
                self.setColumnWidth(column, widths[column])
        dropped = tuple(each for each in range(len(columns)) if each not in widths)
        told = tuple(each for each in dropped if self._is_told(each))
        self._painter.stack(told, lefts, x)
        self._lines.stacked = bool(told)
        self._fit_height(stacked=bool(told))

    def _is_told(self, column: int) -> bool:
        return any(line.cells[column].told for line in self._lines.state.lines[:50])

    def _wanted(self, shown: list[int]) -> int:
        main = self._lines.state.main
        least = min(self._needs[main], max(_MAIN, self._lines.state.columns[main].least))
        return least + sum(self._needs[each] for each in shown if each != main)

    def _widths(self, shown: list[int], room: int) -> dict[int, int]:
        columns, main = self._lines.state.columns, self._lines.state.main
        widths = {each: self._needs[each] for each in shown}
        spare = room - sum(widths.values())
        if spare < 0:
            widths[main] = max(60, widths[main] + spare)
            return widths
        parts = sum(columns[each].grow for each in shown) or 1
        for each in shown:
            widths[each] += spare * columns[each].grow // parts
        widths[main] += room - sum(widths.values())
        return widths

    def _fit_height(self, *, stacked: bool) -> None:
        height = QFontMetrics(font(Role.BODY)).height() + _ABOVE
        height += _SECOND * text_percent() // 100 if stacked else 0
        if self.verticalHeader().defaultSectionSize() != height:
            self.verticalHeader().setDefaultSectionSize(height)
        count = self._lines.rowCount()
        scrolls = count > self._most
        bar = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            bar.ScrollBarAlwaysOn if scrolls else bar.ScrollBarAlwaysOff
        )
        lines = height * min(count, self._most)
        wanted = lines + self.horizontalHeader().sizeHint().height() + 2
        if self.height() != wanted or self.maximumHeight() != wanted:
            self.setFixedHeight(wanted)

    def _room(self) -> int:
        # Not asked of the viewport: wrapping a widget Qt made loads all its kinds, for 30 ms.
        scrolls = self._lines.rowCount() > self._most
        bar = self.verticalScrollBar().sizeHint().width() if scrolls else 0
        return self.width() - 2 * self.frameWidth() - bar

    def _need(self, column: int) -> int:
        state = self._lines.state
        metrics, small = QFontMetrics(font(Role.STRONG)), QFontMetrics(font(Role.SMALL))
        cells = sorted((line.cells[column] for line in state.lines), key=_length)[-_MEASURED:]
        words = max((_width(cell, metrics, small) for cell in cells), default=0)
        head = small.horizontalAdvance(state.columns[column].title) + 2
        return max(words, head, state.columns[column].least) + 2 * SIDE


def _length(cell: Cell) -> int:
    return len(cell.text) + len(cell.note)


def _width(cell: Cell, metrics: QFontMetrics, small: QFontMetrics) -> int:
    if cell.bar is not None:
        return _BAR
    note = small.horizontalAdvance(cell.note) + SIDE if cell.note else 0
    mark = ICON + SIDE if cell.mark else 0
    return metrics.horizontalAdvance(cell.text) + note + mark + 2
