"""A ledger held alone: nobody else reads or writes it until it is let go."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from app.ledger.backups.copying import Progress
from app.ledger.engine import explained
from app.ledger.schema import RETIRED_ID

#: How long to wait for commands that are about to end, milliseconds; a window would never.
_PATIENCE_MS = 3_000
#: Pages in one step.
_PAGES = 2_000


@contextmanager
def held(path: Path) -> Iterator[sqlite3.Connection]:
    """Hold a ledger alone, as one file with its write-ahead log folded in.

    LedgerProblem when another process has it open: SQLite grants the change of the journal to
    nobody else but the only one.
    """
    with (
        explained(path),
        closing(
            sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None)
        ) as connection,
    ):
        connection.execute(f"PRAGMA busy_timeout={_PATIENCE_MS}")
        connection.execute("PRAGMA locking_mode=EXCLUSIVE")
        connection.execute("PRAGMA journal_mode=DELETE")
        connection.execute("PRAGMA synchronous=FULL")
        # In this locking mode the lock outlives the transaction.
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")
        yield connection


def overwrite(
    held_ledger: sqlite3.Connection,
    copy: sqlite3.Connection,
    progress: Progress = lambda *_: None,
) -> None:
    """Put the content of a copy into a ledger that is held, in one transaction.

    Whoever opens the ledger after a crash finds it as it was: SQLite takes back what was not
    completed. The file stays the same one, so nobody can go on writing into a file that is gone.
    """
    copy.backup(
        held_ledger,
        pages=_PAGES,
        progress=lambda _, left, total: progress(total - left, total),
    )


def retire(held_ledger: sqlite3.Connection) -> None:
    """Mark a ledger that is about to go, for whoever has opened it and waits for its turn."""
    held_ledger.execute(f"PRAGMA application_id={RETIRED_ID}")
