"""Work about call logs of softphones, for the lane; imports stay inside.

The actions are imported there because they bring SQLAlchemy and the readers with them, and the
first frame does without.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from app.domain.phone_choice import PhoneChoice
from app.domain.problem import Problem
from ui.desk.books import Books
from ui.settings.seen import LogSeen

if TYPE_CHECKING:
    from app.actions.call_logs import LogShown
    from app.actions.read_call_log import LogTaken

#: From this size on a log is read by a process of its own.
BIG = 1 << 20


class Looked(NamedTuple):
    """How the logs stand; ``new``: entries that came.

    ``big``: logs that a process of its own is to read, each with the state of its file.
    """

    seen: tuple[LogSeen, ...]
    new: int = 0
    big: Mapping[Path, str] = {}


def look(
    choice: PhoneChoice, environ: Mapping[str, str], tried: Mapping[Path, str]
) -> Callable[[Books], Looked]:
    """Work that reads each log that changed; ``tried``: big ones that were read in this state."""

    def work(books: Books) -> Looked:
        from app.actions.call_logs import read_logs, show_logs

        ledger, paths = books.ledger(), [Path(name) for name in choice.logs]
        big = {path: state for path in paths if (state := _big(books, path)) is not None}
        answers = read_logs(ledger, [path for path in paths if path not in big], books.now)
        problems = {each.path: each.problem for each in answers if each.problem is not None}
        shown = show_logs(ledger, choice, environ)
        return Looked(
            tuple(_seen(each, problems.get(each.path)) for each in shown),
            sum(_new(each.taken) for each in answers),
            {path: state for path, state in big.items() if not state or tried.get(path) != state},
        )

    return work


def check(path: Path, environ: Mapping[str, str]) -> Callable[[], Path]:
    """Work that refuses a file which is no call log."""

    def work() -> Path:
        from app.actions.call_logs import check_log

        check_log(path, environ)
        return path

    return work


def _big(books: Books, path: Path) -> str | None:
    """Return the state of a big log that is to be read, ``None`` of any other one."""
    from app.actions.read_call_log import is_due, state_of
    from app.ledger.call_logs import log_read

    with suppress(OSError):
        if path.stat().st_size >= BIG:
            now = books.now()
            state = state_of(path, now)
            with books.ledger().reading() as snapshot:
                before = log_read(snapshot.connection, path)
            return state if before is None or is_due(before, state, now) else None
    return None


def _seen(shown: "LogShown", problem: Problem | None) -> LogSeen:
    read = shown.read
    if read is None:
        return LogSeen(str(shown.path), shown.softphone, problem=problem)
    return LogSeen(
        str(shown.path), shown.softphone, read.at, read.calls, read.tally.refused, problem=problem
    )


def _new(taken: "LogTaken | None") -> int:
    return 0 if taken is None or taken.unchanged else taken.tally.new
