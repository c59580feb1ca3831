"""Opening the window: the shell with its picture at once, then the page, then live figures."""

import gc
import logging
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.assembly import Workplace
from app.machine.own_program import HIDDEN
from app.machine.settings import read_settings
from ui.shell.application import make_application
from ui.shell.picture import LastPage, read_last_page
from ui.shell.place import KEPT_AS, USUAL, place_of
from ui.shell.shell import Shell

if TYPE_CHECKING:
    import subprocess

    from ui.desk.arriving import Arrivals
    from ui.desk.desk import Desk
    from ui.desk.leaving import Leaving
    from ui.desk.preferences import Preferences
    from ui.desk.snapshot import Shown
    from ui.instance.call import Door
    from ui.shell.endings import Endings
    from ui.theme.theme import Theme
    from ui.window.window import MainWindow

log = logging.getLogger(__name__)

#: How long the first look may take before the page is shown as it was last.
_PATIENCE_MS = 1_500


class Opening(QObject):
    """Builds one window, in the order in which a person needs its parts.

    ``furnished`` comes when the page stands, with figures if there are any: ``window`` and
    ``theme`` are there from then on. ``staffed`` comes when everything answers: ``desk`` is there.
    ``closed`` comes last. ``glimpse``: the child that looks at the figures meanwhile, or ``None``.
    ``fault``: why the window had to end before everything answered.
    ``arguments``: what the window was started with; ``door``: where later starts come in.
    ``starts_again``: its person wants the program anew, once this one is gone.
    """

    furnished = Signal()
    staffed = Signal()
    closed = Signal()
    _glimpsed = Signal(object)

    window: "MainWindow"
    theme: "Theme"
    preferences: "Preferences"
    desk: "Desk | None" = None
    fault: Exception | None = None
    starts_again: bool = False
    arrivals: "Arrivals | None" = None
    leaving: "Leaving | None" = None
    _endings: "Endings | None" = None

    def __init__(
        self,
        workplace: Workplace,
        glimpse: "subprocess.Popen[bytes] | None" = None,
        *,
        arguments: tuple[str, ...] = (),
        door: "Door | None" = None,
    ) -> None:
        super().__init__()
        self._workplace, self._glimpse = workplace, glimpse
        self._arguments, self._door = arguments, door
        self._seen: bytes | None = None
        self._begun = self._built = self._stands = self._ended = False
        settings, _ = read_settings(workplace.folder)
        self._place = place_of(settings.others.get(KEPT_AS))
        self.shell = Shell(read_last_page(workplace.folder), self._place)
        self.shell.painted.connect(self._on_painted)
        self.shell.closing.connect(self.end)
        self._patience = QTimer(self, interval=_PATIENCE_MS, singleShot=True)
        self._patience.timeout.connect(self._furnish)
        self._glimpsed.connect(self._on_glimpsed)
        self._reader = Thread(target=self._read_glimpse, name="glimpse")
        self._reader.start()

    def begin(self) -> None:
        """Show the window, or build it out of sight where that is asked for."""
        if HIDDEN in self._arguments:
            self._on_painted()
        else:
            self.shell.show()

    def end(self) -> None:
        """Close what is still open: a display that is gone ends the program without its window.

        What waits in the background would keep the program, and no other could start.
        """
        if not self._ended:
            self._close()

    def _read_glimpse(self) -> None:
        seen = self._glimpse.communicate()[0] if self._glimpse else b""
        self._glimpsed.emit(seen)

    def _on_painted(self) -> None:
        if self._begun:
            return
        self._begun = True
        QTimer.singleShot(0, self, self._build)

    def _build(self) -> None:
        # Here because all this is loaded while the picture is on the screen already.
        from ui.desk.arriving import Arrivals
        from ui.desk.preferences import Preferences
        from ui.shell.endings import Endings
        from ui.theme.theme import Choice, Theme
        from ui.window.state import window_state
        from ui.window.window import MainWindow

        place = self._workplace
        self.preferences = Preferences(
            place.folder,
            place.environ,
            rollout=place.rollout,
            rollout_problem=place.rollout_problem,
        )
        theme, language = self.preferences.theme, self.preferences.language
        self.theme = Theme(Choice(theme))
        self.theme.size_text(self.preferences.settings.text_percent)
        self.theme.rest(rests=self.preferences.settings.calm == "always")
        self.theme.dress(make_application())
        self.window = MainWindow(self.theme)
        words = self.preferences.words
        state = window_state(words, None, theme=theme, language=language)
        self.window.show_window(state)
        if self._place.page not in {page.key for page in state.pages}:
            self._place = self._place._replace(page=USUAL.page)
        self.window.quit_asked.connect(self.shell.leave)
        self.arrivals = Arrivals(self.shell, self._arguments, self._door)
        self.arrivals.quit_asked.connect(self.shell.leave)
        self._endings = Endings(self)
        self._endings.asked.connect(self.shell.leave)
        self._built = True
        if self._seen is None:
            self._patience.start()
        else:
            self._furnish()

    def _on_glimpsed(self, seen: bytes) -> None:
        self._seen = seen
        if self._built:
            self._furnish()

    def _furnish(self) -> None:
        if self._stands:
            return
        self._stands = True
        self._patience.stop()
        shown = self._shown()
        if shown is not None:
            self.window.show_window(shown.window)
            self.window.show_overview(shown.page)
        if self._place.page == USUAL.page:
            self._uncover()
        QTimer.singleShot(0, self, self._staff)

    def _uncover(self) -> None:
        self.shell.furnish(self.window, self.window.bar, self.window.ground)
        self.furnished.emit()
        gc.enable()

    def _staff(self) -> None:
        if self._ended:
            return
        try:
            self._make_desk()
        except Exception as fault:  # noqa: BLE001 - a window without its desk answers nobody
            self._give_up(fault)
        else:
            self.staffed.emit()

    def _make_desk(self) -> None:
        # Here because nobody can press anything before the page is painted.
        from ui.desk.desk import Desk
        from ui.desk.leaving import Leaving

        clock, secrets = self._workplace.clock, self._workplace.secrets
        self.desk = Desk(
            self.window, self.theme, self.preferences, clock.now, secrets, beat=clock.beat
        )
        self.desk.start()
        self.leaving = Leaving(self.shell, self.preferences, self.desk)
        self._settle(self.desk)

    def _give_up(self, fault: Exception) -> None:
        """End with a fault: the lanes of a desk that was half made would keep the program."""
        # Here because it is loaded with the desk.
        from ui.background.lane import Lane

        log.error("the window could not be made", exc_info=fault)
        self.fault = fault
        for lane in self.window.findChildren(Lane):
            lane.close()
        self.end()

    def _settle(self, desk: "Desk") -> None:
        """Bring the last page back, then what the start asks for."""
        if self._place.page != USUAL.page:
            desk.pages.go_to(self._place.page)
            self._uncover()
        if self._door is not None:
            desk.keeping.moved.connect(self._door.guard)
        desk.updated.again_asked.connect(self._start_again)
        if self.arrivals is not None:
            self.arrivals.serve(desk)
        if self.leaving is not None and not self.shell.isVisible():
            self.leaving.wait_for_tray()

    def _start_again(self) -> None:
        self.starts_again = True
        self.shell.leave()

    def _shown(self) -> "Shown | None":
        # Here because the states are loaded with the window.
        from ui.desk.snapshot import read_snapshot, shown_of

        return shown_of(self._seen or b"") or read_snapshot(self._workplace.folder)

    def _close(self) -> None:
        self._ended = True
        if self._glimpse is not None:
            self._glimpse.kill()
        self._reader.join()
        self._patience.stop()
        if self.leaving is not None:
            self.leaving.close()
        if self._endings is not None:
            self._endings.close()
        if self.desk is not None:
            self._close_desk(self.desk)
        if self.arrivals is not None:
            self.arrivals.close()
        elif self._door is not None:
            self._door.close()
        self.closed.emit()

    def _close_desk(self, desk: "Desk") -> None:
        """Keep where the window stood and how it looked; then the ledger is closed."""
        self.preferences.keep(KEPT_AS, self.shell.place(desk.pages.front).written())
        for page in (desk.dial, desk.text):
            page.forget()  # what was typed is not to be in the picture
        spoken, dark = desk.spoken(), self.theme.tokens.dark
        desk.close(LastPage(self.shell.grab(), spoken, dark))
