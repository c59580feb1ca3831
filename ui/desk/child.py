"""A command of this program run as a process of its own, so that long work never holds a frame."""

import json
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

from app.domain.problem import EnvironmentProblem, Problem, mark
from app.machine.own_program import own_child


class Child(QObject):
    """Runs one command: ``progressed`` carries what it says under way, ``ended`` its answer.

    Both are JSON objects; a command that failed as a whole gives a Problem to ``failed``. ``given``
    is what the command reads from its standard input.
    """

    progressed = Signal(object)
    ended = Signal(object)
    failed = Signal(object)

    def __init__(
        self, folder: Path, arguments: Sequence[str], parent: QObject, given: bytes = b""
    ) -> None:
        super().__init__(parent)
        self._given = given
        self._said = self._sentence = ""
        self._cancelled = False
        self._process = QProcess(self)
        program, *own = own_child()
        self._process.setProgram(program)
        self._process.setArguments([*own, "--data-dir", str(folder), *arguments])
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("PYTHONIOENCODING", "utf-8")
        self._process.setProcessEnvironment(environment)
        self._process.readyReadStandardError.connect(self._on_said)
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)

    def start(self) -> None:
        """Start the command."""
        self._process.start()
        if self._given:
            self._process.write(self._given)
        self._process.closeWriteChannel()

    def cancel(self) -> None:
        """Stop the command; what it has completed stays."""
        self._cancelled = True
        self._process.kill()

    def close(self) -> None:
        """Stop the command and wait until it is gone."""
        self._process.blockSignals(True)
        if self._process.state() is not QProcess.ProcessState.NotRunning:
            self._process.kill()
            self._process.waitForFinished()

    def _on_said(self) -> None:
        said = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace")
        *lines, rest = (self._said + said).split("\n")
        self._said = rest
        for line in lines:
            document = _document(line)
            if document is not None:
                self.progressed.emit(document)
            elif line.strip():
                self._sentence = line.strip()

    def _on_finished(self) -> None:
        answer = bytes(self._process.readAllStandardOutput().data()).decode("utf-8", "replace")
        document = _document(answer)
        if document is not None:
            self.ended.emit(document)
        elif self._cancelled:
            self.ended.emit({})
        else:
            self.failed.emit(_problem(self._sentence))

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self.failed.emit(
                EnvironmentProblem(
                    mark("The work could not be started: {reason}. Start Talktally again."),
                    reason=self._process.errorString(),
                )
            )


def _document(line: str) -> dict[str, object] | None:
    try:
        found = json.loads(line)
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


def _problem(sentence: str) -> Problem:
    if sentence:
        # The child has already said it in the person's language.
        return Problem(sentence)
    return Problem(mark("The work ended before it was done. Try again; what was complete is kept."))
