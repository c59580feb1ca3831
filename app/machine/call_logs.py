"""Where softphones of this computer keep the log of their calls."""

import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from app.machine.paths import home_folder


class LogPlace(NamedTuple):
    """A call log: whose it is, by the word its records bear, and its file."""

    softphone: str
    path: Path


def usual_logs(environ: Mapping[str, str], system: str = sys.platform) -> tuple[LogPlace, ...]:
    """Return the call logs that are where their softphones usually keep them.

    Linphone has two files: one up to 5.1, and one that holds its chats as well since 5.2.
    """
    return tuple(place for place in _places(environ, system) if _is_there(place.path))


def _places(environ: Mapping[str, str], system: str) -> Iterator[LogPlace]:
    home = home_folder(environ, "USERPROFILE" if system == "win32" else "HOME")
    if system == "win32":
        yield from _linphone(_named(environ, "LOCALAPPDATA", home / "AppData" / "Local"))
        roaming = _named(environ, "APPDATA", home / "AppData" / "Roaming")
        yield LogPlace("microsip", roaming / "MicroSIP" / "MicroSIP.ini")
    elif system == "darwin":
        yield from _linphone(home / "Library" / "Application Support")
    else:
        yield from _linphone(_named(environ, "XDG_DATA_HOME", home / ".local" / "share"))
        flatpak = home / ".var" / "app" / "com.belledonnecommunications.linphone"
        yield from _linphone(flatpak / "data")
        yield LogPlace("twinkle", home / ".twinkle" / "twinkle.ch")


def _linphone(folder: Path) -> Iterator[LogPlace]:
    for name in ("call-history.db", "linphone.db"):
        yield LogPlace("linphone", folder / "linphone" / name)


def _named(environ: Mapping[str, str], name: str, otherwise: Path) -> Path:
    told = Path(environ.get(name) or "")
    return told if told.is_absolute() else otherwise


def _is_there(path: Path) -> bool:
    with suppress(OSError):
        return path.is_file()
    return False
