"""An update under the open window: seen on the disk, told on the overview, started when wanted."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from app.machine.updated_program import program_file
from ui.desk.preferences import Preferences
from ui.theme.theme import Theme
from ui.updates.state import updated_row
from ui.window.window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.widgets.acting_row import ActingRow

#: How soon it is looked once more at what has just changed.
_SURE_MS = 3_000


class Updated(QObject):
    """Tells that the program was updated; ``again_asked``: its person wants the new one.

    ``changed``: it was seen to be another program, or to be the same again.
    """

    changed = Signal()
    again_asked = Signal()

    def __init__(self, window: MainWindow, theme: Theme, preferences: Preferences) -> None:
        super().__init__(window)
        self._window, self._theme, self._preferences = window, theme, preferences
        #: The program's file as it was at the start.
        self.program = program_file(preferences.environ)
        #: Whether a call goes on, which nothing is to break off.
        self.is_calling: Callable[[], bool] = lambda: False
        self.is_told = False
        self._row: ActingRow | None = None
        self._sure = QTimer(self, interval=_SURE_MS, singleShot=True)
        self._sure.timeout.connect(self.look)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._on_state)
        preferences.watch(lambda _: self.show_again())  # in another language, perhaps

    def look(self) -> None:
        """Look at the program's file; tell of another one that still stands at a second look."""
        is_another, is_sure = self.program.look()
        if is_another and not is_sure:
            self._sure.start()
        if is_sure or not is_another:
            was_told, self.is_told = self.is_told, is_sure
            if is_sure is not was_told:
                self.changed.emit()
        self.show_again()

    def show_again(self) -> None:
        """Show the row anew: a call may have begun or ended."""
        told = self.is_told and not self.is_calling()
        if told and self._row is None:
            self._row = self._made()
        if self._row is not None:
            self._row.show_state(updated_row(self._preferences.words) if told else None)

    def close(self) -> None:
        """Look no more."""
        self._sure.stop()

    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self.look()

    def _made(self) -> "ActingRow":
        # Here because hardly any window sees an update.
        from ui.widgets.acting_row import ActingRow

        row = ActingRow(self._theme)
        row.asked.connect(lambda *_: self.again_asked.emit())
        self._window.page.insert_offer(row)
        return row
