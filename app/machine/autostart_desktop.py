"""Start at login on Linux: an entry in the autostart folder, by the Desktop Entry rules.

https://specifications.freedesktop.org/autostart-spec/latest/
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from app.disk.whole import write_private
from app.machine.desktop_entry import GROUP, exec_line, exec_words, fields, listed
from app.machine.desktop_folders import config_folder, system_config_folders

_NAME = "talktally.desktop"


class DesktopEntry:
    """The first of the files of our name holds: the person's own, then those of the system."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._environ = environ
        self._own = config_folder(environ) / "autostart" / _NAME

    def command(self) -> tuple[str, ...]:
        """Return what is started, none where the entry is hidden or for other desktops."""
        for path in (self._own, *self._of_system()):
            if path.is_file():
                return self._read(path)
        return ()

    def write(self, command: Sequence[str]) -> None:
        """Write the person's own entry."""
        self._own.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_private(self._own, _written(command))

    def remove(self) -> None:
        """Take the person's own entry away, or hide that of the system behind one."""
        if any(path.is_file() for path in self._of_system()):
            self._own.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_private(self._own, f"{GROUP}\nType=Application\nName=Talktally\nHidden=true\n")
        else:
            self._own.unlink(missing_ok=True)

    def _of_system(self) -> Iterator[Path]:
        for folder in system_config_folders(self._environ):
            yield folder / "autostart" / _NAME

    def _read(self, path: Path) -> tuple[str, ...]:
        found = fields(path)
        hidden = found.get("Hidden") == "true"
        if hidden or found.get("X-GNOME-Autostart-enabled") == "false":
            return ()
        desktops = set(filter(None, self._environ.get("XDG_CURRENT_DESKTOP", "").split(":")))
        only, never = (set(listed(found.get(key, ""))) for key in ("OnlyShowIn", "NotShowIn"))
        if (only and not only & desktops) or never & desktops:
            return ()
        return exec_words(found.get("Exec", ""))


def _written(command: Sequence[str]) -> str:
    return (
        f"{GROUP}\nType=Application\nName=Talktally\nExec={exec_line(command)}\nIcon=talktally\n"
        "Terminal=false\nX-GNOME-Autostart-enabled=true\n"
    )
