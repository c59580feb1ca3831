"""Brings the tables of a database to this version, also when several copies start at once."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from app.domain.problem import EnvironmentProblem, mark
from app.server.store.database import Database

#: Any number that all copies agree on; PostgreSQL lets one hold it at a time.
_LOCK = 0x7A11_7A11
_NEWER = mark(
    "The server's database was made by a newer version of Talktally. Update Talktally on this "
    "computer and start the server again."
)
_REFUSED = mark("The server's database cannot be used: {reason}. Check its URL and that it runs.")


def prepare(database: Database) -> None:
    """Make or upgrade the tables in one transaction; EnvironmentProblem when that cannot be."""
    try:
        with database.writing() as connection:
            if not database.is_sqlite:
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
            _upgrade(connection)
    except DBAPIError as error:
        raise EnvironmentProblem(_REFUSED, reason=_first_line(error)) from error
    except OSError as error:
        raise EnvironmentProblem(_REFUSED, reason=error.strerror or "") from error


def configuration(connection: Connection) -> Config:
    """Return how Alembic finds the steps, and the connection they run on."""
    found = Config()
    found.set_main_option("script_location", str(Path(__file__).parents[1] / "migrations"))
    found.set_main_option("path_separator", "os")
    found.attributes["connection"] = connection
    return found


def _upgrade(connection: Connection) -> None:
    steps = configuration(connection)
    script = ScriptDirectory.from_config(steps)
    there = MigrationContext.configure(connection).get_current_revision()
    if there is not None and there not in {each.revision for each in script.walk_revisions()}:
        raise EnvironmentProblem(_NEWER)
    if there != script.get_current_head():
        command.upgrade(steps, "head")


def _first_line(error: DBAPIError) -> str:
    return str(error.orig).strip().partition("\n")[0]
