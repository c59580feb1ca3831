"""The tray on the desk: shows how it stands, and brings what is chosen there to its place."""

import sys
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSystemTrayIcon, QWidget
from typing_extensions import override

from app.domain.instant import Instant
from ui.desk.accounts.side import AccountsSide
from ui.desk.company.side import CompanySide
from ui.desk.figures import Figures
from ui.desk.pages import Pages
from ui.desk.pausing import Pausing
from ui.desk.preferences import Preferences
from ui.desk.raising import bring_up
from ui.desk.told import Told
from ui.desk.updates import Updates
from ui.tray.icon import tray_icon
from ui.tray.menu import TrayMenu
from ui.tray.presence import Presence
from ui.tray.state import TrayAround, TrayState, tray_state
from ui.tray.symbol import Symbol
from ui.window.window import MainWindow

_TOLD = "tray_missed"
#: A click on the panel takes the keyboard from the window a moment before it is told.
_JUST_NOW_MS = 500
_CHANGES = frozenset({QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.WindowStateChange})


class Tray(QObject):
    """The icon; ``icon`` is another object whenever the panel is another one.

    ``wanted`` carries "overview", "open" (to bring the window up), "hide", "sync", "import",
    "call", "dial", "update" or "quit". ``missed`` carries a sentence, once and never again: this
    desktop has no tray.
    """

    wanted = Signal(str)
    missed = Signal(str)

    def __init__(
        self,
        window: QWidget,
        preferences: Preferences,
        *,
        pausing: Pausing,
        figures: Figures,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window, self._preferences = window, preferences
        self._pausing, self._figures = pausing, figures
        #: Whether there is something to sync, asked each time.
        self.syncs: Callable[[], bool] = lambda: False
        #: The newer version to tell of, "" for none, asked each time.
        self.newer_version: Callable[[], str] = lambda: ""
        self._state: TrayState | None = None
        self._painted: Symbol | None = None
        self._since_active = QElapsedTimer()
        self._menu = TrayMenu(window)
        self._menu.chosen.connect(self.choose)
        self.icon = self._make_icon()
        self.presence = Presence(self)
        self._connect()

    @property
    def stands(self) -> bool:
        """Whether the icon can be seen, so that a window that closes can be opened again."""
        return self.presence.is_there and self.icon.isVisible()

    @property
    def state(self) -> TrayState | None:
        """What is shown."""
        return self._state

    def start(self) -> None:
        """Show the icon as soon as there is a tray."""
        self.show_again()
        self.presence.start()

    def stop(self) -> None:
        """Take the icon away."""
        self._window.window().removeEventFilter(self)
        self.presence.stop()
        self.icon.hide()

    def show_again(self) -> None:
        """Show how it stands; what did not change is left alone."""
        view = self._figures.view
        status, now = (view.status, view.now) if view else (None, Instant(0))
        around = TrayAround(
            syncs=self.syncs(),
            paused_until=self._pausing.until,
            zone=self._preferences.machine_zone,
            shown=self._is_shown(),
            newer=self.newer_version(),
        )
        self._show(tray_state(self._preferences.words, status, now, around))

    def choose(self, key: str) -> None:
        """Do what a line of the menu says."""
        pauses = {
            "pause.hour": self._pausing.pause_for_an_hour,
            "pause.tomorrow": self._pausing.pause_until_tomorrow,
            "pause.resume": self._pausing.resume,
        }
        if key in pauses:
            pauses[key]()
        elif key == "open" and self._is_shown():
            self.wanted.emit("hide")
        else:
            self.wanted.emit(key)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _CHANGES:
            self.show_again()
        elif event.type() == QEvent.Type.WindowDeactivate:
            self._since_active.start()
        return False

    def _connect(self) -> None:
        self._window.window().installEventFilter(self)
        self._figures.read.connect(self.show_again)
        self._pausing.changed.connect(self.show_again)
        self._preferences.watch(lambda _: self.show_again())
        self.presence.came.connect(self._on_came)
        self.presence.lost.connect(self._on_lost)
        self.presence.missed.connect(self._on_missed)

    def _show(self, state: TrayState) -> None:
        before, self._state = self._state, state
        if before is None or state.tooltip != before.tooltip:
            self.icon.setToolTip(state.tooltip)
        self._menu.show_lines(state.lines)
        self._paint()

    def _paint(self) -> None:
        symbol = self._state.symbol if self._state else Symbol()
        if symbol != self._painted:
            self._painted = symbol
            self.icon.setIcon(tray_icon(symbol, template=sys.platform == "darwin"))

    def _make_icon(self) -> QSystemTrayIcon:
        made = QSystemTrayIcon(self)
        made.setContextMenu(self._menu)
        made.activated.connect(self._on_activated)
        return made

    def _on_came(self) -> None:
        """Make another icon: one that was made for another kind of tray would stay unseen."""
        self.icon.hide()
        self.icon.deleteLater()
        self.icon = self._make_icon()
        self._painted = None
        self._paint()
        self.icon.setToolTip(self._state.tooltip if self._state else "Talktally")
        self.icon.show()

    def _on_lost(self) -> None:
        if not self._is_shown():
            self.wanted.emit("open")  # nothing else would bring the window back

    def _on_missed(self) -> None:
        if QGuiApplication.platformName() != "offscreen" and not self._preferences.kept(_TOLD):
            self._preferences.keep(_TOLD, value=True)
            self.missed.emit(_no_tray(self._preferences))

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        """Bring the window up, or hide the one that is in front; macOS opens the menu instead."""
        if reason is not QSystemTrayIcon.ActivationReason.Trigger or sys.platform == "darwin":
            return
        self.wanted.emit("hide" if self._is_in_front() else "open")

    def _is_shown(self) -> bool:
        top = self._window.window()
        return top.isVisible() and not top.isMinimized()

    def _is_in_front(self) -> bool:
        since = self._since_active
        was_active = since.isValid() and since.elapsed() < _JUST_NOW_MS
        return self._is_shown() and (self._window.window().isActiveWindow() or was_active)


class Desk(Protocol):
    """The parts that are connected here."""

    window: MainWindow
    pages: Pages
    figures: Figures
    company: CompanySide
    accounts: AccountsSide
    told: Told
    pausing: Pausing
    tray: Tray
    updates: Updates

    def bring_in(self) -> None:
        """Ask for files and import them."""

    def show_again(self) -> None:
        """Show the same figures anew."""


def make_tray(
    desk: Desk, preferences: Preferences, now: Callable[[], Instant]
) -> tuple[Pausing, Tray]:
    """Make the pause and the tray of a desk."""
    window = desk.window
    pausing = Pausing(preferences, now, window)
    return pausing, Tray(window, preferences, pausing=pausing, figures=desk.figures, parent=window)


def wire_tray(desk: Desk) -> None:
    """Connect the tray, and let rounds heed the pause."""
    tray, pausing = desk.tray, desk.pausing
    tray.syncs = lambda: desk.accounts.has_accounts or desk.company.around is not None
    tray.wanted.connect(lambda key: _do(desk, key))
    tray.missed.connect(desk.told.sentence)
    for news in (desk.company.known, desk.accounts.known):
        news.connect(tray.show_again)
    for rounds in (desk.accounts.rounds, desk.company.sync):
        rounds.is_paused = pausing.is_paused
        pausing.changed.connect(rounds.look)
    pausing.changed.connect(desk.show_again)
    pausing.changed.connect(desk.accounts.speak)


def _do(desk: Desk, key: str) -> None:
    """Do what is wanted; what is to be seen brings the window up first."""
    window = desk.window
    if key == "sync":
        window.company_asked.emit("sync")
    elif key == "quit":
        window.quit_asked.emit()
    elif key == "update":
        desk.updates.act("page")
    elif key == "hide":
        window.window().hide()
    else:
        bring_up(window)
        _show(desk, key)


def _show(desk: Desk, key: str) -> None:
    if key == "call":
        desk.pages.go_to("overview")
        desk.window.page.ask_for_call()
    elif key == "import":
        desk.bring_in()
    elif key != "open":
        desk.pages.go_to(key)


def _no_tray(preferences: Preferences) -> str:
    return preferences.words.say(
        "This desktop has no tray, so Talktally stays in its window: closing the window ends it."
    )
