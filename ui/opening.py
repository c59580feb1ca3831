"""Opening the window: the shell with its picture at once, then the page, then live figures."""

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
    from ui.overview.state import OverviewState
    from ui.theme.theme import Theme
    from ui.window.window import MainWindow

#: How long the first look may take before the page is shown as it was last.
_PATIENCE_MS = 1_500


class Opening(QObject):
    """Builds one window; ``furnished`` comes when the page stands, with figures if there are any.

    ``window``, ``theme`` and ``desk`` are there from then on. ``glimpse``: the child that looks at
    the figures meanwhile, or ``None``.
    """

    furnished = Signal()
    _glimpsed = Signal(object)

    window: "MainWindow"
    theme: "Theme"
    desk: "Desk"

    def __init__(
        self, workplace: Workplace, glimpse: "subprocess.Popen[bytes] | None" = None
    ) -> None:
        super().__init__()
        self._workplace = workplace
        self._glimpse = glimpse
        self._seen: bytes | None = None
        self._stands = False
        self.shell = Shell(read_last_page(workplace.folder))
        self.shell.painted.connect(self._build)
        self.shell.closing.connect(self._close)
        self._patience = QTimer(self, interval=_PATIENCE_MS, singleShot=True)
        self._patience.timeout.connect(self._furnish)
        self._glimpsed.connect(self._on_glimpsed)
        self._reader = Thread(target=self._read_glimpse, name="glimpse")
        self._reader.start()

    def _read_glimpse(self) -> None:
        seen = self._glimpse.communicate()[0] if self._glimpse else b""
        self._glimpsed.emit(seen)

    def _build(self) -> None:
        # Here because all this is loaded while the picture is on the screen already.
        from ui.desk.desk import Desk
        from ui.desk.preferences import Preferences
        from ui.theme.theme import Choice, Theme
        from ui.window.window import MainWindow

        preferences = Preferences(self._workplace.folder, self._workplace.environ)
        self.theme = Theme(Choice(preferences.theme))
        self.theme.dress(make_application())
        self.window = MainWindow(self.theme)
        self.desk = Desk(self.window, self.theme, preferences, self._workplace.clock.now)
        if self._seen is None:
            self._patience.start()
        else:
            self._furnish()

    def _on_glimpsed(self, seen: bytes) -> None:
        self._seen = seen
        if hasattr(self, "desk"):
            self._furnish()

    def _furnish(self) -> None:
        if self._stands:
            return
        self._stands = True
        self._patience.stop()
        self.desk.show_first(self._page())
        self.shell.furnish(self.window)
        self.furnished.emit()
        self.desk.start()

    def _page(self) -> "OverviewState | None":
        # Here because the states are loaded with the window.
        from ui.desk.snapshot import page_of, read_snapshot

        return page_of(self._seen or b"") or read_snapshot(self._workplace.folder)

    def _close(self) -> None:
        if self._glimpse is not None:
            self._glimpse.kill()
        self._reader.join()
        self._patience.stop()
        if not self._stands:
            if hasattr(self, "desk"):
                self.desk.close(None)
            return
        page = LastPage(self.shell.grab(), self.desk.spoken(), self.theme.tokens.dark)
        self.desk.close(page)


def make_application() -> QApplication:
    """Return the application, made at the first call."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Talktally")
    application.setDesktopFileName("talktally")
    return application
