"""The settings of the window: a small file beside the ledger that outlives unknown fields."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path

from app.domain.problem import EnvironmentProblem, Problem, mark

FILE_NAME = "settings.json"
THEMES = ("system", "light", "dark")
_MOST = 10_000


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person chose; ``language`` "" follows the system.

    ``backup_every_days``: how old the last backup may grow, 0 for none by itself; ``backups_kept``:
    how many of them stay. ``keep_numbers_months``: after how many whole months entries lose their
    numbers and names, 0 for never. ``ca_file``: certificates believed beside the system's, "" for
    none. ``proxy``: the proxy for all servers, "none" for the direct way, "" for what environment
    and system say. ``others``: fields of a newer program, kept as they were.
    """

    language: str = ""
    theme: str = "system"
    backup_every_days: int = 1
    backups_kept: int = 7
    keep_numbers_months: int = 0
    ca_file: str = ""
    proxy: str = ""
    others: Mapping[str, object] = field(default_factory=dict)


def read_settings(folder: Path) -> tuple[Settings, Problem | None]:
    """Return the settings, and what is wrong with the file if anything; it is left as it is.

    A missing file is no problem. Of a broken one the answer is the settings nobody changed.
    """
    path = folder / FILE_NAME
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return Settings(), None
    except (ValueError, RecursionError):
        document = None
    except OSError as trouble:
        message = mark("The settings in {file} cannot be read: {reason}. The usual ones hold.")
        return Settings(), EnvironmentProblem(message, file=path, reason=trouble.strerror)
    if not isinstance(document, dict):
        message = mark("The settings in {file} are damaged. The usual ones hold; set yours again.")
        return Settings(), EnvironmentProblem(message, file=path)
    return _settings(document), None


def load_settings(folder: Path) -> tuple[Settings, Problem | None]:
    """Return the settings like :func:`read_settings`, and put a damaged file aside."""
    settings, problem = read_settings(folder)
    path = folder / FILE_NAME
    if problem is None:
        return settings, None
    aside = path.with_name("settings-damaged.json")
    try:
        path.replace(aside)
    except OSError:
        return settings, problem
    message = mark(
        "The settings were damaged and were put aside as {file}. The usual ones hold; "
        "set yours again."
    )
    return settings, EnvironmentProblem(message, file=aside)


def save_settings(folder: Path, settings: Settings) -> None:
    """Keep the settings; EnvironmentProblem when they cannot be written."""
    # Here because every command reads settings, and none writes them.
    from app.disk.whole import write_private

    document = {**settings.others, **{name: getattr(settings, name) for name in _NAMES}}
    text = json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True)
    write_private(folder / FILE_NAME, f"{text}\n")


def _settings(document: Mapping[str, object]) -> Settings:
    language, theme = document.get("language"), document.get("theme")
    ca_file, proxy = document.get("ca_file"), document.get("proxy")
    usual = Settings()
    return Settings(
        language=language if isinstance(language, str) else usual.language,
        theme=theme if isinstance(theme, str) and theme in THEMES else usual.theme,
        backup_every_days=_whole(document, "backup_every_days", 0, usual.backup_every_days),
        backups_kept=_whole(document, "backups_kept", 1, usual.backups_kept),
        keep_numbers_months=_whole(document, "keep_numbers_months", 0, usual.keep_numbers_months),
        ca_file=ca_file if isinstance(ca_file, str) else usual.ca_file,
        proxy=proxy.strip() if isinstance(proxy, str) else usual.proxy,
        others={name: value for name, value in document.items() if name not in _NAMES},
    )


def _whole(document: Mapping[str, object], name: str, least: int, usual: int) -> int:
    found = document.get(name)
    return found if type(found) is int and least <= found <= _MOST else usual


_NAMES = tuple(each.name for each in fields(Settings) if each.name != "others")
