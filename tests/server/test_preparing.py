"""The tables of a server come to be by steps, the same on each kind of database."""

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from app.server.database import Database
from app.server.tables import metadata


def test_steps_and_tables_agree(database: Database) -> None:
    with database.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
