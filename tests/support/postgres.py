"""A real PostgreSQL for the tests: one for a run, on a socket in a folder of its own."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import sqlalchemy

from app.server.store.database import Database
from app.server.store.preparing import prepare
from app.server.store.tables import metadata
from tests.support.tools import find_tool, not_run

_VERSIONS = Path("/usr/lib/postgresql")
_USER = "postgres"


class Postgres:
    """Makes empty databases, each with a URL."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made = 0
        self._prepared = ""

    def url(self, name: str = "postgres") -> str:
        """Return the URL of a database by name."""
        return f"postgresql+psycopg://{_USER}@/{name}?host={self._folder}"

    def make(self) -> str:
        """Make a database; return its URL."""
        self._made += 1
        name = f"made{self._made}"
        engine = sqlalchemy.create_engine(self.url(), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(sqlalchemy.text(f"CREATE DATABASE {name}"))
        engine.dispose()
        return self.url(name)

    def prepared(self) -> str:
        """Return the URL of a database with empty tables, the same one for test after test."""
        if not self._prepared:
            self._prepared = self.make()
            made = Database(self._prepared)
            prepare(made)
            made.close()
        self._empty()
        return self._prepared

    def _empty(self) -> None:
        engine = sqlalchemy.create_engine(self._prepared)
        names = ", ".join(f'"{name}"' for name in metadata.tables)
        with engine.begin() as connection:
            connection.execute(sqlalchemy.text(f"TRUNCATE {names} RESTART IDENTITY"))
        engine.dispose()


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """Starts PostgreSQL once for all tests that ask for it, and stops it after them."""
    programs = _programs()
    with (
        tempfile.TemporaryDirectory(prefix="talktally-postgres-") as folder,
        _running(programs, Path(folder)),
    ):
        yield Postgres(Path(folder))


@contextmanager
def _running(programs: Path, folder: Path) -> Iterator[None]:
    """PostgreSQL refuses to run as root, so root lends the folder to its own user."""
    if os.geteuid() == 0:
        shutil.chown(folder, _USER)
    store = folder / "store"
    _run(programs / "initdb", "-D", store, "-U", _USER, "-A", "trust", "-E", "UTF8", "--no-sync")
    flags = f"-k {folder} -c listen_addresses='' -c fsync=off -c max_connections=200"
    control = programs / "pg_ctl"
    _run(control, "-D", store, "-o", flags, "-l", folder / "log", "-w", "start")
    try:
        yield
    finally:
        _run(control, "-D", store, "-m", "immediate", "-w", "stop")


def _run(program: Path, *words: object) -> None:
    as_owner = ["runuser", "-u", _USER, "--"] if os.geteuid() == 0 else []
    # Nothing is read from it: the server that stays behind would hold a pipe open.
    subprocess.run(
        [*as_owner, str(program), *map(str, words)],
        check=True,
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _programs() -> Path:
    """Find where ``initdb`` lies; Debian keeps it out of the path, a folder for each version."""
    for folder in sorted(_VERSIONS.glob("*/bin"), reverse=True):
        if (folder / "initdb").exists():
            if os.geteuid() == 0:
                find_tool("runuser")
            return folder
    if shutil.which("initdb") is None:
        not_run("postgresql is not installed (see packaging/setup/test-services.sh)")
    return Path(find_tool("initdb")).resolve().parent
