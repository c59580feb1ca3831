"""Files brought in and written out by a child process, with a row that shows how it goes."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from app.domain.problem import Problem
from app.wording.words import Words
from ui.desk.child import Child
from ui.importing.state import (
    Counts,
    ImportState,
    export_done,
    export_running,
    import_done,
    import_failed,
    import_running,
    partly_failed,
)


class Imports(QObject):
    """One import or export at a time; ``shown`` carries its row, ``people_found`` names.

    ``people_found``: the names among whom "me" is still to be found. ``row`` is the one last shown.
    ``unknown``: the file whose columns nobody knew, None when there was none.
    """

    shown = Signal(object)
    people_found = Signal(object)

    def __init__(self, folder: Path, words: Callable[[], Words], parent: QObject) -> None:
        super().__init__(parent)
        self.folder = folder
        self._words = words
        self._child: Child | None = None
        self._name = ""
        self._refusals: list[str] = []
        self.row: ImportState | None = None
        self.unknown: Path | None = None

    def bring_in(self, files: Sequence[Path], mapping: str = "") -> None:
        """Read files into the ledger, by a kept mapping where one is named.

        While other work is under way nothing happens.
        """
        if self._child is not None or not files:
            return
        self._name = files[0].name if len(files) == 1 else ", ".join(f.name for f in files)
        named = [f"--mapping={mapping}"] if mapping else []
        self._start(["import", "--json", "--progress", *named, "--", *map(str, files)])
        self._show(import_running(self._words(), self._name, done=None))

    def write_out(self, file: Path, options: Sequence[str] = ()) -> None:
        """Write entries to a file, all of them unless ``options`` of the command narrow them."""
        if self._child is not None:
            return
        self._name = file.name
        self._start(["export", "--json", *options, "--", str(file)])
        self._show(export_running(self._words(), self._name))

    def cancel(self) -> None:
        """Stop what is under way; what is complete stays."""
        if self._child is not None:
            self._child.cancel()

    def put_away(self) -> None:
        """Take the row away once it has been read."""
        if self._child is None:
            self._show(None)

    def show_refusals(self) -> None:
        """Open the files that tell the refused lines."""
        for path in self._refusals:
            QDesktopServices.openUrl(QUrl.fromLocalFile(path))

    def close(self) -> None:
        """Stop what is under way and wait until it is gone."""
        if self._child is not None:
            self._child.close()
            self._child = None

    def _start(self, arguments: list[str]) -> None:
        self._refusals = []
        self.unknown = None
        self._child = Child(self.folder, arguments, self)
        self._child.progressed.connect(self._on_progress)
        self._child.ended.connect(self._on_ended)
        self._child.failed.connect(self._on_failed)
        self._child.start()

    def _on_progress(self, said: dict[str, Any]) -> None:
        total = int(said.get("total", 0))
        if total:
            done = min(1000, int(said.get("done", 0)) * 1000 // total)
            name = str(said.get("file", self._name))
            self._show(import_running(self._words(), name, done=done))

    def _on_ended(self, answer: dict[str, Any]) -> None:
        self._drop()
        if "files" in answer:
            self._tell_import(answer["files"], answer.get("failed", []))
        elif "entries" in answer:
            self._show(export_done(self._words(), self._name, int(answer["entries"])))
        else:
            self._show(None)

    def _tell_import(self, files: list[dict[str, Any]], failed: list[dict[str, Any]]) -> None:
        trouble = self._failure(failed) if failed else None
        if not files:
            self._show(trouble)
            return
        self._refusals = [str(each["refusals"]) for each in files if each.get("refusals")]
        sums = (sum(int(each[k]) for each in files) for k in ("read", "new", "known", "refused"))
        done = import_done(self._words(), self._name, Counts(*sums))
        self._show(partly_failed(done, trouble) if trouble else done)
        people = sorted({name for each in files for name in each.get("people", ())})
        if people:
            self.people_found.emit(tuple(people))

    def _failure(self, failed: list[dict[str, Any]]) -> ImportState:
        """Tell of one file that could not be read, of one that a mapping helps before others."""
        first = next((each for each in failed if each["columns_unknown"]), failed[0])
        path, unknown = Path(first["path"]), bool(first["columns_unknown"])
        self.unknown = path if unknown else None
        # The child has already said it in the person's language.
        problem = Problem(str(first["reason"]))
        return import_failed(self._words(), path.name, problem, columns_unknown=unknown)

    def _on_failed(self, problem: Problem) -> None:
        self._drop()
        self._show(import_failed(self._words(), self._name, problem))

    def _show(self, row: ImportState | None) -> None:
        self.row = row
        self.shown.emit(row)

    def _drop(self) -> None:
        if self._child is not None:
            self._child.deleteLater()
            self._child = None
