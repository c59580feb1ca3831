"""The list itself: a table that asks for the lines it shows and says what is chosen in it."""

from collections.abc import Iterable

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView
from typing_extensions import override

from ui.activity.columns import NAME_LEAST
from ui.activity.heads import Heads
from ui.activity.model import ActivityModel, Index
from ui.activity.paint import ActivityPainter
from ui.activity.state import Heading, Place
from ui.theme.fonts import Role, font
from ui.theme.theme import Theme

_LETTERS = {int(Qt.Key.Key_N): "note", int(Qt.Key.Key_T): "tags"}
_WITH_CONTROL = {int(Qt.Key.Key_R): "correct"}
#: How long the keyboard rests on a line before its receipt is read.
_PAUSE_MS = 140
#: More lines than this at once are a jump, and how long the list rests before those are read.
_FAR, _LANDING_MS = 200, 50
Span = tuple[int, int]
_FLAG = QItemSelectionModel.SelectionFlag
_ENDS = (QAbstractItemView.CursorAction.MoveHome, QAbstractItemView.CursorAction.MoveEnd)


class ActivityTable(QTableView):
    """``rows_wanted`` carries the first and last line in sight; ``chosen`` after a pause.

    ``chosen`` carries spans of lines, first and count each; ``action_asked`` the key of an action;
    ``menu_asked`` a place on the screen; ``left`` when Esc is pressed.
    """

    rows_wanted = Signal(int, int)
    chosen = Signal(object)
    action_asked = Signal(str)
    menu_asked = Signal(QPoint)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.lines = ActivityModel()
        self.heads = Heads(theme, self)
        self._rows = self.verticalHeader()
        self._theme, self._painter = theme, ActivityPainter(theme, self.lines)
        self._top = 0
        self._headings: tuple[Heading, ...] = ()
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._tell_chosen)
        self._landing = QTimer(self, interval=_LANDING_MS, singleShot=True)
        self._landing.timeout.connect(self.ask_for_lines)
        self.setHorizontalHeader(self.heads)
        self.setModel(self.lines)
        self.heads.part_from_lines()
        self.setItemDelegate(self._painter)
        self.setFont(font(Role.BODY))
        self._set_up_lines()

    def show_headings(self, headings: tuple[Heading, ...]) -> None:
        """Show columns."""
        if headings == self._headings:
            return
        self._headings = headings
        place = self._keep()
        self.lines.show_headings(headings)
        self._fit()
        self._restore(place)

    def start(self, count: int, place: Place) -> None:
        """Begin another list, with what was chosen and seen of it."""
        self._pause.stop()
        self._landing.stop()
        self.lines.start(count)
        self._restore(place)
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
        count = self.viewport().height() // self._painter.height + 2
        self.rows_wanted.emit(first, first + count)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self._theme.tokens.card))
        painter.end()
        self._painter.ringed = self.currentIndex().row() if self.hasFocus() else -1
        super().paintEvent(event)

    @override
    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        if action in _ENDS:
            # To the first or last line, not to the first or last cell of this one.
            modifiers |= Qt.KeyboardModifier.ControlModifier
        return super().moveCursor(action, modifiers)

    @override
    def keyboardSearch(self, text: str) -> None:
        """Look for nothing: Qt would ask a million lines, and there is a field for that."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not held:
            self.action_asked.emit("why")
        elif not held and key in _LETTERS:
            self.action_asked.emit(_LETTERS[key])
        elif held == Qt.KeyboardModifier.ControlModifier and key in _WITH_CONTROL:
            self.action_asked.emit(_WITH_CONTROL[key])
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.action_asked.emit("copy")
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        current = self.visualRect(self.currentIndex()) if by_key else None
        place = event.pos() if current is None else current.bottomLeft()
        self.menu_asked.emit(self.viewport().mapToGlobal(place))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.lines.rowCount():
            self.go(self.top)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._painter.measure()
            self._rows.setDefaultSectionSize(self._painter.height)
            self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self.ask_for_lines()

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._pause.start()
        self.viewport().update()

    def go(self, place: int) -> None:
        """Choose one line and bring it into sight."""
        if 0 <= place < self.lines.rowCount():
            self.setCurrentIndex(self.lines.index(place, 0))

    def _on_scrolled(self) -> None:
        first, before = self.top, self._top
        # The uppermost line tells its day, so it is another text than before it was uppermost.
        for line in {before, first}:
            self._paint_again(line)
        self._top = first
        if abs(first - before) > _FAR or self._landing.isActive():
            # To read all that flies past would hold up the painting of it.
            self._landing.start()
        else:
            self.ask_for_lines()

    def _paint_again(self, line: int) -> None:
        place = self.rowViewportPosition(line)
        self.viewport().update(0, place, self.viewport().width(), self._painter.height)

    def _keep(self) -> Place:
        current = self.currentIndex()
        return Place(self.spans(), current.row() if current.isValid() else None, self.top)

    def _restore(self, place: Place) -> None:
        count = self.lines.rowCount()
        spans = [(first, size) for first, size in place.spans if first + size <= count]
        if place.current is not None and place.current < count:
            self._choose(spans or [(place.current, 1)], place.current)
        if place.top is not None:
            self.verticalScrollBar().setValue(place.top)

    def _choose(self, spans: Iterable[Span], current: int) -> None:
        chosen, last = QItemSelection(), max(0, self.lines.columnCount() - 1)
        for first, count in spans:
            chosen.append(_range(self.lines, (first, count), last))
        selection = self.selectionModel()
        selection.setCurrentIndex(self.lines.index(current, 0), _FLAG.NoUpdate)
        selection.select(chosen, _FLAG.ClearAndSelect)

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
        # Lines that stay in sight are moved as they are; without a ground all would be painted.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        rows = self._rows
        rows.hide()
        # One height for all, or Qt would ask every line for its own.
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self._painter.height)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.selectionModel().selectionChanged.connect(self._on_selection)

    def _fit(self) -> None:
        room = (
            self.width() - 2 * self.frameWidth() - self.verticalScrollBar().sizeHint().width() - 2
        )
        self.heads.fit(self._headings, room, NAME_LEAST)


def _range(lines: ActivityModel, span: Span, last: int) -> QItemSelectionRange:
    first, count = span
    return QItemSelectionRange(lines.index(first, 0), lines.index(first + count - 1, last))
