"""The application, with what the system says to it as a whole rather than to a window."""

import os
import sys

from PySide6.QtCore import QEvent, QUrl, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from app.machine.outside import give_plugins_back


class Application(QApplication):
    """``quitting``: the system wants the program to end; ``linked`` carries a link it hands over.

    Both come so on macOS: from the dock, and instead of arguments.
    """

    quitting = Signal()
    linked = Signal(str)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Quit:
            self.quitting.emit()
        elif isinstance(event, QFileOpenEvent) and not event.url().isLocalFile():
            # As it came: a decoded link would be another one for the phone app.
            self.linked.emit(event.url().toString(QUrl.ComponentFormattingOption.FullyEncoded))
            return True
        return super().event(event)


def make_application() -> QApplication:
    """Return the application, made at the first call."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    application = Application(sys.argv[:1])
    # Qt has found its own plugins by now.
    give_plugins_back(os.environ)
    application.setApplicationName("Talktally")
    application.setDesktopFileName("talktally")
    # A window out of sight lives on in the tray; ui.start ends the program.
    application.setQuitOnLastWindowClosed(False)
    return application
