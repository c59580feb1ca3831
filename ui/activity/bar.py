"""The line above the list: the search field, the filters, the way to export."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from ui.activity.filters import FilterMenu
from ui.activity.late_menu import LateMenu
from ui.activity.state import ActivityState
from ui.widgets.buttons import button
from ui.widgets.card import row
from ui.widgets.flow import Flow

#: How long typing rests before the list is searched.
_PAUSE_MS = 160
#: Narrower than this the filters are one button, in px.
_WIDE = 620
#: No longer words are searched for.
_LONGEST = 200


class SearchField(QLineEdit):
    """A field that Esc clears; ``left`` when Esc finds it empty, ``list_wanted`` by Enter, Down."""

    left = Signal()
    list_wanted = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.list_wanted.emit()
        else:
            super().keyPressEvent(event)


class FilterBar(QWidget):
    """``searched`` carries the words; ``chosen`` the key of a menu's line."""

    searched = Signal(str)
    chosen = Signal(str)
    cleared = Signal()
    export_asked = Signal()
    left = Signal()
    list_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._state: ActivityState | None = None
        self.field = SearchField()
        self._buttons: list[QPushButton] = []
        self._together = button()
        self._clear = button()
        self._clear.setProperty("part", "plain")
        self._export = button()
        self._filters = QWidget()
        self._flow = Flow(self._filters)
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._search)
        self._lay_out()
        self.field.textEdited.connect(self._on_edited)
        self.field.textChanged.connect(self._on_changed)
        self.field.left.connect(self.left)
        self.field.list_wanted.connect(self._on_list_wanted)
        self._clear.clicked.connect(self.cleared)
        self._export.clicked.connect(self.export_asked)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self.focus_search)

    def focus_search(self) -> None:
        """Put the keyboard into the search field."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def show_state(self, state: ActivityState) -> None:
        """Show what the list is narrowed to."""
        before, self._state = self._state, state
        hint = QKeySequence(QKeySequence.StandardKey.Find).toString(
            QKeySequence.SequenceFormat.NativeText
        )
        self.field.setPlaceholderText(f"{state.search_hint}   {hint}")
        self.field.setAccessibleName(state.search_hint)
        # While a person types, what they typed stays.
        if not self._pause.isActive() and self.field.text().strip() != state.words:
            self.field.setText(state.words)
            self._pause.stop()
        self._export.setText(state.export)
        self._clear.setText(state.clear)
        if before is None or (before.menus, before.filter) != (state.menus, state.filter):
            self.show_menus(state)
        self._fold()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        wide = self.width() >= _WIDE
        self._filters.setVisible(wide)
        # Folded, the menu has a line for it.
        self._clear.setVisible(wide and bool(self._clear.text()))
        self._together.setVisible(not wide and bool(self._buttons))

    def show_menus(self, state: ActivityState) -> None:
        """Show the filters as they are set."""
        self._flow.clear()
        self._buttons = []
        together = self._menu_of(self._together)
        for menu in state.menus:
            made = button()
            made.setText(f"{menu.chosen}  ▾")
            made.setAccessibleName(f"{menu.name}: {menu.chosen}")
            made.setProperty("chosen", menu.narrowed)
            made.setMenu(self._late(menu, made))
            together.addMenu(self._late(menu, together))
            self._flow.addWidget(made)
            self._buttons.append(made)
        narrowed = sum(menu.narrowed for menu in state.menus)
        self._together.setText(f"{state.filter} ({narrowed})" if narrowed else state.filter)
        if state.clear:
            together.addSeparator()
            together.addAction(state.clear, self.cleared.emit)
        self._fold()

    def _menu_of(self, of: QPushButton) -> QMenu:
        old = of.menu()
        if old is not None:
            old.deleteLater()
        made = QMenu(of)
        of.setMenu(made)
        return made

    def _late(self, menu: FilterMenu, parent: QWidget) -> LateMenu:
        made = LateMenu(menu, parent)
        made.chosen.connect(self.chosen)
        return made

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.field.setClearButtonEnabled(True)
        self.field.setMaxLength(_LONGEST)
        first = row(spacing=8)
        first.addWidget(self.field, 1)
        first.addWidget(self._together)
        first.addWidget(self._export)
        column.addLayout(first)
        second = row(spacing=8)
        second.addWidget(self._filters, 1)
        second.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(second)
        self._together.hide()
        self._clear.hide()

    def _on_edited(self) -> None:
        self._pause.start()

    def _on_changed(self, text: str) -> None:
        if not text:  # cleared by its button or by Esc, which is no typing
            self._pause.start()

    def _on_list_wanted(self) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self._search()
        self.list_wanted.emit()

    def _search(self) -> None:
        if self._state is None or self.field.text().strip() != self._state.words:
            self.searched.emit(self.field.text())
