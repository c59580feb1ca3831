"""The applications of a Linux desktop: who may open a kind of link, and where its entry lies."""

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from app.machine.desktop_entry import exec_words, fields, listed
from app.machine.desktop_folders import (
    config_folder,
    data_folder,
    system_config_folders,
    system_data_folders,
)
from app.machine.mime_defaults import DEFAULTS, REMOVED

_ADDED, _CACHE = "[Added Associations]", "[MIME Cache]"


class DesktopApps:
    """The person's own lists go before those of the system, a desktop's own before all others."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._environ = environ
        self._config = config_folder(environ)
        #: Where the person's own entries lie.
        self.own = data_folder(environ) / "applications"

    def candidates(self, kind: str) -> Iterator[str]:
        """Yield the ids of who may open a kind, the one that does first; some may be gone."""
        removed: set[str] = set()
        added: list[str] = []
        for path in self._lists():
            yield from listed(fields(path, DEFAULTS).get(kind, ""))
            added += listed(fields(path, _ADDED).get(kind, ""))
            removed |= set(listed(fields(path, REMOVED).get(kind, "")))
        for folder in self._folders():
            added += listed(fields(folder / "mimeinfo.cache", _CACHE).get(kind, ""))
        yield from (each for each in added if each not in removed)

    def name_of(self, entry: str) -> str:
        """Return the name of an entry by its id, "" where it or its program is gone."""
        path = self.path_of(entry)
        found = fields(path) if path is not None else {}
        command = exec_words(found.get("Exec", ""))
        needed = [each for each in (found.get("TryExec", ""), *command[:1]) if each]
        search = self._environ.get("PATH")
        gone = not command or not all(shutil.which(each, path=search) for each in needed)
        if gone or found.get("Hidden") == "true":
            return ""
        return found.get("Name", "") or entry.removesuffix(".desktop")

    def path_of(self, entry: str) -> Path | None:
        """Find a file by its id, in which a folder's name is followed by a dash."""
        parts = entry.split("-")
        if "/" in entry or not entry.endswith(".desktop"):
            return None
        for folder in self._folders():
            for depth in range(len(parts)):
                path = folder.joinpath(*parts[:depth], "-".join(parts[depth:]))
                if path.is_file():
                    return path
        return None

    def lists_to_change(self, kind: str) -> list[Path]:
        """Return the list of all desktops, and those of this one that would be asked before it."""
        *own, usual = self.own_lists()
        return [usual, *(path for path in own if kind in fields(path, DEFAULTS))]

    def own_lists(self) -> list[Path]:
        """Return the person's own lists of who opens what, the last one for all desktops."""
        return [self._config / name for name in self._names()]

    def _lists(self) -> Iterator[Path]:
        settings = system_config_folders(self._environ)
        for folder in (self._config, *settings, *self._folders()):
            yield from (folder / name for name in self._names())

    def _names(self) -> list[str]:
        desktops = self._environ.get("XDG_CURRENT_DESKTOP", "").lower().split(":")
        own = [f"{each}-mimeapps.list" for each in desktops if each and "/" not in each]
        return [*own, "mimeapps.list"]

    def _folders(self) -> list[Path]:
        shared = system_data_folders(self._environ)
        return [self.own, *(folder / "applications" for folder in shared)]
