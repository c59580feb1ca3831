"""The folders of a Linux desktop: the person's own, and those of the system.

https://specifications.freedesktop.org/basedir-spec/latest/
"""

from collections.abc import Mapping
from pathlib import Path

from app.machine.paths import home_folder


def config_folder(environ: Mapping[str, str]) -> Path:
    """Return the person's folder of settings."""
    return _persons(environ, "XDG_CONFIG_HOME", ".config")


def data_folder(environ: Mapping[str, str]) -> Path:
    """Return the person's folder of what programs keep, such as entries of applications."""
    return _persons(environ, "XDG_DATA_HOME", ".local/share")


def system_config_folders(environ: Mapping[str, str]) -> list[Path]:
    """Return the system's folders of settings, the first one holding before the others."""
    return _listed(environ.get("XDG_CONFIG_DIRS") or "/etc/xdg")


def system_data_folders(environ: Mapping[str, str]) -> list[Path]:
    """Return the system's folders of what programs keep, in the same order."""
    return _listed(environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share")


def _persons(environ: Mapping[str, str], name: str, usual: str) -> Path:
    # A relative path in these variables is to be passed over.
    named = Path(environ.get(name, ""))
    return named if named.is_absolute() else home_folder(environ) / usual


def _listed(value: str) -> list[Path]:
    return [Path(each) for each in value.split(":") if Path(each).is_absolute()]
