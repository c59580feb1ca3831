"""A database of each kind for every test of the server, and the server on it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.server.database import Database
from app.server.preparing import prepare
from tests.support.postgres import Postgres
from tests.support.server_app import ServerApp


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of an empty database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'server.db'}"
    postgres: Postgres = request.getfixturevalue("postgres")
    return postgres.make()


@pytest.fixture
def database(url: str) -> Iterator[Database]:
    """A database with the tables."""
    made = Database(url)
    prepare(made)
    yield made
    made.close()


@pytest.fixture
def server(database: Database) -> ServerApp:
    """A server on it."""
    return ServerApp(database)
