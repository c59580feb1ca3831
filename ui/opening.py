"""Opening the window: the shell with its picture at once, then the page, then live figures."""

import gc
import sys
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from app.assembly import Workplace
from ui.shell.picture import LastPage, read_last_page
from ui.shell.shell import Shell

if TYPE_CHECKING:
    import subprocess

    from ui.desk.desk import Desk
    from ui.desk.preferences import Preferences
    from ui.desk.snapshot import Shown
    from ui.theme.theme import Theme
    from ui.window.window import MainWindow

#: How long the first look may take before the page is shown as it was last.
_PATIENCE_MS = 1_500


class Opening(QObject):
    """Builds one window, in the order in which a person needs its parts.

    ``furnished`` comes when the page stands, with figures if there are any: ``window`` and
    ``theme`` are there from then on. ``staffed`` comes when everything answers: ``desk`` is there.
    ``glimpse``: the child that looks at the figures meanwhile, or ``None``.
    """

    furnished = Signal()
    staffed = Signal()
    _glimpsed = Signal(object)

    window: "MainWindow"
    theme: "Theme"
    preferences: "Preferences"
    desk: "Desk | None" = None

    def __init__(
        self, workplace: Workplace, glimpse: "subprocess.Popen[bytes] | None" = None
    ) -> None:
        super().__init__()
        self._workplace = workplace
        self._glimpse = glimpse
        self._seen: bytes | None = None
        self._built = self._stands = False
        self.shell = Shell(read_last_page(workplace.folder))
        self.shell.painted.connect(self._on_painted)
        self.shell.closing.connect(self._close)
        self._patience = QTimer(self, interval=_PATIENCE_MS, singleShot=True)
        self._patience.timeout.connect(self._furnish)
        self._glimpsed.connect(self._on_glimpsed)
        self._reader = Thread(target=self._read_glimpse, name="glimpse")
        self._reader.start()

    def _read_glimpse(self) -> None:
        seen = self._glimpse.communicate()[0] if self._glimpse else b""
        self._glimpsed.emit(seen)

    def _on_painted(self) -> None:
        QTimer.singleShot(0, self, self._build)

    def _build(self) -> None:
        # Here because all this is loaded while the picture is on the screen already.
        from ui.desk.preferences import Preferences
        from ui.theme.theme import Choice, Theme
        from ui.window.state import window_state
        from ui.window.window import MainWindow

        self.preferences = Preferences(self._workplace.folder, self._workplace.environ)
        theme, language = self.preferences.theme, self.preferences.language
        self.theme = Theme(Choice(theme))
        self.theme.dress(make_application())
        self.window = MainWindow(self.theme)
        words = self.preferences.words
        self.window.show_window(window_state(words, None, theme=theme, language=language))
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
        self.shell.furnish(self.window)
        self.furnished.emit()
        gc.enable()
        QTimer.singleShot(0, self, self._staff)

    def _staff(self) -> None:
        # Here because nobody can press anything before the page is painted.
        from ui.desk.desk import Desk

        now, secrets = self._workplace.clock.now, self._workplace.secrets
        self.desk = Desk(self.window, self.theme, self.preferences, now, secrets)
        self.desk.start()
        self.staffed.emit()

    def _shown(self) -> "Shown | None":
        # Here because the states are loaded with the window.
        from ui.desk.snapshot import read_snapshot, shown_of

        return shown_of(self._seen or b"") or read_snapshot(self._workplace.folder)

    def _close(self) -> None:
        if self._glimpse is not None:
            self._glimpse.kill()
        self._reader.join()
        self._patience.stop()
        if self.desk is not None:
            spoken, dark = self.desk.spoken(), self.theme.tokens.dark
            self.desk.close(LastPage(self.shell.grab(), spoken, dark))


def make_application() -> QApplication:
    """Return the application, made at the first call."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Talktally")
    application.setDesktopFileName("talktally")
    return application
