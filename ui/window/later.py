"""The pages that are made when they are first asked for: the overview comes first without them."""

from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.theme.theme import Theme
from ui.widgets.scroll import scrolling

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ui.accounts.page import AccountsPage
    from ui.activity.page import ActivityPage
    from ui.dial.page import DialPage
    from ui.first_run.page import FirstRunPage
    from ui.plan_page.page import PlanPage
    from ui.settings.page import SettingsPage
    from ui.text_check.page import TextCheckPage


class Page(Protocol):
    """What the window asks of any page."""

    def insert_news(self, widget: QWidget) -> None:
        """Place a row above what the page shows; it shows and hides itself."""

    def first_focus(self) -> QWidget | None:
        """Return what has the keyboard when the page comes to the front, ``None`` for nothing."""


class LaterPages:
    """Makes pages in a stack; ``activity_made`` is ``None`` before the Activity page is there."""

    def __init__(self, theme: Theme, stack: QStackedWidget) -> None:
        self._theme, self._stack = theme, stack
        self.activity_made: ActivityPage | None = None
        self._plan: PlanPage | None = None
        self._accounts: AccountsPage | None = None
        self._first_run: FirstRunPage | None = None
        self._settings: SettingsPage | None = None
        self._dial: DialPage | None = None
        self._text: TextCheckPage | None = None
        self._places: dict[Page, QWidget] = {}
        self._by_key: Mapping[str, Callable[[], Page]] = {
            "activity": self.activity,
            "plan": self.plan,
            "accounts": self.accounts,
            "dial": self.dial,
            "text": self.text,
            "first_run": self.first_run,
            "settings": self.settings,
        }

    def page(self, key: str) -> Page | None:
        """Return the page of a key, made when it is first asked for; ``None`` for another key."""
        make = self._by_key.get(key)
        return None if make is None else make()

    def activity(self) -> "ActivityPage":
        """Return the Activity page."""
        if self.activity_made is None:
            # Here because the overview's figures need none of this.
            from ui.activity.page import ActivityPage

            self.activity_made = ActivityPage(self._theme)
            self._places[self.activity_made] = self.activity_made
            self._stack.addWidget(self.activity_made)
        return self.activity_made

    def plan(self) -> "PlanPage":
        """Return the Plan page."""
        if self._plan is None:
            # Here for the same reason.
            from ui.plan_page.page import PlanPage

            self._plan = PlanPage(self._theme)
            self._add_scrolling(self._plan, self._plan)
        return self._plan

    def accounts(self) -> "AccountsPage":
        """Return the Accounts page."""
        if self._accounts is None:
            # Here for the same reason.
            from ui.accounts.page import AccountsPage

            self._accounts = AccountsPage(self._theme)
            self._add_scrolling(self._accounts, self._accounts)
        return self._accounts

    def settings(self) -> "SettingsPage":
        """Return the Settings page."""
        if self._settings is None:
            # Here for the same reason.
            from ui.settings.page import SettingsPage

            self._settings = SettingsPage(self._theme)
            self._add_scrolling(self._settings, self._settings)
        return self._settings

    def first_run(self) -> "FirstRunPage":
        """Return the page of the first steps."""
        if self._first_run is None:
            # Here because it is wanted once in the life of a ledger.
            from ui.first_run.page import FirstRunPage

            self._first_run = FirstRunPage(self._theme)
            self._add_scrolling(self._first_run, self._first_run)
        return self._first_run

    def dial(self) -> "DialPage":
        """Return the page "Before you dial"."""
        if self._dial is None:
            # Here for the same reason.
            from ui.dial.page import DialPage

            self._dial = DialPage(self._theme)
            self._add_scrolling(self._dial, self._dial)
        return self._dial

    def text(self) -> "TextCheckPage":
        """Return the page "Text check"."""
        if self._text is None:
            # Here for the same reason.
            from ui.text_check.page import TextCheckPage

            self._text = TextCheckPage(self._theme)
            self._add_scrolling(self._text, self._text)
        return self._text

    def place(self, page: Page) -> QWidget:
        """Return what the stack shows of a page that was made: what it scrolls in, or itself."""
        return self._places[page]

    def _add_scrolling(self, page: Page, widget: QWidget) -> None:
        self._places[page] = scrolling(widget)
        self._stack.addWidget(self._places[page])
