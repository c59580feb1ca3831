"""The tables of a server come to be by steps, the same on each kind of database."""

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from app.domain.problem import EnvironmentProblem
from app.server.store.database import Database
from app.server.store.preparing import prepare
from app.server.store.tables import metadata
from tests.support.contracts import ROOT

_COPIES = 4
_PREPARE = """
import sys
from app.server.store.database import Database
from app.server.store.preparing import prepare
from app.server.store.tables import metadata
prepare(Database(sys.argv[1]))
"""


def test_steps_and_tables_agree(url: str) -> None:
    with closing(Database(url)) as database:
        prepare(database)
        with database.reading() as connection:
            steps = MigrationContext.configure(connection)
            assert compare_metadata(steps, metadata) == []


def test_preparing_again_changes_nothing(url: str) -> None:
    with closing(Database(url)) as database:
        prepare(database)
        prepare(database)


def test_several_copies_may_start_at_once_on_an_empty_database(url: str) -> None:
    command = [sys.executable, "-c", _PREPARE, url]
    starts = [subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE) for _ in range(_COPIES)]
    ends = [each.communicate()[1].decode() for each in starts]
    assert ends == [""] * _COPIES


def test_a_database_of_a_newer_version_is_refused(url: str) -> None:
    with closing(Database(url)) as database:
        prepare(database)
        with database.writing() as connection:
            connection.execute(sqlalchemy.text("UPDATE alembic_version SET version_num = '9999'"))
        with pytest.raises(EnvironmentProblem, match="newer version"):
            prepare(database)


def test_a_database_that_is_not_there_is_told_in_a_sentence(tmp_path: Path) -> None:
    for url in (
        f"postgresql://nobody:secret-word@/none?host={tmp_path}",
        f"sqlite:///{tmp_path}/no/folder/server.db",
    ):
        with closing(Database(url)) as database, pytest.raises(EnvironmentProblem) as caught:
            prepare(database)
        assert "secret-word" not in str(caught.value)
        assert "\n" not in str(caught.value)
