"""How the call logs of softphones were read last."""

from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Connection

from app.domain.instant import Instant
from app.ledger.imports import Tally
from app.ledger.ledger import Writing

NEVER = Instant(0)


class LogRead(NamedTuple):
    """A call log as it was read last.

    ``import_id``: the one import that all its entries carry. ``state``: of the file, as it was
    then. ``again``: when it is to be read again though it did not change, for a call in it may
    have gone on; 0 for never. ``tally``: what became of its records. ``format``: of the file,
    which is named for its softphone.
    """

    import_id: int
    at: Instant
    state: str
    again: Instant = NEVER
    tally: Tally = Tally()
    format: str = ""

    @property
    def calls(self) -> int:
        """How many calls are in it."""
        return self.tally.new + self.tally.known


def log_read(connection: Connection, path: Path) -> LogRead | None:
    """Return how a log was read last, ``None`` before it was."""
    row = connection.exec_driver_sql(
        "SELECT l.import_id, l.read_us, l.state, l.again_us, i.read, i.new, i.known, i.refused, "
        "i.format FROM call_log l JOIN import_file i ON i.id = l.import_id WHERE l.file = ?",
        (_digest(path),),
    ).one_or_none()
    if row is None:
        return None
    return LogRead(row[0], Instant(row[1]), row[2], Instant(row[3]), Tally(*row[4:8]), row[8])


def note_log_read(writing: Writing, path: Path, read: LogRead) -> None:
    """Keep how a log was read; what became of its records is kept with its import."""
    writing.connection.exec_driver_sql(
        "INSERT OR REPLACE INTO call_log VALUES (?, ?, ?, ?, ?)",
        (_digest(path), read.import_id, read.at, read.state, read.again),
    )


def _digest(path: Path) -> bytes:
    written = str(path).encode("utf-8", "surrogatepass")
    return blake2b(written, digest_size=16).digest()
