"""Before you dial, connected: what is known of a number, read while it is typed."""

from PySide6.QtCore import QObject

from ui.desk.pages import Pages
from ui.window.window import MainWindow


class Dial(QObject):
    """Serves the page "Before you dial"."""

    def __init__(self, window: MainWindow, pages: Pages) -> None:
        super().__init__(window)
        self._window, self._pages = window, pages
        self._written = ""

    def look_at(self, written: str) -> None:
        """Show what is known of a number as somebody wrote it, with the page in front."""
        self._written = written
        if self._pages.front != "dial":
            self._pages.go_to("dial")
