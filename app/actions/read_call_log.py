"""Read the call log of a softphone into the ledger, as often as it changes, and quietly.

All its entries carry one import, whenever they came. A call that the softphone may have noted
before its end is left for later: noted as unanswered it would stand beside the one seen live.
"""

from collections.abc import Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from app.domain.instant import MINUTE, SECOND, Instant
from app.domain.problem import EnvironmentProblem, Problem, UsageProblem, mark
from app.exchange.reading import Reading, read
from app.exchange.record import Line, Refusal
from app.ledger.call_logs import NEVER, LogRead, log_read, note_log_read
from app.ledger.imports import Tally, begin_import, finish_import, note_tally
from app.ledger.ledger import Ledger

#: Formats of logs that a softphone of this computer keeps of its own calls.
SOFTPHONES = ("linphone", "microsip", "twinkle")
#: How long a call without length or reason may still go on.
MAY_GO_ON = 60 * MINUTE
#: What a database of SQLite has beside itself.
_PARTS = ("", "-wal", "-journal")
# Two changes within this time may leave a file of the same age.
_SAME_AGE = 2 * SECOND
_CHUNK = 8_000
_NO_LOG = mark(
    "{file} holds no call log of Linphone, MicroSIP or Twinkle. If its softphone is new, make a "
    "call first."
)


class LogTaken(NamedTuple):
    """What became of a log; ``held``: calls that may still go on, and are left for later.

    ``unchanged``: it was not read, for it is as it was.
    """

    tally: Tally
    held: int = 0
    unchanged: bool = False


def read_call_log(ledger: Ledger, path: Path, now: Instant, *, always: bool = False) -> LogTaken:
    """Read a log; one that has not changed since is read only where ``always``.

    Raises UsageProblem when it is not there, EnvironmentProblem when it cannot be read now, and
    Problem when it is no call log.
    """
    state = state_of(path, now)
    with ledger.reading() as snapshot:
        before = log_read(snapshot.connection, path)
    if before is not None and not always and not is_due(before, state, now):
        return LogTaken(before.tally, unchanged=True)
    return _Taking(ledger, path, open_log(path), now).take(state, before)


def open_log(path: Path) -> Reading:
    """Make a log ready to be read; errors as :func:`read_call_log`."""
    try:
        reading = read(path)
    except (UsageProblem, EnvironmentProblem):
        raise
    except Problem as problem:
        raise Problem(_NO_LOG, file=path.name) from problem
    if reading.format not in SOFTPHONES:
        raise Problem(_NO_LOG, file=path.name)
    return reading


def state_of(path: Path, now: Instant) -> str:
    """Tell a state of a file from any later one; "" where a later one may look the same."""
    parts = []
    for part in _PARTS:
        with suppress(OSError):
            found = path.with_name(path.name + part).stat()
            if abs(now - found.st_mtime_ns // 1_000) < _SAME_AGE:
                return ""
            parts.append(f"{part}:{found.st_mtime_ns}:{found.st_size}")
    return " ".join(parts)


def is_due(before: LogRead, state: str, now: Instant) -> bool:
    """Tell whether a log may say something new."""
    changed = not state or state != before.state
    return changed or (before.again != NEVER and now >= before.again)


class _Taking:
    """One reading of one log."""

    def __init__(self, ledger: Ledger, path: Path, reading: Reading, now: Instant) -> None:
        self._ledger, self._path, self._reading, self._now = ledger, path, reading, now
        self._held: list[Instant] = []
        self._tally = Tally()

    def take(self, state: str, before: LogRead | None) -> LogTaken:
        """Store what it holds; ``state``: of the file, before it was opened."""
        import_id = before.import_id if before else 0
        records = iter(self._reading)
        while True:
            chunk = list(islice(records, _CHUNK))
            import_id = self._store(chunk, import_id, state)
            if len(chunk) < _CHUNK:
                return LogTaken(self._tally, len(self._held))

    def _store(self, chunk: Sequence[Line | Refusal], import_id: int, state: str) -> int:
        facts = [line.fact for line in chunk if isinstance(line, Line) and not self._holds(line)]
        refused = sum(isinstance(line, Refusal) for line in chunk)
        # Where that is lost with the computer, the log is read again.
        with self._ledger.writing(durable=False) as writing:
            if not import_id:
                name = self._path.name.encode("utf-8", "replace").decode()
                import_id = begin_import(writing, name, self._reading.format, self._now)
            stored = writing.store(facts, import_id)
            self._count(stored.new, stored.known, refused)
            note_tally(writing, import_id, self._tally)
            if len(chunk) < _CHUNK:
                finish_import(writing, import_id, self._now, None)
                note_log_read(writing, self._path, self._read(import_id, state))
        return import_id

    def _holds(self, line: Line) -> bool:
        """Leave a call that may still go on for later."""
        if not line.unfinished or line.fact.start <= self._now - MAY_GO_ON:
            return False
        self._held.append(line.fact.start)
        return True

    def _count(self, new: int, known: int, refused: int) -> None:
        new, known = self._tally.new + new, self._tally.known + known
        refused += self._tally.refused
        self._tally = Tally(new + known + refused, new, known, refused)

    def _read(self, import_id: int, state: str) -> LogRead:
        again = Instant(min(self._held) + MAY_GO_ON) if self._held else NEVER
        return LogRead(import_id, self._now, state, again)
