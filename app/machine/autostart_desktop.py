"""Start at login on Linux: an entry in the autostart folder, by the Desktop Entry rules.

https://specifications.freedesktop.org/autostart-spec/latest/
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from app.disk.whole import write_private

_NAME = "talktally.desktop"
_GROUP = "[Desktop Entry]"
_NOT_PLAIN = set(" \t\n\"'\\><~|&;$*?#()`")
_ESCAPED = '"`$\\'
_word = re.compile(r'"((?:\\.|[^"\\])*)"|([^\s"]+)')
_escape = re.compile(r"\\(.)")


class DesktopEntry:
    """The first of the files of our name holds: the person's own, then those of the system."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._environ = environ
        self._own = _own_folder(environ) / "autostart" / _NAME

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
            write_private(self._own, f"{_GROUP}\nType=Application\nName=Talktally\nHidden=true\n")
        else:
            self._own.unlink(missing_ok=True)

    def _of_system(self) -> Iterator[Path]:
        for folder in (self._environ.get("XDG_CONFIG_DIRS") or "/etc/xdg").split(":"):
            if Path(folder).is_absolute():
                yield Path(folder) / "autostart" / _NAME

    def _read(self, path: Path) -> tuple[str, ...]:
        fields = _fields(path)
        hidden = fields.get("Hidden") == "true"
        if hidden or fields.get("X-GNOME-Autostart-enabled") == "false":
            return ()
        desktops = set(filter(None, self._environ.get("XDG_CURRENT_DESKTOP", "").split(":")))
        only, never = _list(fields, "OnlyShowIn"), _list(fields, "NotShowIn")
        if (only and not only & desktops) or never & desktops:
            return ()
        return _words(fields.get("Exec", ""))


def _own_folder(environ: Mapping[str, str]) -> Path:
    named = environ.get("XDG_CONFIG_HOME", "")
    # A relative path there is to be passed over (XDG base directories).
    if named and Path(named).is_absolute():
        return Path(named)
    return Path(environ.get("HOME") or Path.home()) / ".config"


def _fields(path: Path) -> dict[str, str]:
    """Read the plain keys of the entry's group; a file that cannot be read has none."""
    found: dict[str, str] = {}
    group = ""
    with suppress(OSError, ValueError):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("["):
                group = line.strip()
            elif group == _GROUP and "=" in line and not line.startswith("#"):
                key, _, value = line.partition("=")
                found.setdefault(key.strip(), value.strip())
    return found


def _list(fields: Mapping[str, str], key: str) -> set[str]:
    return set(filter(None, fields.get(key, "").split(";")))


def _written(command: Sequence[str]) -> str:
    words = " ".join(map(_quoted, command)).replace("\\", "\\\\").replace("%", "%%")
    return (
        f"{_GROUP}\nType=Application\nName=Talktally\nExec={words}\nIcon=talktally\n"
        "Terminal=false\nX-GNOME-Autostart-enabled=true\n"
    )


def _quoted(word: str) -> str:
    if word and not set(word) & _NOT_PLAIN:
        return word
    return '"' + "".join(f"\\{each}" if each in _ESCAPED else each for each in word) + '"'


def _words(line: str) -> tuple[str, ...]:
    """Read what :func:`_written` writes."""
    plain = line.replace("\\\\", "\\").replace("%%", "%")
    return tuple(_escape.sub(r"\1", each[1] or "") or each[2] for each in _word.finditer(plain))
