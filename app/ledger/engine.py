"""Engines on the ledger file: one writes, one only reads; and what SQLite's errors mean."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import disk_usage

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from app.domain.problem import LedgerProblem, Problem, mark
from app.ledger.driver import driver

#: How long a writer waits for another one, milliseconds; a chunk of an import takes well below one
#: second, so this is many turns.
BUSY_MS = 60_000

#: A reader, too, needs room beside the ledger: SQLite's index of the log, bytes.
_ROOM = 64 * 1024
_SYNCHRONOUS = "synchronous"
_FULL, _SICK = "disk is full", "disk i/o"
_MEANINGS = (
    (_FULL, mark("The disk is full. Free some space and try again; nothing was lost.")),
    (_SICK, mark("The disk does not answer as it should. Check it and try again.")),
    (
        "readonly",
        mark("The ledger in {folder} cannot be written. Give write access to it and try again."),
    ),
    (
        "unable to open",
        mark("The ledger in {folder} cannot be opened. Check the folder and its permissions."),
    ),
    ("locked", mark("Another program holds the ledger in {folder}. Close it and try again.")),
    (
        "malformed",
        mark(
            "The ledger in {folder} is damaged. "
            "Put a backup in its place with: talktally restore FILE"
        ),
    ),
    (
        "not a database",
        mark(
            "{name} in {folder} is not a Talktally ledger. Choose another folder, "
            "or put a backup in its place with: talktally restore FILE"
        ),
    ),
)


def writing_engine(path: Path) -> Engine:
    """Make the engine of the one writer; transactions take the write lock as they begin."""
    engine = _engine(f"file:{_quoted(path)}?mode=rwc", "BEGIN IMMEDIATE")
    event.listen(engine, "connect", _prepare_writer)
    return engine


def reading_engine(path: Path) -> Engine:
    """Make an engine that only reads; a transaction sees one state of the ledger throughout."""
    return _engine(f"file:{_quoted(path)}?mode=ro", "BEGIN")


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into one sentence with what to do; other errors pass."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        raise problem_of(error, path) from error


def problem_of(error: Exception, path: Path) -> Problem:
    """Say what an error of the file means to a person."""
    words = str(getattr(error, "orig", None) or error).lower()
    if _SICK in words and _is_full(path.parent):
        words = _FULL
    for sign, message in _MEANINGS:
        if sign in words:
            return LedgerProblem(message, folder=path.parent, name=path.name)
    return LedgerProblem(
        mark("The ledger in {folder} cannot be used: {reason}."), folder=path.parent, reason=words
    )


def _is_full(folder: Path) -> bool:
    """Tell whether the disk lacks room: SQLite calls that a fault where it was to map memory."""
    try:
        return disk_usage(folder).free < _ROOM
    except OSError:
        return False


def set_durable(connection: Connection, *, durable: bool) -> None:
    """Choose what a commit waits for: the disk itself, or only the operating system.

    Bulk that can be imported again need not wait; a crash of the machine may then lose the last
    commits but never tears one. Must be called outside a transaction.
    """
    wanted = "FULL" if durable else "NORMAL"
    if connection.info.get(_SYNCHRONOUS) != wanted:
        driver(connection).execute(f"PRAGMA synchronous={wanted}")
        connection.info[_SYNCHRONOUS] = wanted


def _engine(uri: str, begin: str) -> Engine:
    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(
            uri, uri=True, isolation_level=None, check_same_thread=False, cached_statements=256
        )
        connection.execute(f"PRAGMA busy_timeout={BUSY_MS}")
        return connection

    def start(connection: Connection) -> None:
        driver(connection).execute(begin)

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool, pool_size=2)
    event.listen(engine, "begin", start)
    return engine


def _prepare_writer(connection: sqlite3.Connection, _record: object) -> None:
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA cache_size=-32000")
    connection.execute("PRAGMA temp_store=MEMORY")


def _quoted(path: Path) -> str:
    return str(path).replace("%", "%25").replace("?", "%3f").replace("#", "%23")
