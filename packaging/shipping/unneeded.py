"""Leave out libraries for Linux that nothing in the program needs any more.

PyInstaller takes along what a plugin needs before shipping/trim.py leaves the plugin out.
"""

import subprocess
from collections.abc import Mapping
from pathlib import Path

from shipping.search_paths import libraries_below

#: Opened by its path, at the start of the program.
_OPENED = "libpython"
#: Opened by Qt, by looking into the folder.
_PLUGINS = "plugins"


def drop_unneeded(tree: Path) -> list[str]:
    """Delete from ``tree`` the libraries that nothing there names, with the links to them."""
    needs = {library: _needed(library) for library in libraries_below(tree)}
    dropped: list[str] = []
    while found := _unneeded(needs):
        for library in found:
            del needs[library]
            _delete(tree, library)
        dropped += [library.name for library in found]
    return sorted(dropped)


def _unneeded(needs: Mapping[Path, frozenset[str]]) -> list[Path]:
    named = frozenset[str]().union(*needs.values())
    return [library for library in needs if _is_for_others(library) and library.name not in named]


def _is_for_others(library: Path) -> bool:
    """Tell whether it is a library that only others load, no module of Python and no plugin."""
    name = library.name
    plain = name.startswith("lib") and ".so." in name and not name.startswith(_OPENED)
    return plain and _PLUGINS not in library.parts


def _needed(library: Path) -> frozenset[str]:
    command = ["patchelf", "--print-needed", str(library)]
    told = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    return frozenset(told.split())


def _delete(tree: Path, library: Path) -> None:
    for path in [path for path in tree.rglob(library.name) if path.is_symlink()]:
        path.unlink()
    library.unlink()
