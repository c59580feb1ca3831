"""The Activity page: shows its state, and says what people want of the list."""

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QAction, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from ui.activity.bar import FilterBar
from ui.activity.rows import ActivityRow
from ui.activity.state import ActivityState, fitting
from ui.activity.table import ActivityTable
from ui.theme.fonts import Role
from ui.theme.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.card import GAP, Card, row
from ui.widgets.labels import label

_MARGIN = 22
#: Narrower than this the page has narrow margins, and the list its first columns, in px.
_WIDE = 560
_INSIDE = 6


class ActivityPage(QWidget):
    """The page.

    ``searched`` carries words, ``filter_chosen`` the key of a filter's line, ``sorted_by`` a
    column; ``rows_wanted`` first and last line in sight; ``chosen`` spans of lines;
    ``action_asked`` the key of an action on what is chosen; ``column_toggled`` a key, "" for the
    usual ones; ``columns_moved`` the keys in order; ``column_resized`` key and width.
    """

    searched = Signal(str)
    filter_chosen = Signal(str)
    cleared = Signal()
    export_asked = Signal()
    sorted_by = Signal(str)
    rows_wanted = Signal(int, int)
    chosen = Signal(object)
    action_asked = Signal(str)
    column_toggled = Signal(str)
    columns_moved = Signal(object)
    column_resized = Signal(str, int)

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
        self._empty = QWidget()
        self._empty_title = label(Role.HEADLINE)
        self._empty_sentence = label(Role.BODY, ink="soft", wrap=True)
        self._show_all = button()
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

    def insert_news(self, widget: QWidget) -> None:
        """Place a row above the list, such as an import; it shows and hides itself."""
        self._news.addWidget(widget)

    def leave_room(self, width: int) -> None:
        """Leave so much at the right to a receipt beside the list, in px."""
        if width != self._beside:
            self._beside = width
            self._set_margins()
            self._show_headings()

    def show_state(self, state: ActivityState) -> None:
        """Show the page."""
        before, self._state = self._state, state
        self._title.setText(state.title)
        self._count.setText(state.count)
        if before is not None and before.count != state.count:
            self._count.setAccessibleName(state.count)
        self.bar.show_state(state)
        self.table.setAccessibleName(f"{state.list_name}, {state.count}")
        self._show_headings()
        empty = state.empty
        self.table.setVisible(empty is None)
        self._empty.setVisible(empty is not None)
        if empty is not None:
            self._empty_title.setText(empty.title)
            self._empty_sentence.setText(empty.sentence)
            set_text_of(self._show_all, empty.clear)

    def start_list(self, count: int, *, current: int | None, top: int | None) -> None:
        """Begin another list of so many lines."""
        self.table.start(count, current=current, top=top)

    def put_lines(self, page: int, rows: tuple[ActivityRow, ...]) -> None:
        """Take in a page of lines."""
        self.table.lines.put(page, rows)

    def to_clipboard(self, text: str) -> None:
        """Put a text where it can be pasted."""
        QGuiApplication.clipboard().setText(text)

    def _show_headings(self) -> None:
        if self._state is None:
            return
        margins = self._column.contentsMargins()
        room = self.width() - margins.left() - margins.right() - 2 * _INSIDE
        self.table.show_headings(fitting(self._state.headings, room))

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
        inside = QVBoxLayout(self._empty)
        inside.addStretch(1)
        for part in (self._empty_title, self._empty_sentence):
            inside.addWidget(part)
        inside.addLayout(row(self._show_all, 1))
        inside.addStretch(3)
        self._empty.hide()

    def _connect_parts(self) -> None:
        bar, table = self.bar, self.table
        bar.searched.connect(self.searched)
        bar.chosen.connect(self.filter_chosen)
        bar.cleared.connect(self.cleared)
        bar.export_asked.connect(self.export_asked)
        bar.left.connect(table.setFocus)
        self._show_all.clicked.connect(self.cleared)
        table.rows_wanted.connect(self.rows_wanted)
        table.chosen.connect(self.chosen)
        table.action_asked.connect(self.action_asked)
        table.menu_asked.connect(self._on_menu)
        table.sorted_by.connect(self.sorted_by)
        table.columns_asked.connect(self._on_columns)
        table.moved_to.connect(self.columns_moved)
        table.resized_by_hand.connect(self.column_resized)

    def _on_menu(self, place: QPoint) -> None:
        if self._state is None or not self.table.spans():
            return
        menu = QMenu(self)
        for key, text, shortcut in self._state.actions:
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
            action.setEnabled(key != "with")
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


def set_text_of(widget: "QWidget", text: str) -> None:
    """Name a button and hide it where it has no name."""
    widget.setProperty("text", text)
    widget.setVisible(bool(text))


def _open(menu: QMenu, place: QPoint) -> None:
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(place)
