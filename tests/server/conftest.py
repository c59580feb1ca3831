"""A database of each kind for every test of the server, and the server on it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.server.store.database import Database
from app.server.store.preparing import prepare
from tests.support.postgres import Postgres
from tests.support.server_app import ServerApp


@pytest.fixture(params=["sqlite", "postgresql"])
def kind(request: pytest.FixtureRequest) -> str:
    """The kind of database."""
    return str(request.param)


@pytest.fixture
def url(kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of an empty database, without tables."""
    if kind == "sqlite":
        return f"sqlite:///{tmp_path / 'server.db'}"
    postgres: Postgres = request.getfixturevalue("postgres")
    return postgres.make()


@pytest.fixture
def database(
    kind: str, request: pytest.FixtureRequest, tmp_path: Path, prepared_file: Path
) -> Iterator[Database]:
    """A database with empty tables."""
    made = Database(_prepared(kind, request, tmp_path / "prepared.db", prepared_file))
    yield made
    made.close()


@pytest.fixture
def server(database: Database) -> ServerApp:
    """A server on it."""
    return ServerApp(database)


@pytest.fixture(scope="session")
def prepared_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with empty tables, which each test copies: steps take longer than a test."""
    path = tmp_path_factory.mktemp("prepared") / "server.db"
    made = Database(f"sqlite:///{path}")
    prepare(made)
    made.close()
    return path


def _prepared(kind: str, request: pytest.FixtureRequest, path: Path, file: Path) -> str:
    if kind == "sqlite":
        shutil.copyfile(file, path)
        return f"sqlite:///{path}"
    postgres: Postgres = request.getfixturevalue("postgres")
    return postgres.prepared()
