"""The one way in: commands that need no window go to app.commands, and Qt is never loaded."""

import os
import sys

from app.commands.main import main as run
from app.commands.table import Command

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
    _open_missing()
    for stream in (sys.stdout, sys.stderr):
        # A sign that the terminal cannot show is no reason to fail.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    return run(sys.argv[1:], os.environ, sys.stdout, sys.stderr, also=WINDOW)


def _open_missing() -> None:
    """Send words nowhere where there is nowhere to send them, as in a program without a console."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            nowhere = open(os.devnull, mode, encoding="utf-8")  # noqa: SIM115, PTH123 - for the whole run
            setattr(sys, name, nowhere)


if __name__ == "__main__":
    sys.exit(main())
