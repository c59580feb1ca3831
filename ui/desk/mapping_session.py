"""One file and the dialog about its columns: looks and previews come from the worker."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from app.domain.problem import Problem
from ui.background.lane import Lane
from ui.desk.books import Books
from ui.desk.preferences import Preferences
from ui.mapping.answers import Answers, mapping_of
from ui.mapping.dialog import MappingDialog
from ui.mapping.preview import preview_failed, preview_missing, preview_state
from ui.mapping.state import MappingState, lacking, mapping_state
from ui.theme.theme import Theme
from ui.window.window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.actions.preview_mapping import FirstLook, Previewed


class Tools(Protocol):
    """What a session works with."""

    theme: Theme
    preferences: Preferences
    books: Books
    lane: Lane


class MappingSession(QObject):
    """Asks about one file; ``kept`` carries it and the name under which its mapping is kept.

    ``failed`` carries the Problem of a file that cannot be looked at; ``ended`` comes last.
    """

    kept = Signal(object, str)
    failed = Signal(object)
    ended = Signal()

    def __init__(self, tools: Tools, window: MainWindow, path: Path) -> None:
        super().__init__(window)
        self._tools = tools
        self._window = window
        self._path = path
        self._look: FirstLook | None = None
        self._dialog: MappingDialog | None = None
        self._asked = 0

    def start(self) -> None:
        """Look at the file, then open the dialog."""
        self._run_look(named=None, sheet="", done=self._open, failed=self._on_failed)

    def _run_look(
        self,
        *,
        named: bool | None,
        sheet: str,
        done: "Callable[[FirstLook], None]",
        failed: "Callable[[Problem], None]",
    ) -> None:
        books, path = self._tools.books, self._path

        def work() -> "FirstLook":
            from app.actions.preview_mapping import look_at

            return look_at(books.ledger(), path, sheet=sheet, first_line_names=named)

        self._tools.lane.run(work, done, failed)

    def _open(self, look: "FirstLook") -> None:
        self._look = look
        self._dialog = dialog = MappingDialog(self._tools.theme, self._state(look), self._window)
        dialog.changed.connect(self._on_changed)
        dialog.layout_changed.connect(self._on_layout)
        dialog.chosen.connect(self._on_chosen)
        dialog.rejected.connect(self.ended)
        dialog.finished.connect(self._on_finished)
        dialog.open()
        self._on_changed(dialog.answers)

    def _state(self, look: "FirstLook") -> MappingState:
        preferences = self._tools.preferences
        words, zone = preferences.words, preferences.machine_zone
        return mapping_state(words, self._path.name, look, zone)

    def _on_layout(self, named: bool, sheet: str) -> None:  # noqa: FBT001 - carried by a signal
        self._run_look(named=named, sheet=sheet, done=self._on_look, failed=self._on_no_preview)

    def _on_look(self, look: "FirstLook") -> None:
        self._look = look
        if self._dialog is not None:
            self._dialog.show_state(self._state(look))

    def _on_changed(self, answers: Answers) -> None:
        """Ask for a preview; what comes home after a later answer is not shown."""
        self._asked += 1
        words, look, path = self._tools.preferences.words, self._look, self._path
        missing = lacking(words, answers)
        if missing or look is None:
            if self._dialog is not None:
                self._dialog.show_preview(preview_missing(missing))
            return
        mapping, zone = mapping_of(answers, look.guess), self._tools.preferences.machine_zone

        def work() -> "tuple[Previewed, ...]":
            from app.actions.preview_mapping import preview_mapping

            return preview_mapping(path, mapping, zone=zone)

        show = partial(self._on_preview, self._asked, mapping.zone or zone)
        self._tools.lane.run(work, show, partial(self._on_no_preview, number=self._asked))

    def _on_preview(self, number: int, zone: str, lines: "tuple[Previewed, ...]") -> None:
        if self._dialog is not None and number == self._asked:
            words = self._tools.preferences.words
            self._dialog.show_preview(preview_state(words, lines, zone))

    def _on_no_preview(self, problem: Problem, number: int | None = None) -> None:
        if self._dialog is not None and number in {None, self._asked}:
            words = self._tools.preferences.words
            self._dialog.show_preview(preview_failed(words, problem))

    def _on_chosen(self, answers: Answers) -> None:
        if self._look is None:
            return
        mapping, books = mapping_of(answers, self._look.guess), self._tools.books

        def work() -> str:
            from app.actions.kept_mappings import keep

            keep(books.ledger(), mapping)
            return mapping.name

        self._tools.lane.run(work, self._on_kept, self._on_failed)

    def _on_finished(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None

    def _on_kept(self, name: str) -> None:
        self.kept.emit(self._path, name)
        self.ended.emit()

    def _on_failed(self, problem: Problem) -> None:
        self.failed.emit(problem)
        self.ended.emit()
