"""How this program is started once more: by the system at login, by a person's link, by itself."""

import sys
from collections.abc import Mapping
from pathlib import Path

#: With this word the program starts in the tray.
HIDDEN = "--hidden"
#: With this word the window that is open is ended: by an installer, before it changes the program.
QUIT = "--quit"
#: With this word a frozen program, which has no modules to run, looks at the figures of a folder
#: for the window that starts; nobody types it.
GLIMPSE = "--glimpse"
#: Stands in the environment of a program that was given a number to dial: a link that comes from
#: there is shown and never handed on, or the two would give it to each other for ever.
HANDED_OVER_MARK = "TALKTALLY_HANDED_OVER"
#: What a start in such an environment tells the window.
SENT_BACK = "--sent-back"
_SCRIPTS = ("talktally.exe", "talktally")
#: A program of Windows has a console or has none, so a frozen one is two files there.
_WINDOW, _CONSOLE = "Talktally.exe", "talktally-cli.exe"


def own_program(environ: Mapping[str, str]) -> tuple[str, ...]:
    """Return the words that start this program from any folder, the program's full path first.

    A script that was installed beside Python is preferred: ``-m ui`` would take the first folder
    of that name that it meets where the system starts it. On Windows it is the one without console.
    """
    image = environ.get("APPIMAGE", "")
    if is_frozen():
        # The program inside an image is mounted elsewhere at each start.
        return (image or _frozen(_WINDOW),)
    beside = Path(sys.executable).absolute().parent
    for script in _SCRIPTS:
        if (beside / script).is_file():
            return (str(beside / script),)
    return as_module()


def own_child() -> tuple[str, ...]:
    """Return the words with which this program runs a command of its own and reads what it says.

    Always of the very files that run now, whatever was installed since.
    """
    return (_frozen(_CONSOLE),) if is_frozen() else as_module()


def as_module() -> tuple[str, ...]:
    """Return the words that start this program from its own folder."""
    return (str(Path(sys.executable).absolute()), "-m", "ui")


def is_frozen() -> bool:
    """Tell whether the program runs as it is installed without Python."""
    return bool(getattr(sys, "frozen", False))


def _frozen(name: str) -> str:
    """Return the file of that name beside the one that runs, where there are two, else this one."""
    running = Path(sys.executable).absolute()
    return str(running.with_name(name) if running.with_name(name).is_file() else running)
