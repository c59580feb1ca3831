"""The database of the server: SQLite by default, PostgreSQL by URL; a transaction at a time."""

import os
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from pathlib import Path
from typing import Any, TypeVar, cast

from sqlalchemy import URL, Connection, Engine, Select, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, OperationalError
from sqlalchemy.pool import QueuePool
from starlette.concurrency import run_in_threadpool

from app.domain.problem import EnvironmentProblem, UsageProblem, mark
from app.server.store.glances import Glances
from app.server.store.together import Together

_Result = TypeVar("_Result")
_BUSY_MS = 30_000
_CONNECTIONS = 5
_MORE_CONNECTIONS = 10
_WAIT_SECONDS = 20
_TURNS = 400
_TURN_SECONDS = 0.05
_RECYCLE_SECONDS = 1800
_NO_URL = mark(
    "The database URL makes no sense. Write it like postgresql://user:password@host/name or "
    "sqlite:////folder/server.db."
)
_AT_SIGN = mark("The password in the database URL holds an @. Write that as %40.")
_NO_MEMORY = mark("A server needs a database file. Write the URL like sqlite:////folder/server.db.")
_NO_DRIVER = mark(
    "The driver for this database is missing. Install the server's parts: "
    'pip install "talktally[server]"'
)


class Database:
    """Transactions on one database. Made from an SQLAlchemy URL; UsageProblem when it is none."""

    def __init__(self, url: str) -> None:
        found = _url(url)
        self.is_sqlite = found.get_backend_name() == "sqlite"
        #: The file, when there is one.
        self.file = Path(found.database or "").absolute() if self.is_sqlite else None
        try:
            self._engine = _sqlite(found) if self.is_sqlite else _postgres(found)
        except ImportError:
            raise EnvironmentProblem(_NO_DRIVER) from None
        # SQLite lets one write at a time, and those that wait sleep in turns: a lock is fairer.
        turn: AbstractContextManager[object] = nullcontext()
        self._turn = threading.Lock() if self.is_sqlite else turn
        self._glances = Glances(_connector(found), self._engine.dialect) if self.is_sqlite else None
        self._together = Together(self.writing)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open a transaction that sees one state of the database throughout."""
        with self._engine.connect() as connection:
            if not self.is_sqlite:
                connection.execution_options(
                    isolation_level="REPEATABLE READ", postgresql_readonly=True
                )
            yield connection

    def glance(
        self, query: Select[*tuple[Any, ...]], values: Mapping[str, object]
    ) -> Sequence[Any] | None:
        """Return the first row of a query, without what a transaction costs."""
        if self._glances is not None:
            return self._glances.first(query, values)
        with self._engine.connect() as connection:
            connection.execution_options(isolation_level="AUTOCOMMIT")
            return connection.execute(query, values).first()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Open a transaction that is kept when the block ends, and undone when it raises.

        SQLite writes one at a time; PostgreSQL at READ COMMITTED, so lock the rows that decide.
        """
        with self._turn, self._engine.connect() as connection:
            connection.execution_options(writes=True)
            with connection.begin():
                yield connection

    async def soon(self, work: Callable[[], _Result]) -> _Result:
        """Do what only reads a little: at once on SQLite, in a thread where a network is between.

        A thread costs more than SQLite takes for a few rows, but nobody may wait for a network.
        """
        return work() if self.is_sqlite else await run_in_threadpool(work)

    async def write_soon(self, work: Callable[[Connection], _Result]) -> _Result:
        """Do some work in a transaction like ``writing``, beside what others ask meanwhile."""
        if self.is_sqlite:
            return await self._together.write(work)

        def write() -> _Result:
            with self.writing() as connection:
                return work(connection)

        return await run_in_threadpool(write)

    def close(self) -> None:
        """Close every connection."""
        self._together.close()
        if self._glances is not None:
            self._glances.close()
        self._engine.dispose()


def _url(text: str) -> URL:
    try:
        url = make_url(text.strip())
    except (ArgumentError, ValueError):
        # Without its cause: the URL holds a password.
        raise UsageProblem(_NO_URL) from None
    if "@" in (url.host or ""):
        # The rest of the password, which the driver would tell as the host it cannot find.
        raise UsageProblem(_AT_SIGN)
    if url.drivername in ("postgres", "postgresql"):
        url = url.set(drivername="postgresql+psycopg")
    if url.drivername not in ("sqlite", "postgresql+psycopg"):
        raise UsageProblem(_NO_URL)
    if url.drivername == "sqlite" and url.database in (None, "", ":memory:"):
        raise UsageProblem(_NO_MEMORY)
    return url


def _postgres(url: URL) -> Engine:
    return create_engine(
        url,
        pool_size=_CONNECTIONS,
        max_overflow=_MORE_CONNECTIONS,
        pool_timeout=_WAIT_SECONDS,
        pool_recycle=_RECYCLE_SECONDS,
        connect_args={"connect_timeout": _WAIT_SECONDS, "application_name": "talktally"},
        hide_parameters=True,
    )


def _connector(url: URL) -> Callable[[], sqlite3.Connection]:
    path = Path(url.database or "").absolute()

    def connect() -> sqlite3.Connection:
        make_private(path)
        connection = sqlite3.connect(
            path, isolation_level=None, check_same_thread=False, cached_statements=256
        )
        _prepare(connection)
        return connection

    return connect


def _sqlite(url: URL) -> Engine:
    engine = create_engine(
        "sqlite://",
        creator=_connector(url),
        poolclass=QueuePool,
        pool_size=_CONNECTIONS,
        max_overflow=_MORE_CONNECTIONS,
        pool_timeout=_WAIT_SECONDS,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes")
    # Past SQLAlchemy, which would ask its events whether to begin.
    driver = cast(sqlite3.Connection, connection.connection.driver_connection)
    statement = "BEGIN IMMEDIATE" if writes else "BEGIN"
    try:
        driver.execute(statement)
    except sqlite3.OperationalError as error:
        # As SQLAlchemy tells of it where it asks by itself.
        raise OperationalError(statement, None, error) from error


def _prepare(connection: sqlite3.Connection) -> None:
    connection.execute(f"PRAGMA busy_timeout={_BUSY_MS}")
    _write_ahead(connection)
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA foreign_keys=ON")


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Turn write-ahead logging on; SQLite does not wait by itself for another that does so too."""
    for _ in range(_TURNS):
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise
            time.sleep(_TURN_SECONDS)
        else:
            return


def make_private(path: Path) -> None:
    """Make a file that is not there yet, for its owner alone; SQLite's side files follow it."""
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
