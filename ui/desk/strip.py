"""The small window of a call: when it is shown, where it stands, what is pressed on it."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QRect, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from typing_extensions import override

from app.domain.beat import Beat
from app.domain.meter import Status
from ui.desk.figures import Figures
from ui.desk.look import View
from ui.desk.overview import OverviewWishes
from ui.desk.preferences import Preferences
from ui.desk.raising import bring_up
from ui.desk.ticking import Ticking
from ui.desk.tray import Tray
from ui.live.state import LiveState, live_states
from ui.shell.place import Room
from ui.strip.place import KEPT_AS, Spot, remembered, standing
from ui.strip.state import strip_state
from ui.strip.window import StripWindow
from ui.theme.theme import Theme
from ui.window.window import MainWindow

_CHANGES = frozenset({QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.WindowStateChange})


class StripDesk(QObject):
    """Shows open calls on the overview and, where wanted, in a window above all others.

    ``ended`` carries the id of a call that a person ends.
    """

    ended = Signal(str)

    def __init__(
        self,
        window: MainWindow,
        theme: Theme,
        preferences: Preferences,
        *,
        figures: Figures,
        beat: Callable[[], Beat],
    ) -> None:
        super().__init__(window)
        self._main, self._theme, self._preferences = window, theme, preferences
        self._figures, self._beat = figures, beat
        self.strip: StripWindow | None = None
        #: Calls whose window a person has hidden.
        self._hidden: frozenset[str] = frozenset()
        self.ticking = Ticking(figures, beat, self)
        self.ticking.seen = self._is_seen
        self.ticking.ticked.connect(self._on_tick)
        self.ticking.stepped.connect(self._on_view)
        figures.read.connect(self._on_view)
        preferences.watch(lambda _: self.show_again())
        theme.changed.connect(self.show_again)
        window.window().installEventFilter(self)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenAdded.connect(self._on_screens)
            application.screenRemoved.connect(self._on_screens)

    def close(self) -> None:
        """Take the window away for good."""
        self._main.window().removeEventFilter(self)
        self.ticking.close()
        if self.strip is not None:
            self.strip.hide()
            self.strip.deleteLater()
            self.strip = None

    def show_again(self) -> None:
        """Show the calls as they stand: something else than the calls has changed."""
        status = self._figures.status_at(self._beat())
        if status is not None:
            self._show(status)

    def put_away(self) -> None:
        """Hide the window until a call comes that is not open now."""
        view = self._figures.view
        self._hidden = _calls_of(view.status) if view is not None else frozenset()
        self.show_again()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _CHANGES:
            # Not at once: a window that is being hidden still counts as shown.
            QTimer.singleShot(0, self, self._on_sight)
        return False

    def _on_sight(self) -> None:
        self.show_again()
        if self._figures.view is not None and self._figures.view.status.live:
            self.ticking.tick()

    def _on_view(self, view: View) -> None:
        self._hidden &= _calls_of(view.status)
        self._show(view.status)

    def _on_tick(self, status: Status) -> None:
        rows = self._rows(status)
        self._main.page.show_live(rows)
        self._show(status, rows)

    def _rows(self, status: Status) -> tuple[LiveState, ...]:
        return live_states(self._preferences.words, status, self._beat().wall)

    def _show(self, status: Status, rows: tuple[LiveState, ...] | None = None) -> None:
        if not self._is_wanted(status):
            if self.strip is not None:
                self.strip.hide()
            return
        strip = self._made()
        shown = self._rows(status) if rows is None else rows
        strip.show_state(strip_state(self._preferences.words, shown))
        if not strip.isVisible():
            self._place(strip)
            strip.show()

    def _is_wanted(self, status: Status) -> bool:
        calls, when = _calls_of(status), self._preferences.settings.phone.strip
        if not calls or calls <= self._hidden or when == "never":
            return False
        return when == "always" or not self._is_main_shown()

    def _made(self) -> StripWindow:
        if self.strip is None:
            strip = self.strip = StripWindow(self._theme)
            strip.ended.connect(self.ended)
            strip.open_asked.connect(lambda: bring_up(self._main))
            strip.put_away.connect(self.put_away)
            strip.came_to_rest.connect(self._on_rest)
        return self.strip

    def _place(self, strip: StripWindow) -> None:
        kept = self._preferences.kept(KEPT_AS)
        strip.stand(*standing(kept, _rooms(), strip.width(), strip.height()))

    def _on_rest(self) -> None:
        """Remember where it was moved to, back on a screen if it was moved off."""
        if self.strip is None:
            return
        spot = Spot(self.strip.x(), self.strip.y())
        kept = remembered(self._preferences.kept(KEPT_AS), _rooms(), spot)
        self._preferences.keep(KEPT_AS, kept)
        self._place(self.strip)

    def _on_screens(self) -> None:
        if self.strip is not None and self.strip.isVisible():
            self._place(self.strip)

    def _is_seen(self) -> bool:
        return self._is_main_shown() or (self.strip is not None and self.strip.isVisible())

    def _is_main_shown(self) -> bool:
        top = self._main.window()
        return top.isVisible() and not top.isMinimized()


class Desk(Protocol):
    """The parts that are connected here."""

    wishes: OverviewWishes
    tray: Tray
    strip: StripDesk

    def show_step(self, view: View) -> None:
        """Show the page anew: a minute of a call began."""


def wire_strip(desk: Desk) -> None:
    """Let calls go on wherever they are told, and end where a person says so."""
    strip = desk.strip
    strip.ended.connect(desk.wishes.end_call)
    strip.ticking.stepped.connect(desk.show_step)
    strip.ticking.stepped.connect(desk.tray.show_again)


def _calls_of(status: Status) -> frozenset[str]:
    return frozenset(call.id for call in (*status.live, *status.ringing))


def _rooms() -> list[Room]:
    """Return the screens there are, the main one first."""
    main = QGuiApplication.primaryScreen()
    screens = sorted(QGuiApplication.screens(), key=lambda each: each is not main)
    return [_room(each.availableGeometry()) for each in screens]


def _room(free: QRect) -> Room:
    return Room(free.x(), free.y(), free.width(), free.height())
