"""Call logs that softphones and exchanges keep, as they lay them out themselves."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

#: Three real calls and one given up, as Linphone noted them: seconds, start, answer, state, id.
LINPHONE_NOTED = (
    (2, 1795303840, 1795303841, 0, "3jIhFkbN9Y"),
    (4, 1795303844, 1795303846, 0, "hL~DkQf2-~"),
    (5, 1795303851, 1795303851, 0, "9OhAQrljuZ"),
    (2, 1795303857, 0, 1, "qvA7M2ZU0L"),
)
#: The same ones as Kamailio between the two ends noted them: start, end, seconds, id.
KAMAILIO_NOTED = (
    (1795303840.5, 1795303842.5, 2.194, "3jIhFkbN9Y"),
    (1795303845.5, 1795303849.5, 3.588, "hL~DkQf2-~"),
    (1795303850.5, 1795303855.5, 5.04, "9OhAQrljuZ"),
    (1795303856.5, 1795303856.5, 0.0, "qvA7M2ZU0L"),
)
#: The same ones as their softphone told of them live: rang, answered, ended, id.
LIVE_SEEN = (
    (1795303841.001, 1795303841.691, 1795303843.892, "3jIhFkbN9Y"),
    (1795303844.900, 1795303846.699, 1795303850.305, "hL~DkQf2-~"),
    (1795303851.293, 1795303851.599, 1795303856.654, "9OhAQrljuZ"),
    (1795303857.642, None, 1795303859.162, "qvA7M2ZU0L"),
)
Cell = str | int | float | None

_CALL_HISTORY = (
    "CREATE TABLE call_history (id INTEGER PRIMARY KEY AUTOINCREMENT, caller TEXT NOT NULL, "
    "callee TEXT NOT NULL, direction INTEGER, duration INTEGER, start_time TEXT NOT NULL, "
    "connected_time TEXT NOT NULL, status INTEGER, videoEnabled INTEGER, quality REAL, "
    "call_id TEXT, refkey TEXT)"
)
_CONFERENCE_CALL = (
    "CREATE TABLE sip_address (id INTEGER PRIMARY KEY, value TEXT NOT NULL, display_name TEXT);"
    "CREATE TABLE conference_call (id INTEGER PRIMARY KEY, from_sip_address_id INTEGER NOT NULL, "
    "to_sip_address_id INTEGER NOT NULL, direction INTEGER NOT NULL, duration INTEGER NOT NULL, "
    "start_time TIMESTAMP NOT NULL, connected_time TIMESTAMP NOT NULL, status INTEGER NOT NULL, "
    "video_enabled INTEGER NOT NULL, quality REAL NOT NULL, call_id TEXT, refkey TEXT, "
    "conference_info_id INTEGER)"
)
_ACC_CDRS = (
    "CREATE TABLE acc_cdrs (id INTEGER PRIMARY KEY NOT NULL, start_time TIMESTAMP NOT NULL, "
    "end_time TIMESTAMP NOT NULL, duration FLOAT NOT NULL);"
    "ALTER TABLE acc_cdrs ADD COLUMN call_id VARCHAR(128);"
    "ALTER TABLE acc_cdrs ADD COLUMN src_user VARCHAR(64);"
    "ALTER TABLE acc_cdrs ADD COLUMN dst_user VARCHAR(64)"
)


def database(path: Path, schema: str, table: str = "", rows: Sequence[Sequence[Cell]] = ()) -> Path:
    """Write an SQLite file with rows in one of its tables."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executescript(schema)
        for row in rows:
            places = ", ".join("?" * len(row))
            connection.execute(f"INSERT INTO {table} VALUES ({places})", row)  # noqa: S608
    return path


def call_history(path: Path, rows: Sequence[Sequence[Cell]]) -> Path:
    """Write Linphone's log up to 5.1: caller, callee, direction, seconds, start, answer, state, id.

    Times are seconds since 1970.
    """
    full = [(None, *row[:7], 0, 5.0, row[7], None) for row in rows]
    return database(path, _CALL_HISTORY, "call_history", full)


def conference_calls(path: Path, rows: Sequence[Sequence[Cell]]) -> Path:
    """Write Linphone's log since 5.2: direction, seconds, start, answer, state, id.

    The caller is the agent going out and the contact coming in.
    """
    addresses = (
        "INSERT INTO sip_address VALUES (1, 'sip:agent@example.org', 'Agent'), "
        "(2, 'sip:+15550100@example.org;user=phone', 'Contact');"
    )
    ends = {0: (1, 2), 1: (2, 1)}
    full = [
        (None, *ends.get(int(row[0] or 0), (1, 2)), *row[:5], 0, 5.0, row[5], None, None)
        for row in rows
    ]
    return database(path, _CONFERENCE_CALL + ";" + addresses, "conference_call", full)


def julian(seconds: float) -> float:
    """Turn seconds since 1970 into the Julian day that Kamailio writes."""
    return seconds / 86_400 + 2_440_587.5


def acc_cdrs(path: Path, rows: Sequence[Sequence[Cell]]) -> Path:
    """Write Kamailio's table: start, end (Julian days), seconds, id, who called and was called."""
    return database(path, _ACC_CDRS, "acc_cdrs", [(None, *row) for row in rows])
