"""The settings of the window: a small file beside the ledger that outlives unknown fields."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path

from app.domain.instant import Instant
from app.domain.notice_choice import NoticeChoice
from app.domain.own_warnings import OwnWarnings
from app.domain.phone_choice import PhoneChoice
from app.domain.problem import EnvironmentProblem, Problem, mark
from app.domain.quiet import QuietHours
from app.machine import settings_fields as read

FILE_NAME = "settings.json"
THEMES = ("system", "light", "dark")
CALM = ("system", "always")
#: Sizes of text, in percent of the desktop's.
TEXT_PERCENTS = (100, 115, 130, 150, 200)
_MOST = 10_000
NEVER = Instant(0)


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person chose; ``language`` "" is nobody’s choice, "system" follows the system.

    ``backup_every_days``: how old the last backup may grow, 0 for none by itself; ``backups_kept``:
    how many of them stay. ``keep_numbers_months``: after how many whole months entries lose their
    numbers and names, 0 for never. ``ca_file``: certificates believed beside the system's, "" for
    none. ``proxy``: the proxy for all servers, "none" for the direct way, "" for what environment
    and system say.

    ``notices``: which notices are wanted. ``quiet``: when none is shown. ``working_weekdays``:
    Monday is 0. ``holidays``: whose public holidays are free, a country and perhaps its part as in
    "DE-BE", "" for nobody's. ``warnings``: when I want to be warned, where the plan's own word is
    not enough. ``mask_numbers``: phone numbers are shown without their middle. ``close_to_tray``:
    closing the window leaves the program in the tray. ``text_percent``: size of all text, in
    percent of the desktop's. ``calm``: nothing moves by itself; "system" as the desktop says, or
    "always". ``welcomed``: the first steps were shown. ``paused_until``: neither rounds nor notices
    before this instant. ``phone``: softphones and who dials. ``look_for_updates``: the program asks
    once a day for newer versions of itself. ``others``: fields of a newer program, kept as they
    were.
    """

    language: str = ""
    theme: str = "system"
    backup_every_days: int = 1
    backups_kept: int = 7
    keep_numbers_months: int = 0
    ca_file: str = ""
    proxy: str = ""
    notices: NoticeChoice = field(default_factory=NoticeChoice)
    quiet: QuietHours = field(default_factory=QuietHours)
    working_weekdays: frozenset[int] = frozenset(range(5))
    holidays: str = ""
    warnings: OwnWarnings = field(default_factory=OwnWarnings)
    mask_numbers: bool = False
    close_to_tray: bool = True
    text_percent: int = 100
    calm: str = "system"
    welcomed: bool = False
    paused_until: Instant = NEVER
    phone: PhoneChoice = field(default_factory=PhoneChoice)
    look_for_updates: bool = True
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


def state_of(folder: Path) -> tuple[int, ...]:
    """Tell a state of the file from another one, nothing where there is no file."""
    try:
        found = (folder / FILE_NAME).stat()
    except OSError:
        return ()
    return found.st_mtime_ns, found.st_size, found.st_ino


def save_settings(folder: Path, settings: Settings) -> None:
    """Keep the settings; EnvironmentProblem when they cannot be written."""
    # Here because every command reads settings, and none writes them.
    from app.disk.whole import write_private

    own = {name: read.plain(getattr(settings, name)) for name in _NAMES}
    document = {**settings.others, **own}
    # In ASCII, for the name of a file may hold what no UTF-8 can write.
    text = json.dumps(document, indent=2, sort_keys=True)
    write_private(folder / FILE_NAME, f"{text}\n")


def _settings(document: Mapping[str, object]) -> Settings:
    usual = Settings()
    percent = read.whole(document, "text_percent", usual.text_percent)
    return Settings(
        language=read.text(document, "language", usual.language),
        theme=read.text(document, "theme", usual.theme, THEMES),
        backup_every_days=_whole(document, "backup_every_days", 0, usual.backup_every_days),
        backups_kept=_whole(document, "backups_kept", 1, usual.backups_kept),
        keep_numbers_months=_whole(document, "keep_numbers_months", 0, usual.keep_numbers_months),
        ca_file=read.text(document, "ca_file", usual.ca_file),
        proxy=read.text(document, "proxy", usual.proxy).strip(),
        notices=read.notices(document),
        quiet=read.quiet(document),
        working_weekdays=read.weekdays(document, "working_weekdays", usual.working_weekdays),
        holidays=read.text(document, "holidays", usual.holidays),
        warnings=read.warnings(document),
        mask_numbers=read.yes_or_no(document, "mask_numbers", usual=usual.mask_numbers),
        close_to_tray=read.yes_or_no(document, "close_to_tray", usual=usual.close_to_tray),
        text_percent=percent if percent in TEXT_PERCENTS else usual.text_percent,
        calm=read.text(document, "calm", usual.calm, CALM),
        welcomed=read.yes_or_no(document, "welcomed", usual=usual.welcomed),
        paused_until=read.instant_of(document, "paused_until"),
        phone=read.phone(document),
        look_for_updates=read.yes_or_no(document, "look_for_updates", usual=usual.look_for_updates),
        others={name: value for name, value in document.items() if name not in _NAMES},
    )


def _whole(document: Mapping[str, object], name: str, least: int, usual: int) -> int:
    return read.whole(document, name, usual, low=least, high=_MOST)


_NAMES = tuple(each.name for each in fields(Settings) if each.name != "others")
