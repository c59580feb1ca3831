"""The Settings page connected: what is chosen there holds at once, and outlives the window."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from app.domain.problem import Problem, UsageProblem
from app.machine.own_version import own_version
from ui.desk import settings_requests as requests
from ui.desk.company.side_lane import SideLane
from ui.desk.preferences import Preferences
from ui.settings.seen import Known, Myself, Phones, Place, Seen, UpdatesSeen
from ui.window.window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.settings.page import SettingsPage
    from ui.settings.seen import LogSeen

#: What others write is read again at most so often.
_AGAIN_MS = 1_000


class SettingsDesk(QObject):
    """Serves one page, made when it is first shown.

    ``asked`` carries the key of something that is done elsewhere; ``theme_chosen`` and
    ``language_chosen`` as the menu does; ``changed`` comes when entries are counted otherwise,
    ``opened`` when the page has come to the front.
    """

    asked = Signal(str)
    theme_chosen = Signal(str)
    language_chosen = Signal(str)
    changed = Signal()
    opened = Signal()
    failed = Signal(object)

    def __init__(self, window: MainWindow, preferences: Preferences, lane: SideLane) -> None:
        super().__init__(window)
        self._window = window
        self._page: SettingsPage | None = None
        #: Whether there is a tray to close to, and whether a notice can be shown for trial.
        self.tray_stands: Callable[[], bool] = lambda: True
        self.shows_samples = False
        #: How softphones stand.
        self.phones: Callable[[], Phones] = Phones
        #: How the call logs of softphones stand.
        self.logs: Callable[[], tuple[LogSeen, ...]] = tuple
        #: What is known of newer versions.
        self.updates: Callable[[], UpdatesSeen] = UpdatesSeen
        #: Whether the ledger may be opened now.
        self.may_read: Callable[[], bool] = lambda: True
        self._preferences, self._lane = preferences, lane
        self._known, self._places = Known(), tuple[Place, ...]()
        self._problems: dict[str, str] = {}
        self._counting = 0
        self._in_front = False
        self._again = QTimer(self, interval=_AGAIN_MS, singleShot=True)
        self._again.timeout.connect(self._read)
        preferences.watch(self._on_settings)

    @property
    def page(self) -> "SettingsPage":
        """The page."""
        if self._page is None:
            self._page = self._window.settings_page()
            self._page.said.connect(self._on_said)
            self._page.asked.connect(self._on_asked)
        return self._page

    def bring(self, key: str) -> None:
        """Scroll to a row of the page that is in front, with the keyboard in it."""
        self.page.bring(key)

    def show(self) -> None:
        """The page has come to the front."""
        self._in_front = True
        self._problems.clear()
        self.show_again()
        self._read()
        self.opened.emit()
        if not self._places:
            self._lane.run(requests.read_places, self._on_places, self.failed.emit)

    def hide(self) -> None:
        """Another page is in front."""
        self._in_front = False

    def follow(self) -> None:
        """Somebody may have written."""
        if self._in_front and not self._again.isActive():
            self._again.start()

    def renew(self) -> None:
        """Entries or plans were changed from this window."""
        self.follow()

    def speak(self) -> None:
        """Show the page in another language."""
        self._problems.clear()
        self.show_again()

    def close(self) -> None:
        """Read no more."""
        self._in_front = False
        self._again.stop()

    def show_again(self) -> None:
        """Show what is known now."""
        if self._in_front:
            # Here because the page comes when it is first wanted, and so does what it shows.
            from ui.settings.state import settings_state

            self.page.show_state(settings_state(self._preferences.words, self._seen()))

    def _seen(self) -> Seen:
        preferences = self._preferences
        return Seen(
            preferences.settings,
            folder=str(preferences.folder),
            version=own_version(),
            zone=preferences.machine_zone,
            known=replace(self._known, places=self._places),
            tray=self.tray_stands(),
            samples=self.shows_samples,
            counting=self._counting > 0,
            logs=self.logs(),
            phones=self.phones(),
            updates=self.updates(),
            rollout=preferences.rollout,
            problems=self._problems,
        )

    def _read(self) -> None:
        if not self.may_read():
            return
        preferences = self._preferences
        wanted = requests.Wanted(
            preferences.environ, preferences.machine_zone, preferences.settings.holidays
        )
        self._lane.run(requests.read_known(wanted), self._on_known, self.failed.emit)

    def _on_known(self, known: Known) -> None:
        self._known = known
        self.show_again()

    def _on_places(self, places: tuple[Place, ...]) -> None:
        self._places = places
        self.show_again()

    def _on_settings(self, _: object) -> None:
        self.show_again()

    def _on_said(self, key: str, said: Any) -> None:
        # Here for the same reason.
        from ui.settings.answers import is_setting

        self._problems.pop(key, None)
        if key == "general.theme":
            self.theme_chosen.emit(said)
        elif key == "general.language":
            self.language_chosen.emit(said)
        elif key == "general.login":
            work = requests.turn_at_login(self._preferences.environ, on=bool(said))
            self._lane.run(work, lambda _: self._read(), self._refusal(key))
        elif key == "dialling.links":
            work = requests.turn_links(self._preferences.environ, on=bool(said))
            self._lane.run(work, lambda _: self._read(), self._refusal(key))
        elif key.startswith("me."):
            self._say_of_me(key, said)
        elif is_setting(key):
            self._choose(key, said)

    def _choose(self, key: str, said: Any) -> None:
        # Here for the same reason.
        from ui.settings.answers import change_of

        try:
            change = change_of(self._preferences.settings, key, said)
        except UsageProblem as problem:
            self.refuse(key, problem)
            return
        self._preferences.change(**change)
        self.show_again()
        if key == "working.holidays":
            self._read()

    def _say_of_me(self, key: str, said: Any) -> None:
        self._counting += 1
        self.show_again()
        work = requests.say_of_me(key.partition(".")[2], said)
        self._lane.run(work, self._on_me, self._refusal(key), self._on_counted)

    def _on_me(self, me: Myself) -> None:
        self._known = replace(self._known, me=me)
        self._on_counted()
        self.changed.emit()

    def _on_counted(self) -> None:
        self._counting = max(0, self._counting - 1)
        self.show_again()

    def _refusal(self, key: str) -> "Callable[[Problem], None]":
        def refuse(problem: Problem) -> None:
            self._counting = max(0, self._counting - 1)
            self.refuse(key, problem)

        return refuse

    def refuse(self, key: str, problem: Problem) -> None:
        """Say at a row why what was asked for there could not be."""
        self._problems[key] = self._preferences.words.problem(problem)
        self.show_again()

    def _on_asked(self, key: str) -> None:
        folder = self._preferences.folder
        if key == "open_folder":
            _open(folder)
        elif key == "open_log":
            # Here because logging is for trouble only.
            from app.machine.log import FILE_NAME

            log = folder / FILE_NAME
            _open(log if log.exists() else folder)
        elif key == "dialling.windows":
            QDesktopServices.openUrl(QUrl("ms-settings:defaultapps"))
        else:
            self.asked.emit(key)


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
