"""How this program is started once more: by the system at login, or by a person's link."""

import sys
from collections.abc import Mapping
from pathlib import Path

#: With this word the program starts in the tray.
HIDDEN = "--hidden"
#: With this word the window that is open is ended: by an installer, before it changes the program.
QUIT = "--quit"
#: Stands in the environment of a program that was given a number to dial: a link that comes from
#: there is shown and never handed on, or the two would give it to each other for ever.
HANDED_OVER_MARK = "TALKTALLY_HANDED_OVER"
#: What a start in such an environment tells the window.
SENT_BACK = "--sent-back"
_SCRIPTS = ("talktally.exe", "talktally")


def own_program(environ: Mapping[str, str]) -> tuple[str, ...]:
    """Return the words that start this program from any folder, the program's full path first.

    A script that was installed beside Python is preferred: ``-m ui`` would take the first folder
    of that name that it meets where the system starts it.
    """
    image = environ.get("APPIMAGE", "")
    if image and getattr(sys, "frozen", False):
        return (image,)  # the program inside is mounted elsewhere at each start
    if getattr(sys, "frozen", False):
        return (str(Path(sys.executable).absolute()),)
    beside = Path(sys.executable).absolute().parent
    for script in _SCRIPTS:
        if (beside / script).is_file():
            return (str(beside / script),)
    return as_module()


def as_module() -> tuple[str, ...]:
    """Return the words that start this program from its own folder."""
    return (str(Path(sys.executable).absolute()), "-m", "ui")
