"""The log beside the ledger: what went wrong, with numbers, addresses and tokens struck out.

Set up for the window, and by a command only when something unforeseen happens.
"""

import logging
from contextlib import suppress
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

from typing_extensions import override

from app.domain.problem import EnvironmentProblem, Problem
from app.domain.redaction import strike
from app.machine.paths import make_folder

FILE_NAME = "talktally.log"
_LARGEST = 500_000
_KEPT = 2


class _Struck(logging.Formatter):
    """Writes a record without what it must not tell."""

    @override
    def format(self, record: logging.LogRecord) -> str:
        return f"{self.formatTime(record)} {strike(self._rest(record))}"

    def _rest(self, record: logging.LogRecord) -> str:
        said = f"{record.levelname} {record.name}: {record.getMessage()}"
        return f"{said}\n{self.formatException(record.exc_info)}" if record.exc_info else said


class _PrivateFile(RotatingFileHandler):
    """A log file that only its owner may read, the new one after each turn included."""

    @override
    def _open(self) -> TextIOWrapper:
        path = Path(self.baseFilename)
        path.touch(mode=0o600, exist_ok=True)
        path.chmod(0o600)
        return super()._open()

    @override
    def handleError(self, record: logging.LogRecord) -> None:
        # A log that cannot be written is no reason to trouble anybody: the work goes on.
        pass


def open_log(folder: Path) -> logging.Handler:
    """Make the handler that writes the log of a data folder; EnvironmentProblem if it has none."""
    make_folder(folder)
    handler = _PrivateFile(
        folder / FILE_NAME, maxBytes=_LARGEST, backupCount=_KEPT, encoding="utf-8", delay=True
    )
    handler.setFormatter(_Struck())
    return handler


def write_report(folder: Path, error: BaseException) -> Path | None:
    """Write an unforeseen error with its traceback; return the log, ``None`` when it cannot be."""
    told = (type(error), error, error.__traceback__)
    _write(folder, logging.LogRecord("talktally", logging.ERROR, "", 0, "unforeseen", None, told))
    path = folder / FILE_NAME
    with suppress(OSError):
        return path if path.exists() else None
    return None


def write_trouble(folder: Path, problem: Problem) -> None:
    """Write what went wrong where nobody may be there to read it; a log that fails is no more."""
    # What the computer refused is told whole; elsewhere names and ids of calls fill the places.
    told = str(problem) if isinstance(problem, EnvironmentProblem) else problem.message
    _write(folder, logging.LogRecord("talktally", logging.WARNING, "", 0, told, None, None))


def _write(folder: Path, record: logging.LogRecord) -> None:
    with suppress(Problem, OSError):
        handler = open_log(folder)
        handler.handle(record)
        handler.close()
