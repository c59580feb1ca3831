"""Safe keeping in the window: backups by hand and by themselves, restore, move, the doctor."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.problem import Problem
from app.machine.paths import moved_to
from ui.background.lane import Lane
from ui.desk.books import Books
from ui.desk.figures import Figures
from ui.desk.one_task import Answer, OneTask
from ui.desk.preferences import Preferences
from ui.keeping.checkup import CheckupDialog
from ui.keeping.questions import which_backup, which_bundle, which_folder
from ui.keeping.restore import RestoreDialog
from ui.keeping.state import backup_done, checkup_state, restore_state


class Keeping(QObject):
    """Does what the menus of safe keeping ask for, one thing at a time.

    ``told`` carries a sentence, ``failed`` a Problem, ``moved`` the new data folder.
    """

    told = Signal(str)
    failed = Signal(object)
    moved = Signal(object)

    def __init__(
        self,
        window: QWidget,
        preferences: Preferences,
        *,
        books: Books,
        lane: Lane,
        figures: Figures,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._preferences = preferences
        self._books = books
        self._lane = lane
        self._figures = figures
        self._task = OneTask(window, preferences)
        self._task.failed.connect(self.failed)
        self._task.rested.connect(self._resume)
        self._file = Path()
        self._paused = False
        #: Another reader of the ledger: told to let it go, and what to do then.
        self.let_go: Callable[[Callable[[], None]], None] = lambda then: then()

    @property
    def is_alone(self) -> bool:
        """Whether the window has let go of the ledger for what is under way."""
        return self._paused

    def ask(self, key: str) -> None:
        """Begin what a line of a menu names: "backup", "restore", "move" or "doctor"."""
        if self._task.is_busy:
            return
        begin = {
            "backup": self._back_up,
            "restore": self._preview,
            "move": self._move,
            "doctor": self._check_up,
        }
        begin[key]()

    def close(self) -> None:
        """Stop what is under way and wait until it is gone."""
        self._task.close()

    def _back_up(self) -> None:
        self._task.run("backup", ["backup", "--thorough"], self._on_backed_up)

    def _on_backed_up(self, answer: Answer) -> None:
        self.told.emit(backup_done(self._preferences.words, answer))

    def _preview(self) -> None:
        folder = self._preferences.folder
        backups = folder / "backups"
        place = backups if backups.is_dir() else folder
        file = which_backup(self._window, self._preferences.words, place)
        if file is not None:
            self._file = file
            self._task.run("preview", ["restore", str(file)], self._on_preview)

    def _on_preview(self, answer: Answer) -> None:
        state = restore_state(self._preferences.words, answer, self._preferences.machine_zone)
        dialog = RestoreDialog(state, self._window)
        dialog.agreed.connect(self._restore)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _restore(self) -> None:
        arguments = ["restore", str(self._file), "--yes"]
        self._alone(lambda: self._task.run("restore", arguments, self._on_restored))

    def _on_restored(self, answer: Answer) -> None:
        words, kept = self._preferences.words, answer["kept"]
        done = words.say("The backup is the ledger now.")
        if kept:
            done = f"{done} {words.say('The ledger before is kept as {file}.', file=kept)}"
        self.told.emit(done)

    def _move(self) -> None:
        target = which_folder(self._window, self._preferences.words)
        if target is not None:
            arguments = ["move", str(target)]
            self._alone(lambda: self._task.run("move", arguments, self._on_moved))

    def _on_moved(self, answer: Answer) -> None:
        words = self._preferences.words
        self.told.emit(words.say("The data folder is {folder} now.", folder=answer["to"]))

    def _check_up(self) -> None:
        self._task.run("doctor", ["doctor"], self._on_checkup)

    def _mend(self) -> None:
        self._task.run("doctor", ["doctor", "--mend"], self._on_checkup)

    def _on_checkup(self, answer: Answer) -> None:
        dialog = CheckupDialog(checkup_state(self._preferences.words, answer), self._window)
        dialog.saving.connect(self._save_bundle)
        dialog.mending.connect(self._mend)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _save_bundle(self) -> None:
        file = which_bundle(self._window, self._preferences.words)
        if file is not None:
            file.unlink(missing_ok=True)  # the question has asked whether to write over it
            arguments = ["doctor", "--bundle", str(file), "--yes"]
            self._task.run("doctor", arguments, self._on_bundle)

    def _on_bundle(self, answer: Answer) -> None:
        words = self._preferences.words
        self.told.emit(words.say("The bundle is {file}.", file=answer["bundle"]))

    def _alone(self, begin: Callable[[], None]) -> None:
        """Let the window go of the ledger, then begin; it is taken up again at the end."""
        self._figures.stop()
        self._paused = True
        self._lane.run(self._books.give, lambda _: self.let_go(begin), self._on_stuck)

    def _on_stuck(self, problem: Problem) -> None:
        self._resume()
        self.failed.emit(problem)

    def _resume(self) -> None:
        if not self._paused:
            return
        self._paused = False
        # A move that was cancelled may have switched over before.
        folder = moved_to(self._preferences.folder)
        if folder is not None:
            self._preferences.folder = self._books.folder = folder
            self.moved.emit(folder)
        self._lane.run(self._books.take_back, lambda _: self._figures.start(), self._on_stuck)
