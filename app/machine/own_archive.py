"""The code inside a frozen program, which stays readable while an upgrade changes the file.

PyInstaller keeps the modules in the program's own file and opens that by its name for each module
that is wanted. A package manager puts another file under that name while the window is open: what
was not loaded by then would be cut out of the wrong file, and a page never visited stay empty.
"""

import sys
from contextlib import suppress
from pathlib import Path
from types import ModuleType

#: Linux: the file that runs, whatever has its name by now, or if nothing has.
RUNNING = "/proc/self/exe"
_IMPORTER = "pyimod02_importers"


def hold_archive(importer: ModuleType | None = None, running: str = RUNNING) -> bool:
    """Let modules come from the file that runs; tell whether they do from now on.

    Elsewhere than on Linux no such name exists: Windows does not let go of a program that runs.
    """
    importer = importer or sys.modules.get(_IMPORTER)
    archive = getattr(importer, "pyz_archive", None)
    named = getattr(archive, "_filename", None)
    with suppress(OSError):
        if named is not None and Path(named).samefile(running):
            vars(archive)["_filename"] = running
            return True
    return False
