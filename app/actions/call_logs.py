"""Which call logs of softphones are read: those found here, and those a person added."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from app.actions.read_call_log import LogTaken, open_log, read_call_log
from app.domain.instant import Instant
from app.domain.phone_choice import PhoneChoice, with_log, without_log
from app.domain.problem import EnvironmentProblem, Problem, UsageProblem, mark
from app.ledger.call_logs import LogRead, log_read
from app.ledger.ledger import Ledger
from app.machine.call_logs import usual_logs
from app.machine.paths import make_folder
from app.machine.settings import Settings, read_settings, save_settings

_NOT_CHOSEN = mark("{file} is not among the call logs that are read. See: talktally call-logs")


class LogShown(NamedTuple):
    """A call log: one that is read (``wanted``), or one that was found and may be.

    ``softphone``: whose it is, "" where only its content tells and nobody read it. ``read``: how
    it was read last.
    """

    path: Path
    softphone: str
    wanted: bool
    read: LogRead | None = None


class LogAnswer(NamedTuple):
    """What became of one log that was to be read."""

    path: Path
    taken: LogTaken | None = None
    problem: Problem | None = None


def show_logs(
    ledger: Ledger | None, choice: PhoneChoice, environ: Mapping[str, str]
) -> tuple[LogShown, ...]:
    """Return the logs that are read, in their order, then those that were found beside them."""
    found = {place.path: place.softphone for place in usual_logs(environ)}
    wanted = [Path(name) for name in choice.logs]
    others = [path for path in found if path not in wanted]
    reads = _reads(ledger, [*wanted, *others])
    return tuple(
        LogShown(path, found.get(path) or _told(reads.get(path)), path in wanted, reads.get(path))
        for path in (*wanted, *others)
    )


def _told(read: LogRead | None) -> str:
    return read.format if read else ""


def wanted_logs(ledger: Ledger, choice: PhoneChoice) -> tuple[LogShown, ...]:
    """Return the logs that are read, without a look at where softphones keep theirs."""
    reads = _reads(ledger, [Path(name) for name in choice.logs])
    return tuple(
        LogShown(path, _told(reads.get(path)), wanted=True, read=reads.get(path))
        for path in map(Path, choice.logs)
    )


def _reads(ledger: Ledger | None, paths: list[Path]) -> dict[Path, LogRead]:
    if ledger is None:
        return {}
    with ledger.reading() as snapshot:
        reads = {path: log_read(snapshot.connection, path) for path in paths}
    return {path: read for path, read in reads.items() if read is not None}


def read_logs(
    ledger: Ledger, paths: list[Path], now: Callable[[], Instant], *, always: bool = False
) -> tuple[LogAnswer, ...]:
    """Read logs; one that cannot be read does not keep the others from it."""
    return tuple(_answer(ledger, path, now(), always=always) for path in paths)


def _answer(ledger: Ledger, path: Path, now: Instant, *, always: bool) -> LogAnswer:
    try:
        return LogAnswer(path, read_call_log(ledger, path, now, always=always))
    except Problem as problem:
        return LogAnswer(path, problem=problem)


def trouble_with(path: Path) -> Problem | None:
    """Tell why a log cannot be read now, ``None`` where it can."""
    try:
        open_log(path)
    except Problem as problem:
        return problem
    return None


def check_log(path: Path, environ: Mapping[str, str]) -> None:
    """Refuse a file that is no call log; one where a softphone keeps its own may be empty yet."""
    if not any(place.path == path for place in usual_logs(environ)):
        open_log(path)


def add_log(folder: Path, path: Path, environ: Mapping[str, str]) -> None:
    """Let a log be read from now on, and keep that; errors as reading it."""
    settings = _settings(folder)
    check_log(path, environ)
    _keep(folder, settings, with_log(settings.phone, str(path)))


def remove_log(folder: Path, path: Path) -> None:
    """Let a log be read no longer, and keep that; its entries stay. UsageProblem if it was not."""
    settings = _settings(folder)
    if str(path) not in settings.phone.logs:
        raise UsageProblem(_NOT_CHOSEN, file=path)
    _keep(folder, settings, without_log(settings.phone, str(path)))


def _settings(folder: Path) -> Settings:
    settings, problem = read_settings(folder)
    if problem is not None:  # or what is damaged would be lost by keeping something
        raise EnvironmentProblem(problem.message, **problem.places)
    return settings


def _keep(folder: Path, settings: Settings, choice: PhoneChoice) -> None:
    if choice != settings.phone:
        make_folder(folder)
        save_settings(folder, replace(settings, phone=choice))
