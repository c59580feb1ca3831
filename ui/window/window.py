"""The main window: shows states and says what people want; it asks nothing itself."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenuBar, QScrollArea, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from ui.importing.drop import DropZone
from ui.importing.row import ImportRow
from ui.importing.state import ImportState
from ui.overview.page import OverviewPage
from ui.overview.state import OverviewState
from ui.receipt.panel import ReceiptPanel
from ui.receipt.state import ReceiptState
from ui.theme.fonts import text_percent
from ui.theme.theme import Theme
from ui.widgets.card import row
from ui.widgets.reading_order import bring_into_sight, order_as_read
from ui.widgets.scroll import scrolling
from ui.window.later import LaterPages, Page
from ui.window.menus import Menus
from ui.window.navigation import Rail
from ui.window.parts import PartSwitch
from ui.window.side import Side
from ui.window.state import WindowState
from ui.window.wishes import WishingWindow

if TYPE_CHECKING:
    from ui.accounts.page import AccountsPage
    from ui.activity.page import ActivityPage
    from ui.dial.page import DialPage
    from ui.first_run.page import FirstRunPage
    from ui.plan_page.page import PlanPage
    from ui.settings.page import SettingsPage
    from ui.text_check.page import TextCheckPage

#: Narrower than this the rail shows icons alone, in px at 100 % text.
_RAIL_WIDE = 640
#: In less height what can wait stands below the gauge, in px at 100 % text.
_LOW = 370


class MainWindow(WishingWindow):
    """The window; ``page`` and ``import_row`` carry the signals of what stands in it.

    ``files_dropped`` carries a tuple of paths; ``action_asked`` the key of an action and an entry's
    id; ``undo_asked`` a change; ``receipt_closed``: a person closed it.
    No main window of Qt: screen readers would be told of the shell and of it.
    """

    action_asked = Signal(str, str)
    undo_asked = Signal(int)
    receipt_closed = Signal()
    files_dropped = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        #: What all parts stand on; a stray key presses nothing there.
        self.ground = QWidget()
        self._rail = Rail(theme)
        self.page = OverviewPage(theme)
        self._area = scrolling(self.page)
        self._stack = QStackedWidget()
        self._later = LaterPages(theme, self._stack)
        self.import_row = ImportRow(theme)
        self._sheet = ReceiptPanel(theme)
        self._side = Side(
            self.ground,
            self._rail,
            self._sheet,
            list_in_front=self._has_list_in_front,
            leave_room=self._leave_room,
        )
        self.bar = QMenuBar()
        self._menus = Menus(self.bar)
        self._lay_out()
        self._drop = DropZone(self)
        self._connect_parts()
        self._parts = PartSwitch(self, self._shown_parts)
        self.ground.setFocus()

    def show_window(self, state: WindowState) -> None:
        """Show the words around the pages."""
        self.setWindowTitle(state.title)
        self._rail.show_state(state)
        self._fit()
        self._menus.show_menus(state.menus)
        self._drop.set_hint(state.drop_hint)

    def show_overview(self, state: OverviewState) -> None:
        """Show the overview."""
        self.page.show_state(state)

    def activity(self) -> "ActivityPage":
        """Return the Activity page, made when it is first asked for."""
        return self._later.activity()

    def plan_page(self) -> "PlanPage":
        """Return the Plan page, made when it is first asked for."""
        return self._later.plan()

    def accounts_page(self) -> "AccountsPage":
        """Return the Accounts page, made when it is first asked for."""
        return self._later.accounts()

    def first_run_page(self) -> "FirstRunPage":
        """Return the page of the first steps, made when it is first asked for."""
        return self._later.first_run()

    def settings_page(self) -> "SettingsPage":
        """Return the Settings page, made when it is first asked for."""
        return self._later.settings()

    def dial_page(self) -> "DialPage":
        """Return the page "Before you dial", made when it is first asked for."""
        return self._later.dial()

    def text_page(self) -> "TextCheckPage":
        """Return the page "Text check", made when it is first asked for."""
        return self._later.text()

    def go_to(self, key: str) -> None:
        """Bring the page of a key to the front, the overview for one unknown, with the keyboard."""
        self.close_receipt()
        page = self._later.page(key)
        self._bring(self.page if page is None else page)
        self._rail.go_to(key)

    @property
    def is_beside(self) -> bool:
        """Whether a receipt has its place beside the list."""
        return self._side.is_beside

    @property
    def _activity(self) -> "ActivityPage | None":
        return self._later.activity_made

    def _has_list_in_front(self) -> bool:
        return self._activity is not None and self._stack.currentWidget() is self._activity

    def _leave_room(self, width: int) -> None:
        if self._activity is not None:
            self._activity.leave_room(width)

    def show_import(self, state: ImportState | None) -> None:
        """Show an import, or put its row away."""
        fresh = state is not None and self.import_row.isHidden()
        self.import_row.setVisible(state is not None)
        if fresh:
            self._bring_into_sight(self.import_row)
        if state is not None:
            self.import_row.show_state(state)

    def show_receipt(self, state: ReceiptState, *, focus: bool = True) -> None:
        """Open the receipt at the side, with the keyboard in it unless it stays where it is."""
        self._side.open(state, focus=focus)

    @property
    def shown_entry(self) -> str:
        """The id of the entry whose receipt is open, "" where none is."""
        return self._side.entry

    def close_receipt(self) -> None:
        """Put the receipt away and give the keyboard back to where it was."""
        self._side.close()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self._side.place()

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        order_as_read(self)
        moved = super().focusNextPrevChild(forward)
        bring_into_sight(self.window().focusWidget() if moved else None)
        return moved

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        """Fit what depends on the room there is for text."""
        percent = text_percent()
        self._rail.fold(folded=self.width() * 100 < _RAIL_WIDE * percent)
        self.page.stand(low=self.ground.height() * 100 < _LOW * percent)

    def _lay_out(self) -> None:
        self.setMinimumSize(400, 300)
        self.resize(1100, 800)
        self._stack.addWidget(self._area)
        line = row(self._rail, spacing=0)
        line.addWidget(self._stack, 1)
        self.ground.setLayout(line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setMenuBar(self.bar)
        column.addWidget(self.ground)
        self.setProperty("part", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.ground.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # nothing is ringed before Tab
        self.page.insert_news(self.import_row)
        self.import_row.hide()

    def _connect_parts(self) -> None:
        self._menus.chosen.connect(self._on_chosen)
        self._rail.call_asked.connect(self._ask_for_call)
        self._rail.page_chosen.connect(self.page_chosen)
        self._sheet.closed.connect(self.close_receipt)
        self._sheet.closed.connect(self.receipt_closed)
        self._sheet.action_asked.connect(self.action_asked)
        self._sheet.undo_asked.connect(self.undo_asked)
        self._drop.files_dropped.connect(self.files_dropped)
        self.page.opened.connect(self._bring_into_sight)
        # Else Qt hands the keyboard on from the banner that goes, and the page scrolls to the list.
        self.page.snoozed.connect(lambda _: self.ground.setFocus())
        self.page.plan_asked.connect(self.plan_asked)
        self.page.import_asked.connect(self.import_asked)

    def _on_chosen(self, key: str) -> None:
        self._ask_for_call() if key == "call" else self.announce(key)

    def _ask_for_call(self) -> None:
        self.page_chosen.emit("overview")
        self.page.ask_for_call()

    def _bring(self, page: Page) -> None:
        page.insert_news(self.import_row)
        place = self._area if page is self.page else self._later.place(page)
        self._stack.setCurrentWidget(place)
        (page.first_focus() or self.ground).setFocus()

    def _bring_into_sight(self, part: QWidget) -> None:
        """Scroll to a part of the page once it has its place there."""
        QTimer.singleShot(0, part, lambda: self._scroll_to(part))

    def _scroll_to(self, part: QWidget) -> None:
        area = self._stack.currentWidget()
        if isinstance(area, QScrollArea):
            area.ensureWidgetVisible(part)

    def _shown_parts(self) -> tuple[QWidget, ...]:
        """The parts of the window in the order of F6."""
        page = self._stack.currentWidget()
        activity = self._activity
        on_page = activity.parts() if activity is not None and page is activity else (page,)
        return (self._rail, *on_page, self._sheet)
