"""The pages that are made when they are first asked for: the overview comes first without them."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.theme.theme import Theme
from ui.widgets.scroll import scrolling

if TYPE_CHECKING:
    from ui.accounts.page import AccountsPage
    from ui.activity.page import ActivityPage
    from ui.plan_page.page import PlanPage


class LaterPages:
    """Makes pages in a stack; ``activity_made`` is ``None`` before the Activity page is there."""

    def __init__(self, theme: Theme, stack: QStackedWidget) -> None:
        self._theme, self._stack = theme, stack
        self.activity_made: ActivityPage | None = None
        self._plan: PlanPage | None = None
        self._accounts: AccountsPage | None = None
        self._places: dict[QWidget, QWidget] = {}

    def activity(self) -> "ActivityPage":
        """Return the Activity page."""
        if self.activity_made is None:
            # Here because the overview's figures need none of this.
            from ui.activity.page import ActivityPage

            self.activity_made = ActivityPage(self._theme)
            self._stack.addWidget(self.activity_made)
        return self.activity_made

    def plan(self) -> "PlanPage":
        """Return the Plan page."""
        if self._plan is None:
            # Here for the same reason.
            from ui.plan_page.page import PlanPage

            self._plan = PlanPage(self._theme)
            self._add_scrolling(self._plan)
        return self._plan

    def accounts(self) -> "AccountsPage":
        """Return the Accounts page."""
        if self._accounts is None:
            # Here for the same reason.
            from ui.accounts.page import AccountsPage

            self._accounts = AccountsPage(self._theme)
            self._add_scrolling(self._accounts)
        return self._accounts

    def place(self, page: QWidget) -> QWidget:
        """Return what the stack shows of a page: what it scrolls in, or the page itself."""
        return self._places.get(page, page)

    def _add_scrolling(self, page: QWidget) -> None:
        self._places[page] = scrolling(page)
        self._stack.addWidget(self._places[page])
