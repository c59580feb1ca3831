"""The Activity page: shows its state, and says what people want of the list."""

from PySide6.QtCore import QEvent, QPoint, QSize, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAction,
    QGuiApplication,
    QResizeEvent,
)
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from ui.activity.bar import FilterBar
from ui.activity.columns import FIXED
from ui.activity.days import DaysDialog
from ui.activity.empty import EmptyList
from ui.activity.periods import DAYS
from ui.activity.state import ActivityState, fitting, offered
from ui.activity.table import ActivityTable
from ui.theme.fonts import Role, text_percent
from ui.theme.theme import Theme
from ui.widgets.card import GAP, Card, row
from ui.widgets.labels import label

_MARGIN = 22
#: Narrower than this the page has narrow margins, and the list its first columns, in px.
_WIDE = 560
_INSIDE = 6


class ActivityPage(QWidget):
    """The page.

    ``searched`` carries words, ``filter_chosen`` the key of a filter's line, ``way_asked`` that of
    a way out, ``action_asked`` that of an action on what is chosen, ``column_toggled`` that of a
    column, "" for the usual ones. ``left``: Esc was pressed. The table tells the rest.
    """

    searched = Signal(str)
    filter_chosen = Signal(str)
    way_asked = Signal(str)
    export_asked = Signal()
    action_asked = Signal(str)
    column_toggled = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("part", "page")
        self._state: ActivityState | None = None
        self._beside = 0
        self._title = label(Role.PAGE_TITLE)
        self._count = label(Role.SMALL, ink="soft")
        self.bar = FilterBar()
        self._card = Card()
        self.table = ActivityTable(theme)
        self._empty = EmptyList()
        self._column = QVBoxLayout(self)
        self._news = QVBoxLayout()
        self._lay_out()
        self._connect_parts()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(300, 220)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_margins()
        self._show_headings()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._show_headings()

    def insert_news(self, widget: QWidget) -> None:
        """Place a row above the list, such as an import; it shows and hides itself."""
        self._news.addWidget(widget)

    def first_focus(self) -> QWidget | None:
        """Return what has the keyboard at first: the list, or the first way out of having none."""
        return self._empty.first_way if self.table.isHidden() else self.table

    def leave_room(self, width: int) -> None:
        """Leave so much at the right to a receipt beside the list, in px."""
        if width != self._beside:
            self._beside = width
            self._set_margins()
            self._show_headings()

    def parts(self) -> tuple[QWidget, ...]:
        """The parts that F6 goes through."""
        return self.bar, self._card

    def show_state(self, state: ActivityState) -> None:
        """Show the page."""
        before, self._state = self._state, state
        self._title.setText(state.title)
        self._count.setText(state.count)
        if before is not None and before.count != state.count:
            self._tell_count(state.count)
        self.bar.show_state(state)
        self.table.setAccessibleName(f"{state.list_name}, {state.count}")
        self._show_headings()
        empty = state.empty
        self.table.setVisible(empty is None)
        self._empty.setVisible(empty is not None)
        if empty is not None:
            self._empty.show_state(empty)

    def to_clipboard(self, text: str) -> None:
        """Put a text where it can be pasted."""
        QGuiApplication.clipboard().setText(text)

    def _tell_count(self, count: str) -> None:
        """Let screen readers say how many were found, wherever the keyboard is."""
        self._count.setAccessibleName(count)
        if count:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._count, count))

    def _show_headings(self) -> None:
        if self._state is None:
            return
        margins = self._column.contentsMargins()
        room = self.width() - margins.left() - margins.right() - 2 * _INSIDE
        self.table.show_headings(fitting(self._state.headings, room * 100 // text_percent()))

    def _set_margins(self) -> None:
        wide = self.width() - self._beside >= _WIDE
        side = _MARGIN if wide else GAP
        self._column.setContentsMargins(side, 18 if wide else GAP, side + self._beside, GAP)

    def _lay_out(self) -> None:
        column = self._column
        column.setSpacing(GAP)
        column.addLayout(row(self._title, 1, self._count))
        column.addLayout(self._news)
        column.addWidget(self.bar)
        self._card.column.setContentsMargins(_INSIDE, _INSIDE, _INSIDE, _INSIDE)
        self._card.column.addWidget(self.table, 1)
        self._card.column.addWidget(self._empty, 1)
        column.addWidget(self._card, 1)
        self._empty.hide()

    def _connect_parts(self) -> None:
        bar, table = self.bar, self.table
        bar.searched.connect(self.searched)
        bar.chosen.connect(self._on_filter)
        bar.cleared.connect(self._on_cleared)
        bar.export_asked.connect(self.export_asked)
        bar.list_wanted.connect(table.setFocus)
        bar.left.connect(self._on_left)
        self._empty.way_asked.connect(self.way_asked)
        table.action_asked.connect(self.action_asked)
        table.menu_asked.connect(self._on_menu)
        table.left.connect(self.left)
        table.heads.menu_asked.connect(self._on_columns)

    def _on_filter(self, key: str) -> None:
        if key != DAYS:
            self.filter_chosen.emit(key)
        elif self._state is not None:
            # The line was checked by the press; what holds is shown again until there is an answer.
            self.bar.show_menus(self._state)
            dialog = DaysDialog(self._state.days, self)
            dialog.chosen.connect(self.filter_chosen)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    def _on_cleared(self) -> None:
        self.way_asked.emit("clear")

    def _on_left(self) -> None:
        """Esc in an empty field goes back to the list."""
        self.table.setFocus()
        self.left.emit()

    def _on_menu(self, place: QPoint) -> None:
        if self._state is None or not self.table.spans():
            return
        menu = QMenu(self)
        row = self.table.lines.row(self.table.currentIndex().row())
        several = sum(count for _, count in self.table.spans()) > 1
        for key, text, shortcut in offered(self._state, row, several=several):
            action = menu.addAction(f"{text}\t{shortcut}" if shortcut else text)
            action.setData(key)
            action.triggered.connect(self._on_action)
        _open(menu, place)

    def _on_action(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.action_asked.emit(str(action.data()))

    def _on_columns(self, place: QPoint) -> None:
        if self._state is None:
            return
        menu = QMenu(self)
        for key, name, shown in self._state.column_menu:
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(shown)
            action.setEnabled(key != FIXED)
            action.setData(key)
            action.triggered.connect(self._on_column)
        menu.addSeparator()
        usual = menu.addAction(self._state.usual_columns)
        usual.setData("")
        usual.triggered.connect(self._on_column)
        _open(menu, place)

    def _on_column(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.column_toggled.emit(str(action.data()))


def _open(menu: QMenu, place: QPoint) -> None:
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(place)
