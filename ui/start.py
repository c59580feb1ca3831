"""Wires the window: the one place where its parts meet, and the first frame is hurried."""

import argparse
import sys
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QApplication

from app.assembly import Workplace
from app.domain.instant import Instant
from app.domain.problem import EnvironmentProblem, ExitCode, mark
from ui.desk.desk import Desk
from ui.desk.preferences import Preferences
from ui.desk.snapshot import read_snapshot
from ui.display import has_display
from ui.theme.theme import Choice, Theme
from ui.window.closing import ClosingWindow
from ui.window.state import window_state

_NO_DISPLAY = mark(
    "There is no display, so no window can be opened. For the figures: talktally status. "
    "For a picture of the window: talktally screenshot overview FILE.png"
)


@dataclass(frozen=True, slots=True)
class Opened:
    """An open window and what works behind it."""

    window: ClosingWindow
    desk: Desk
    theme: Theme


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The window needs nothing but the data folder."""


def run(_: argparse.Namespace, workplace: Workplace) -> int:
    """Open the window and stay until it is closed; EnvironmentProblem without a display."""
    if not has_display(workplace.environ):
        raise EnvironmentProblem(_NO_DISPLAY)
    application = make_application()
    preferences = Preferences(workplace.folder, workplace.environ)
    opened = open_window(application, preferences, workplace.clock.now)
    opened.window.show()
    application.exec()
    return ExitCode.DONE


def open_window(
    application: QApplication, preferences: Preferences, now: Callable[[], Instant]
) -> Opened:
    """Make the window with the page it last showed; figures are read once it is on the screen."""
    theme = Theme(Choice(preferences.theme))
    theme.dress(application)
    window = ClosingWindow(theme)
    window.show_window(
        window_state(
            preferences.words, None, theme=preferences.theme, language=preferences.language
        )
    )
    last = read_snapshot(preferences.folder)
    if last is not None:
        window.show_overview(last)
    desk = Desk(window, theme, preferences, now)
    window.painted.connect(desk.start)
    window.closed.connect(desk.close)
    return Opened(window, desk, theme)


def make_application() -> QApplication:
    """Return the application, made at the first call."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Talktally")
    application.setDesktopFileName("talktally")
    return application
