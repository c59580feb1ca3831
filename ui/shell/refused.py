"""A display that Qt cannot use: instead of the crash with which Qt ends there is a sentence."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler, qWarning

from app.assembly import Workplace, shown
from app.domain.problem import EnvironmentProblem, mark

_REFUSED = mark(
    "No window can be opened on this display ({reason}). Check DISPLAY or WAYLAND_DISPLAY. "
    "For the figures: talktally status"
)


@contextmanager
def refusal_told(workplace: Workplace) -> Iterator[None]:
    """Say why, and end the program, should Qt find no display it can use while its part begins."""
    said: list[str] = []

    def hear(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if kind is QtMsgType.QtFatalMsg:
            # What Qt says of the locale has several lines and is no reason.
            _end(workplace, next((each for each in said if "\n" not in each), message))
        said.append(message)

    before = qInstallMessageHandler(hear)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
    for message in said:
        qWarning(message)


def _end(workplace: Workplace, reason: str) -> None:
    """End at once: Qt crashes on purpose as soon as it has been heard."""
    problem = EnvironmentProblem(_REFUSED, reason=reason.strip().rstrip("."))
    stderr = workplace.streams.stderr
    try:
        stderr.write(f"{shown(workplace.words.problem(problem))}\n")
        stderr.flush()
    finally:
        os._exit(problem.exit_code)
