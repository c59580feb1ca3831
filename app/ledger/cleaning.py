"""A ledger file written anew, so that nothing of what was removed is left between its rows."""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from app.disk.whole import keep_content
from app.domain.instant import Instant
from app.domain.striking import Strike
from app.ledger.backups.copying import reading_copy
from app.ledger.backups.holding import held
from app.ledger.engine import explained
from app.ledger.retention import count_in
from app.ledger.schema import VERSION

#: How long to wait for those who read, milliseconds: a page is read in far less.
_PATIENCE_MS = 5_000
_TEXTS = (
    "SELECT text FROM number",
    "SELECT DISTINCT name FROM fact WHERE name <> ''",
    "SELECT DISTINCT note FROM fact WHERE note <> ''",
    "SELECT name FROM import_file",
    "SELECT number FROM open_call",
)
#: Only where the copy has the table that is named.
_LATER = {
    "refused_record": "SELECT places FROM refused_record",
    "closed_call": "SELECT id FROM closed_call UNION SELECT name FROM open_call "
    "UNION SELECT id FROM open_call",
}


def clean(path: Path) -> bool:
    """Write a ledger anew and empty its log; ``False`` while others use what was before.

    LedgerProblem when the machine refuses, as it may for want of free space.
    """
    with (
        explained(path),
        closing(sqlite3.connect(path, isolation_level=None)) as raw,
        suppress(sqlite3.OperationalError),
    ):
        raw.execute(f"PRAGMA busy_timeout={_PATIENCE_MS}")
        raw.execute("PRAGMA secure_delete=ON")
        raw.execute("VACUUM")
        busy, _, _ = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy
    return False


def clean_copy(path: Path) -> None:
    """Write a copy that nobody has open anew, as one file that is on the disk."""
    with held(path) as raw:
        raw.execute("PRAGMA secure_delete=ON")
        raw.execute("VACUUM")
    keep_content(path)


def holds_contact(path: Path, strike: Strike) -> bool:
    """Tell whether a copy says anything of a contact; sqlite3.Error where it cannot be read."""
    with closing(reading_copy(path)) as raw:
        tables = {name for (name,) in raw.execute("SELECT name FROM sqlite_master")}
        texts = (*_TEXTS, *(query for table, query in _LATER.items() if table in tables))
        return any(
            strike(text or "") != (text or "") for query in texts for (text,) in raw.execute(query)
        )


def holds_older(path: Path, before: Instant) -> bool:
    """Tell whether a copy has numbers from before an instant; sqlite3.Error as above."""
    with closing(reading_copy(path)) as raw:
        (version,) = raw.execute("PRAGMA user_version").fetchone()
        if version == VERSION:
            return count_in(raw, before) > 0
        found = raw.execute("SELECT 1 FROM fact WHERE start_us < ? LIMIT 1", (before,))
        return found.fetchone() is not None
