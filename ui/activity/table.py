"""The list itself: a table that asks for the lines it shows and says what is chosen in it."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView
from typing_extensions import override

from ui.activity.columns import NAME_LEAST
from ui.activity.model import ActivityModel, Index
from ui.activity.paint import HEIGHT, ActivityPainter
from ui.activity.state import Heading
from ui.theme.fonts import Role, font
from ui.theme.theme import Theme

_END = QAbstractItemView.CursorAction.MoveEnd
_LETTERS = {int(Qt.Key.Key_N): "note", int(Qt.Key.Key_T): "tags"}
#: How long the keyboard rests on a line before its receipt is read.
_PAUSE_MS = 140
Span = tuple[int, int]


class ActivityTable(QTableView):
    """``rows_wanted`` carries the first and last line in sight; ``chosen`` after a pause.

    ``chosen`` carries spans of lines, first and count each; ``action_asked`` the key of an action;
    ``sorted_by`` and ``columns_asked`` come from the heads; ``resized_by_hand`` a column's key and
    width.
    """

    rows_wanted = Signal(int, int)
    chosen = Signal(object)
    action_asked = Signal(str)
    menu_asked = Signal(QPoint)
    sorted_by = Signal(str)
    columns_asked = Signal(QPoint)
    moved_to = Signal(object)
    resized_by_hand = Signal(str, int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.lines = ActivityModel()
        self._painter = ActivityPainter(theme)
        self._headings: tuple[Heading, ...] = ()
        self._fitting = False
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._tell_chosen)
        self.setModel(self.lines)
        self.setItemDelegate(self._painter)
        self.setFont(font(Role.BODY))
        self._set_up_lines()
        self._set_up_heads()

    def show_headings(self, headings: tuple[Heading, ...]) -> None:
        """Show columns."""
        if headings == self._headings:
            return
        self._headings = headings
        self.lines.show_headings(headings)
        self._fit()

    def start(self, count: int, *, current: int | None = None, top: int | None = None) -> None:
        """Begin another list, at the line that was chosen and the one that was on top."""
        self.lines.start(count)
        if current is not None and current < count:
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(
                self.lines.index(current, 0), flags.ClearAndSelect | flags.Rows
            )
        if top is not None:
            self.verticalScrollBar().setValue(top)
        self.ask_for_lines()

    def spans(self) -> tuple[Span, ...]:
        """Return the chosen lines as spans, however many there are."""
        chosen = self.selectionModel().selection()
        found = (chosen.at(place) for place in range(chosen.count()))
        ranges = {(each.top(), each.bottom() + 1) for each in found}
        merged: list[Span] = []
        for first, end in sorted(ranges):
            if merged and first <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((first, end))
        return tuple((first, end - first) for first, end in merged)

    @property
    def top(self) -> int:
        """The line at the upper edge."""
        return max(0, self.rowAt(0))

    def ask_for_lines(self) -> None:
        """Ask for the lines in sight that have not come."""
        first = self.top
        count = self.viewport().height() // HEIGHT + 2
        self.rows_wanted.emit(first, first + count)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.action_asked.emit("why")
        elif plain and event.key() in _LETTERS:
            self.action_asked.emit(_LETTERS[event.key()])
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.action_asked.emit("copy")
        else:
            super().keyPressEvent(event)

    @override
    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        if action in (QAbstractItemView.CursorAction.MoveHome, _END):
            # To the first or last line, not to the first or last cell of this one.
            modifiers |= Qt.KeyboardModifier.ControlModifier
        return super().moveCursor(action, modifiers)

    @override
    def keyboardSearch(self, text: str) -> None:
        """Look for nothing: Qt would ask a million lines, and there is a field for that."""

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_asked.emit(event.globalPos())

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.lines.rowCount():
            self._go(self.top)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self.ask_for_lines()

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._pause.start()

    def _go(self, place: int) -> None:
        if 0 <= place < self.lines.rowCount():
            self.setCurrentIndex(self.lines.index(place, 0))

    def _tell_chosen(self) -> None:
        self.chosen.emit(self.spans())

    def _on_selection(self) -> None:
        self._pause.start()

    def _set_up_lines(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        rows = self.verticalHeader()
        rows.hide()
        # One height for all, or Qt would ask every line for its own.
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(HEIGHT)
        self.verticalScrollBar().valueChanged.connect(self.ask_for_lines)
        self.selectionModel().selectionChanged.connect(self._on_selection)

    def _set_up_heads(self) -> None:
        heads = self.horizontalHeader()
        heads.setHighlightSections(False)
        # Of its own, or with all lines chosen each painting would ask every one whether it is.
        heads.setSelectionModel(QItemSelectionModel(self.lines, heads))
        heads.setSectionsClickable(True)
        heads.setSectionsMovable(True)
        heads.setMinimumSectionSize(30)
        heads.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        heads.customContextMenuRequested.connect(self._on_heads_menu)
        heads.sectionClicked.connect(self._on_head)
        heads.sectionResized.connect(self._on_resized)
        heads.sectionMoved.connect(self._on_moved)

    def _on_heads_menu(self, place: QPoint) -> None:
        self.columns_asked.emit(self.horizontalHeader().mapToGlobal(place))

    def _on_head(self, section: int) -> None:
        if self._headings[section].sortable:
            self.sorted_by.emit(self._headings[section].key)

    def _on_resized(self, section: int, _: int, width: int) -> None:
        if not self._fitting and section < len(self._headings):
            self.resized_by_hand.emit(self._headings[section].key, width)

    def _on_moved(self) -> None:
        heads = self.horizontalHeader()
        places = range(len(self._headings))
        keys = tuple(self._headings[heads.logicalIndex(place)].key for place in places)
        if keys != tuple(each.key for each in self._headings):
            self.moved_to.emit(keys)

    def _fit(self) -> None:
        """Give every column its width and the rest to whom the entry was with."""
        self._fitting = True
        heads = self.horizontalHeader()
        others = 0
        for section, heading in enumerate(self._headings):
            if heads.visualIndex(section) != section:
                heads.moveSection(heads.visualIndex(section), section)
            if heading.key != "with":
                self.setColumnWidth(section, heading.width)
                others += heading.width
        for section, heading in enumerate(self._headings):
            if heading.key == "with":
                room = self.width() - 2 * self.frameWidth() - 12
                self.setColumnWidth(section, max(NAME_LEAST, room - others))
        self._fitting = False
