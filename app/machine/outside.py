"""What a frozen program changed in its environment for itself, and programs it starts must not get.

PyInstaller's start-up code says by LD_LIBRARY_PATH where our libraries lie, keeps what stood there
in LD_LIBRARY_PATH_ORIG, and notes in variables of its own (``_PYI_…``) that it has done so. The
system's loader has read them by the time Python runs, so they can be put right at once.
"""

import sys
from collections.abc import MutableMapping

_PATHS = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
_BEFORE = "_ORIG"
_OWN_NOTES = "_PYI_"
#: Where Qt looks for plugins beside its own: those of another Qt would end our program.
_QT_PATHS = ("QT_PLUGIN_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH")
_ASIDE = "TALKTALLY_OUTER_"


def step_outside(environ: MutableMapping[str, str]) -> None:
    """Put the environment of a frozen program back as it was before, but for Qt's plugins."""
    for name in _PATHS:
        before = environ.pop(f"{name}{_BEFORE}", "")
        environ.pop(name, None)
        if before:
            environ[name] = before
    for name in [name for name in environ if name.startswith(_OWN_NOTES)]:
        del environ[name]
    for name in _QT_PATHS:
        if name in environ:
            environ[f"{_ASIDE}{name}"] = environ.pop(name)
    _forget_folder()


def give_plugins_back(environ: MutableMapping[str, str]) -> None:
    """Put back where others find plugins of Qt, once our Qt has found its own."""
    for name in _QT_PATHS:
        before = environ.pop(f"{_ASIDE}{name}", None)
        if before is not None:
            environ[name] = before


if sys.platform == "win32":
    _ROOM = 260

    def _forget_folder() -> None:
        # Here because it costs the start of every other system nothing.
        from ctypes import create_unicode_buffer, windll

        # Programs that we start would look for their libraries among ours. The system's folder
        # takes that place, for with none the folder in which somebody started us would be searched.
        system = create_unicode_buffer(_ROOM)
        windll.kernel32.GetSystemDirectoryW(system, _ROOM)
        windll.kernel32.SetDllDirectoryW(system)

else:

    def _forget_folder() -> None:
        """There is no such folder here."""
