"""Doctor: how this computer, the data folder and the ledger are, without a number or a name."""

import platform
import shutil
import sqlite3
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from app.actions.backup import Listed, Progress, listed
from app.actions.call_logs import LogShown, trouble_with, wanted_logs
from app.actions.doctor_accounts import connections_seen, names_of, troubles_of
from app.actions.doctor_phones import PhoneSeen, phones_seen
from app.actions.mend import mend, wrong_rights
from app.actions.verify import verify
from app.disk.leftovers import leftovers
from app.domain.accounts import AccountShown
from app.domain.instant import Instant
from app.domain.problem import EnvironmentProblem, LedgerProblem, Problem, mark
from app.domain.redaction import strike, strike_lines
from app.ledger.imports import ImportShown, last_imports
from app.ledger.ledger import Ledger, ledger_path
from app.ledger.lists.entries import entry_count
from app.ledger.names import every_name
from app.ledger.schema import stated_version
from app.machine.holidays import unknown_region
from app.machine.log import FILE_NAME as LOG
from app.machine.own_files import own_files, size_of
from app.machine.rollout import read_rollout, rollout_file
from app.machine.settings import Settings, read_settings

_LEAST_FREE = 200_000_000
_IMPORTS, _LINES, _LOG_BYTES = 5, 40, 60_000
_QT = ("PySide6-Essentials", "PySide6")
_LITTLE_ROOM = mark("Little space is left on the disk of {folder}: {free} MB. Free some.")
_RIGHTS = mark("Others may read {names}. Mend it with: talktally doctor --mend")
_LEFT = mark("{count} unfinished files were left behind. Remove them with: talktally doctor --mend")
_LOG_TROUBLE = mark("A call log cannot be read now. See: talktally call-logs")
_DIFFERS = mark("The totals differ from the entries. See: talktally verify")


@dataclass(slots=True)
class Checkup:
    """What was found; ``wrong`` is what a person should do something about.

    ``versions`` of program, Python, Qt, SQLite and system; ``sizes`` in bytes by name. ``ledger``:
    the version of its tables, and how many entries were checked; ``None`` where it is missing or
    cannot be opened. ``logs``: call logs that are read. ``names``: whom the ledger knows, which no
    report may tell. ``rollout``: the file that decides for everybody on this computer.
    """

    folder: Path
    versions: Mapping[str, str]
    settings: Settings
    sizes: Mapping[str, int]
    free: int
    backups: list[Listed]
    ledger: tuple[int, int] | None = None
    imports: list[ImportShown] = field(default_factory=list)
    log: str = ""
    mended: int = 0
    wrong: list[Problem] = field(default_factory=list)
    names: tuple[str, ...] = ()
    connections: tuple[AccountShown, ...] = ()
    logs: tuple[LogShown, ...] = ()
    phones: tuple[PhoneSeen, ...] = ()
    rollout: Path | None = None

    def struck(self, text: str) -> str:
        """Strike a text: the home folder, names the ledger knows, numbers, addresses, tokens."""
        with suppress(RuntimeError):
            text = text.replace(str(Path.home()), "~")
        return strike(text, self.names)


def check_up(
    folder: Path,
    environ: Mapping[str, str],
    *,
    mending: bool = False,
    progress: Progress = lambda *_: None,
) -> Checkup:
    """Look at everything; ``mending``: also take away rights of others and what was left behind."""
    mended = mend(folder) if mending else 0
    settings, problem = read_settings(folder)
    found = Checkup(
        folder=folder,
        versions=_versions(),
        settings=settings,
        sizes=_sizes(folder),
        free=shutil.disk_usage(next(p for p in (folder, *folder.parents) if p.exists())).free,
        backups=listed(folder),
        mended=mended,
        phones=phones_seen(settings.phone),
        rollout=rollout_file(environ),
    )
    unfit = read_rollout(environ)[1]
    found.wrong += filter(None, (problem, unfit, unknown_region(settings.holidays)))
    _check_folder(found)
    _check_ledger(found, progress)
    _check_logs(found)
    found.log = strike_lines(_log(folder), found.names)
    return found


def _versions() -> dict[str, str]:
    return {
        "Talktally": _version_of("talktally"),
        "Python": platform.python_version(),
        "Qt": _version_of(*_QT),
        "SQLite": sqlite3.sqlite_version,
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
    }


def _version_of(*packages: str) -> str:
    """Return the version of the first that is installed, without loading it."""
    for package in packages:
        with suppress(PackageNotFoundError):
            return version(package)
    return "-"


def _sizes(folder: Path) -> dict[str, int]:
    if not folder.is_dir():
        return {}
    # What SQLite keeps beside the ledger comes and goes with whoever reads it, even for this check.
    found = (path for path in own_files(folder) if not path.name.endswith("-shm"))
    return {path.name: size for path in found if (size := size_of(path))}


def _check_folder(found: Checkup) -> None:
    folder = found.folder
    if found.free < _LEAST_FREE:
        free = found.free // 1_000_000
        found.wrong.append(EnvironmentProblem(_LITTLE_ROOM, folder=folder, free=free))
    open_ones = wrong_rights(folder)
    if open_ones:
        # What lies deeper may be named after a person.
        parts = (path.relative_to(folder).parts for path in open_ones)
        names = ", ".join(sorted({part[0] if part else folder.name for part in parts}))
        found.wrong.append(Problem(_RIGHTS, names=names))
    left = [*leftovers(folder), *leftovers(folder / "backups")]
    if left:
        found.wrong.append(Problem(_LEFT, count=len(left)))


def _check_ledger(found: Checkup, progress: Progress) -> None:
    path = ledger_path(found.folder)
    if not path.exists():
        return
    try:
        with Ledger(path) as ledger:
            with ledger.reading() as snapshot:
                found.connections = connections_seen(snapshot)
                found.names = every_name(snapshot.connection) + names_of(found.connections)
                found.imports = last_imports(snapshot.connection, _IMPORTS)
            found.logs = wanted_logs(ledger, found.settings.phone)
            found.wrong += troubles_of(found.connections)
            _verify(found, ledger, progress)
    except LedgerProblem as problem:
        found.wrong.append(problem)


def _check_logs(found: Checkup) -> None:
    """Look whether the call logs that are read can be; their folders may tell a person's name."""
    if any(trouble_with(Path(name)) for name in found.settings.phone.logs):
        found.wrong.append(Problem(_LOG_TROUBLE))


def _verify(found: Checkup, ledger: Ledger, progress: Progress) -> None:
    done = 0

    def tell(entries: int) -> None:
        nonlocal done
        done += entries
        progress(done, total)

    with ledger.reading() as snapshot:
        total = entry_count(snapshot)
    checked = verify(ledger, tell)
    found.ledger = (stated_version(ledger.path) or 0, checked.entries)
    if not checked.ok:
        found.wrong.append(LedgerProblem(_DIFFERS))


def _log(folder: Path) -> str:
    with suppress(OSError), (folder / LOG).open("rb") as file:
        file.seek(max(0, (folder / LOG).stat().st_size - _LOG_BYTES))
        return "\n".join(file.read().decode("utf-8", "replace").splitlines()[-_LINES:])
    return ""


def last_made(found: Checkup) -> Instant | None:
    """Return when the last backup was made, ``None`` if there is none."""
    return found.backups[0].made if found.backups else None
