"""Unknown files in the window: asked from the menu or from the row of an import that failed."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.background.lane import Lane
from ui.desk.books import Books
from ui.desk.files import FileQuestions
from ui.desk.imports import Imports
from ui.desk.preferences import Preferences
from ui.theme.theme import Theme
from ui.window.window import MainWindow

if TYPE_CHECKING:
    from ui.desk.mapping_session import MappingSession


class Mappings(QObject):
    """Asks what the columns of a file mean, of one file at a time; ``failed`` carries a Problem."""

    failed = Signal(object)

    def __init__(
        self,
        window: MainWindow,
        theme: Theme,
        preferences: Preferences,
        *,
        books: Books,
        lane: Lane,
    ) -> None:
        super().__init__(window)
        self._window = window
        self.theme = theme
        self.preferences = preferences
        self.books = books
        self.lane = lane
        self._session: MappingSession | None = None

    def serve(self, imports: Imports, files: FileQuestions) -> None:
        """Answer what the menu and the import row ask, and hand over to the imports."""
        self._imports = imports
        self._files = files
        self._window.mapping_asked.connect(self._on_menu)
        self._window.import_row.mapping_asked.connect(self._on_unknown)

    def ask(self, path: Path) -> None:
        """Look at a file and ask what its columns mean."""
        if self._session is not None:
            return
        # Here because a start needs neither the dialog nor the readers whose values it knows.
        from ui.desk.mapping_session import MappingSession

        self._session = MappingSession(self, self._window, path)
        self._session.failed.connect(self.failed)
        self._session.kept.connect(self._on_kept)
        self._session.ended.connect(self._on_ended)
        self._session.start()

    def _on_menu(self) -> None:
        path = self._files.which_to_map(self._window, self.preferences.words)
        if path is not None:
            self.ask(path)

    def _on_unknown(self) -> None:
        if self._imports.unknown is not None:
            self.ask(self._imports.unknown)

    def _on_kept(self, path: Path, name: str) -> None:
        self._imports.bring_in([path], name)

    def _on_ended(self) -> None:
        if self._session is not None:
            self._session.deleteLater()
            self._session = None
