"""The one way in: commands that need no window go to app.commands, and Qt is never loaded."""

import io
import os
import sys
from collections.abc import Callable, Sequence

from app.commands.main import main as run
from app.commands.table import COMMANDS, Command, take_apart
from app.domain.problem import Problem

#: Commands of the window; the one without a name runs when nothing is asked for.
WINDOW = {
    "": Command(
        "ui.start",
        "open the window, or raise the one that runs; with a tel: link, look at its number",
    ),
    "screenshot": Command("ui.commands.screenshot", "draw a page into a file"),
    "--selfcheck": Command(
        "ui.commands.selfcheck.command",
        "try every part of the program here, apart from your data",
        apart=True,
    ),
    "demo": Command("ui.commands.demo", "a folder with a lively sample month, then the window"),
}


def main() -> int:
    """Run what the arguments ask for; returns the exit code."""
    without_console = sys.stderr is None
    _open_missing()
    for stream in (sys.stdout, sys.stderr):
        # A sign that the terminal cannot show is no reason to fail.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    if without_console and sys.platform == "win32":
        return run_aloud(sys.argv[1:], _show_sentence)
    return run(sys.argv[1:], os.environ, sys.stdout, sys.stderr, also=WINDOW)


def run_aloud(argv: Sequence[str], show: Callable[[str], None]) -> int:
    """Run what was clicked on, and ``show`` why no window came; a command stays silent.

    Nobody sees what a program without a console writes, and a softphone's commands have nobody
    who could answer.
    """
    told = io.StringIO()
    code = run(argv, os.environ, sys.stdout, told, also=WINDOW)
    if code and _asks_for_the_window(argv) and (sentence := told.getvalue().strip()):
        show(sentence)
    return code


def _asks_for_the_window(argv: Sequence[str]) -> bool:
    try:
        return not take_apart(argv, {**COMMANDS, **WINDOW}).words
    except Problem:
        return False


def _show_sentence(sentence: str) -> None:
    if sys.platform == "win32":
        # Here because Windows alone shows it, and only when a start has failed.
        import ctypes

        warning = 0x30
        ctypes.windll.user32.MessageBoxW(None, sentence, "Talktally", warning)


def _open_missing() -> None:
    """Send words nowhere where there is nowhere to send them, as in a program without a console."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            nowhere = open(os.devnull, mode, encoding="utf-8")  # noqa: SIM115, PTH123 - for the whole run
            setattr(sys, name, nowhere)


if __name__ == "__main__":
    sys.exit(main())
